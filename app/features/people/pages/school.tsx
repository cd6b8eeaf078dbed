import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Empty } from "~/ui/empty";
import { Page } from "~/ui/frame/page";
import { Initials } from "~/ui/initials";
import { Notice } from "~/ui/notice";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { loader } from "./school.server";

export { loader } from "./school.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.school.name ?? m.people_school_title());

/** A school as a lasting record: where it is, who teaches there, which networks reach it. */
export default function School() {
  const { locale, school, place, facts, inside, teachesHere, mayChoose } = useLoaderData<typeof loader>();
  const near = `/networks?${new URLSearchParams({ near: school.name, place: `school:${school.id}` })}`;
  return (
    <Page
      title={<span className="wrap-anywhere">{school.name}</span>}
      lead={place}
      crumbs={[{ to: "/schools", label: m.people_schools() }]}
      actions={<ButtonLink to={near}>{m.people_school_near()}</ButtonLink>}
    >
      {school.closed && school.closedOn ? (
        <div className="mb-6">
          <Notice>
            {m.people_school_closed()} <DateText value={school.closedOn} locale={locale} />
          </Notice>
        </div>
      ) : null}
      <p className="mb-8">
        {facts.join(" · ")}
        {teachesHere ? ` · ${m.people_school_yours()}` : null}
        {mayChoose ? (
          <>
            {" · "}
            <AppLink to={`/settings/school?q=${encodeURIComponent(school.name)}`}>
              {m.people_school_choose()}
            </AppLink>
          </>
        ) : null}
      </p>
      {inside === null ? (
        <p>
          <AppLink to={`/sign-in?next=${encodeURIComponent(`/schools/${school.id}`)}`}>
            {m.people_school_sign_in()}
          </AppLink>
        </p>
      ) : (
        <Inside locale={locale} {...inside} />
      )}
    </Page>
  );
}

type InsideProps = {
  locale: string;
  teachers: { id: string; name: string; since: Date | string | null }[];
  networks: { slug: string; name: string; teachers: number }[];
  history: { people: number; first: Date | string | null };
};

function Inside({ locale, teachers, networks, history }: InsideProps) {
  return (
    <>
      <Section title={m.people_school_teachers({ count: teachers.length })}>
        {teachers.length === 0 ? (
          <Empty title={m.people_school_nobody()} text={m.people_school_nobody_text()} />
        ) : (
          <Register>
            {teachers.map(({ id, name, since }) => (
              <RegisterRow
                key={id}
                lead={<Initials name={name} />}
                to={`/people/${id}`}
                title={name}
                detail={
                  since ? (
                    <>
                      {m.people_school_since()} <DateText value={since} locale={locale} style="month" />
                    </>
                  ) : null
                }
              />
            ))}
          </Register>
        )}
      </Section>
      {networks.length === 0 ? null : (
        <Section title={m.people_networks()}>
          <Register>
            {networks.map(({ slug, name, teachers: count }) => (
              <RegisterRow
                key={slug}
                to={`/networks/${slug}`}
                title={name}
                end={m.people_school_members({ count })}
              />
            ))}
          </Register>
        </Section>
      )}
      {history.first === null ? null : (
        <Section title={m.people_school_history()}>
          <p>
            {m.people_school_taught({ count: history.people })}{" "}
            <DateText value={history.first} locale={locale} style="month" />
          </p>
        </Section>
      )}
    </>
  );
}
