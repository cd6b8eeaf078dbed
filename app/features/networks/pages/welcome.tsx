import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { WordsForm } from "../components/words-form";
import type { loader } from "./welcome.server";

export { action, loader } from "./welcome.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_welcome_title({ person: data.person }) : "");

/** A welcome that is written already: one press sends it, or says that it was said in person. */
export default function Welcome() {
  const { network, person, school, welcomed, proposed, longest } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const back = `/networks/${network.slug}/coordinate`;
  return (
    <Page
      title={m.networks_welcome_title({ person })}
      lead={school ?? m.networks_no_school()}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: back, label: m.networks_tab_coordinate() },
      ]}
    >
      {welcomed === null ? null : (
        <div className="mb-8">
          <Notice tone="amber">
            <p>
              {welcomed
                ? m.networks_welcome_done_by({ person: welcomed })
                : m.networks_welcome_done_already()}
            </p>
          </Notice>
        </div>
      )}
      <WordsForm
        {...{ refusal, proposed, longest, back }}
        hint={m.networks_welcome_hint()}
        send={m.networks_welcome_send()}
      >
        <Button name="intent" value="in-person">
          {m.networks_welcome_in_person()}
        </Button>
      </WordsForm>
    </Page>
  );
}
