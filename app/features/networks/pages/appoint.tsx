import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { SearchField } from "~/ui/fields/search-field";
import { Page } from "~/ui/frame/page";
import { Initials } from "~/ui/initials";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { AppointForm } from "../components/appoint-form";
import { dutyWord } from "../words";
import type { loader } from "./appoint.server";

export { action, loader } from "./appoint.server";

const titleOf = (network: string) => m.networks_appoint_title({ network });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? titleOf(data.network.name) : "");

export default function Appoint() {
  const { network, name, person, members, lead, duty, term } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${network.slug}`;
  return (
    <Page
      title={titleOf(network.name)}
      lead={m.networks_appoint_lead()}
      crumbs={[
        { to: path, label: network.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
      ]}
    >
      {person ? (
        <AppointForm
          {...{ person, lead, duty, term, refusal }}
          chooseAnother={`${path}/coordinate/appoint`}
        />
      ) : (
        <Section title={m.networks_appoint_pick()} note={m.networks_appoint_pick_note()} rule={false}>
          <Form role="search" aria-label={m.networks_appoint_find()} className="mb-6">
            <SearchField
              label={m.networks_appoint_find()}
              placeholder={m.networks_appoint_find()}
              button={m.networks_appoint_find_button()}
              defaultValue={name}
              maxLength={100}
            />
          </Form>
          {members.length === 0 ? (
            <Empty title={m.networks_appoint_none()} text={m.networks_appoint_none_text()} />
          ) : (
            <Register ruled>
              {members.map((member) => (
                <RegisterRow
                  key={member.id}
                  to={`${path}/coordinate/appoint?person=${member.id}`}
                  lead={<Initials name={member.name} />}
                  title={member.name}
                  detail={[member.duty ? dutyWord(member.duty) : "", member.school]
                    .filter(Boolean)
                    .join(" · ")}
                />
              ))}
            </Register>
          )}
        </Section>
      )}
    </Page>
  );
}
