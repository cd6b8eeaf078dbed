import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Section } from "~/ui/section";
import { Done } from "../components/done";
import { SettingsForm } from "../components/settings-form";
import { stateMeaning } from "../state";
import type { loader } from "./settings.server";

export { action, loader } from "./settings.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_settings_title({ network: data.head.name }) : m.networks_title());

export default function Settings() {
  const { head, settings, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${head.slug}`;
  return (
    <Page
      title={m.networks_settings_title({ network: head.name })}
      crumbs={[
        { to: path, label: head.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <Done done={refusal ? null : done} />
      <SettingsForm settings={settings} mayReopen={head.may.close} refusal={refusal} />
      {head.may.close && head.state !== "closed" ? (
        <Section title={m.networks_close()}>
          <p>{stateMeaning("closed")}</p>
          <div className="actions mt-6">
            <ButtonLink to={`${path}/coordinate/close`}>{m.networks_close()}</ButtonLink>
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
