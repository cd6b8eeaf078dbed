import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Section } from "~/ui/section";
import { Done } from "../../components/done";
import { NetworkMap } from "../../components/network-map";
import { Overlaps } from "../components/overlaps";
import { TerritoryForm } from "../components/territory-form";
import type { loader } from "./territory.server";

export { action, loader } from "./territory.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_territory_title({ network: data.head.name }) : m.networks_title());

export default function Territory() {
  const { head, seen, map, done, ...territory } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${head.slug}`;
  return (
    <Page
      title={m.networks_territory_title({ network: head.name })}
      lead={m.networks_territory_lead()}
      crumbs={[
        { to: path, label: head.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
      ]}
      aside={
        <Section title={m.networks_area()} rule={false}>
          <div className="max-w-80">
            <NetworkMap
              named={false}
              map={map}
              title={m.networks_area_name({ network: head.name })}
              description={m.networks_area_description()}
            />
          </div>
          {seen ? <Overlaps {...seen} /> : <p className="small mt-2">{m.networks_territory_none_yet()}</p>}
        </Section>
      }
    >
      <FormErrors errors={refusal?.errors} />
      <Done done={refusal ? null : done} />
      <TerritoryForm {...territory} refusal={refusal} />
    </Page>
  );
}
