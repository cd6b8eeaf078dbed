import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import type { loader } from "./change-email.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./change-email.server";

export const meta = () => pageTitle(m.accounts_change_title());

const ends = {
  over: { text: m.accounts_change_over, to: "/settings/email", link: m.accounts_change_title },
  changed: { text: m.accounts_change_done, to: "/settings", link: m.accounts_settings_title },
  waits: { text: m.accounts_change_thanks, to: "/settings/email", link: m.accounts_change_title },
  undone: { text: m.accounts_change_undone, to: "/reset-password", link: m.accounts_reset_ask_title },
};

export default function ChangeEmailPage() {
  const link = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  if (link.state !== "new" && link.state !== "old") {
    const { text, to, link: label } = ends[link.state];
    const title = link.state === "over" ? m.accounts_link_over_title() : m.accounts_change_title();
    return (
      <Page title={title} lead={text()}>
        <ButtonLink to={to} variant="filled">
          {label()}
        </ButtonLink>
      </Page>
    );
  }
  const { newEmail: email, token } = link;
  const old = link.state === "old";
  return (
    <Page
      title={m.accounts_change_title()}
      lead={
        <span className="wrap-anywhere">
          {old ? m.accounts_change_ask_old({ email }) : m.accounts_change_ask_new({ email })}
        </span>
      }
    >
      <Form method="post" action="/change-email" reloadDocument>
        <FormErrors errors={refusal?.errors} />
        <input type="hidden" name="token" value={token} />
        <div className="actions">
          <Button variant="filled" name="answer" value="yes">
            {old ? m.accounts_change_yes() : m.accounts_mail_verify_button()}
          </Button>
          {old ? (
            <Button variant="danger" name="answer" value="no">
              {m.accounts_change_no()}
            </Button>
          ) : null}
        </div>
        {old ? <p className="small mt-4">{m.accounts_change_no_hint()}</p> : null}
      </Form>
    </Page>
  );
}
