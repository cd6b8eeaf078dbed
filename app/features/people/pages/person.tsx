import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dutyWord } from "~/features/networks/index";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Empty } from "~/ui/empty";
import { Page } from "~/ui/frame/page";
import { Portrait } from "~/ui/portrait";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { Tag } from "~/ui/tag";
import { Told } from "../components/told";
import type { loader } from "./person.server";

export { loader } from "./person.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.name ?? m.people_title()),
  { name: "robots", content: "noindex" },
];

/** A person as other members see them: name, school and networks. */
export default function Person() {
  const { locale, name, photo, where, schoolId, earlier, networks, self, ...told } =
    useLoaderData<typeof loader>();
  const nothingTold = [...Object.values(told.teaches).flat(), told.offers, told.wishes, told.about].every(
    (text) => text === "",
  );
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-4">
          <Portrait name={name} photo={photo} size="large" alt={m.people_photo({ name })} />
          <span className="min-w-0 wrap-anywhere">{name}</span>
        </span>
      }
      lead={schoolId === null ? m.people_no_school() : <AppLink to={`/schools/${schoolId}`}>{where}</AppLink>}
    >
      {self ? (
        <p className="mb-8">
          {m.people_you()}{" "}
          <ButtonLink to="/settings/profile">
            {nothingTold ? m.people_you_add() : m.people_you_profile()}
          </ButtonLink>{" "}
          <ButtonLink to="/settings">{m.people_you_change()}</ButtonLink>
        </p>
      ) : null}
      <Told {...told} />
      {networks.length === 0 ? (
        <Empty title={m.people_no_networks()} text={m.people_no_networks_text({ name })} />
      ) : (
        <Section title={m.people_networks()}>
          <Register>
            {networks.map((network) => (
              <RegisterRow
                key={network.slug}
                to={`/networks/${network.slug}`}
                title={network.name}
                end={network.duty ? <Tag tone="board">{dutyWord(network.duty)}</Tag> : null}
              />
            ))}
          </Register>
        </Section>
      )}
      {earlier.length === 0 ? null : (
        <Section title={m.people_earlier_schools()}>
          <Register>
            {earlier.map(({ id, name: school, town, startedAt, endedAt }) => (
              <RegisterRow
                key={`${id} ${startedAt}`}
                to={`/schools/${id}`}
                title={school}
                detail={town}
                end={
                  <>
                    <DateText value={startedAt} locale={locale} style="month" />
                    {" – "}
                    <DateText value={endedAt!} locale={locale} style="month" />
                  </>
                }
              />
            ))}
          </Register>
        </Section>
      )}
    </Page>
  );
}
