import type { HeadersFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { formHeaders } from "~/platform/http/form-headers";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { BeginPasskeyForm } from "../components/begin-passkey-form";
import { MakePasskey } from "../components/make-passkey";
import { RecoveryCodes } from "../components/recovery-codes";
import { PASSKEYS_PATH } from "../paths";
import type { loader } from "./passkeys.server";

export { action, loader } from "./passkeys.server";

export const meta = () => pageTitle(m.accounts_passkeys());

/** Recovery codes may stand on this page: no browser keeps a copy. */
export const headers: HeadersFunction = (args) => {
  const all = new Headers(formHeaders(args));
  all.set("Cache-Control", "no-store");
  return all;
};

const doneSentences = {
  added: m.accounts_passkey_added,
  renamed: m.accounts_passkey_renamed,
  removed: m.accounts_passkey_removed,
};

type Answer = FormRefusal | { begun: ComponentProps<typeof MakePasskey> } | { recoveryCodes: string[] };

export default function PasskeysPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const codes = answer && "recoveryCodes" in answer ? answer.recoveryCodes : null;
  const begun = answer && "begun" in answer ? answer.begun : null;
  const refusal = answer && "errors" in answer ? answer : undefined;
  const renewing = refusal?.values.intent === "renew";
  return (
    <Page
      title={m.accounts_passkeys()}
      lead={codes ? undefined : m.accounts_passkeys_lead()}
      crumbs={[
        { to: "/settings", label: m.accounts_settings_title() },
        { to: "/settings/security", label: m.accounts_security_title() },
      ]}
    >
      {data.done && !answer ? (
        <Notice tone="board" role="status">
          <p>{doneSentences[data.done]()}</p>
        </Notice>
      ) : null}
      {codes ? <RecoveryCodes codes={codes} next={PASSKEYS_PATH} /> : null}
      {begun ? <MakePasskey {...begun} /> : null}
      {codes || begun ? null : (
        <>
          {data.passkeys.length > 0 ? <Own {...data} /> : null}
          <Section title={m.accounts_passkey_add()}>
            {data.passkeys.length === 0 && !data.app ? (
              <p className="mt-4">{m.accounts_passkeys_then()}</p>
            ) : null}
            <Adding {...data} refusal={renewing ? undefined : refusal} />
          </Section>
          {data.passkeys.length > 0 && !data.app ? (
            <Codes {...data} refusal={renewing ? refusal : undefined} />
          ) : null}
        </>
      )}
    </Page>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function Own({ passkeys, locale }: Pick<Data, "passkeys" | "locale">) {
  return (
    <Section title={m.accounts_passkeys_own()}>
      <Register>
        {passkeys.map(({ id, name, createdAt, usedAt }) => (
          <RegisterRow
            key={id}
            to={`${PASSKEYS_PATH}/${id}`}
            title={<span className="wrap-anywhere">{name}</span>}
            detail={
              <>
                {m.accounts_passkey_since()} <DateText value={createdAt} locale={locale} /> ·{" "}
                {usedAt ? (
                  <>
                    {m.accounts_session_used()} <DateText value={usedAt} locale={locale} style="recent" />
                  </>
                ) : (
                  m.accounts_passkey_unused()
                )}
              </>
            }
          />
        ))}
      </Register>
    </Section>
  );
}

type WithRefusal = { refusal: FormRefusal | undefined };

function Adding({ possible, full, most, email, app, refusal }: Data & WithRefusal) {
  if (!possible) return <p className="mt-4">{m.accounts_passkey_impossible()}</p>;
  if (full) return <p className="mt-4">{m.accounts_passkey_many({ most })}</p>;
  return <BeginPasskeyForm {...{ email, app, refusal }} />;
}

/** For who has no app: their recovery codes stand in for the passkeys, and new ones are made here. */
function Codes({ codesLeft, refusal }: Pick<Data, "codesLeft"> & WithRefusal) {
  return (
    <Section title={m.accounts_recovery()}>
      <p className="mt-4">{m.accounts_passkeys_codes({ count: codesLeft })}</p>
      <Form method="post" action={PASSKEYS_PATH} reloadDocument noValidate className="mt-4">
        <FormErrors errors={refusal?.errors} />
        <PasswordField
          label={m.accounts_current_password()}
          id="renew-password"
          name="currentPassword"
          autoComplete="current-password"
          error={refusal?.errors.currentPassword}
          required
        />
        <Button className="mt-8" name="intent" value="renew">
          {m.accounts_recovery_renew()}
        </Button>
      </Form>
    </Section>
  );
}
