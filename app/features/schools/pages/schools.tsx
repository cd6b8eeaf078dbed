import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { OutsideLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { SearchField } from "~/ui/fields/search-field";
import { Page } from "~/ui/frame/page";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { SchoolRow } from "../components/school-row";
import type { loader } from "./schools.server";

export { loader } from "./schools.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.query ? m.schools_results({ query: data.query }) : m.schools_title(), m.schools_lead());

/** The register of schools: a search, and how many schools of which countries it holds. */
export default function SchoolsPage() {
  const { query, countries, may } = useLoaderData<typeof loader>();
  const isEmpty = countries.length === 0;
  return (
    <Page
      title={m.schools_title()}
      lead={m.schools_lead()}
      actions={may.choose ? <ButtonLink to="/settings/school">{m.schools_choose()}</ButtonLink> : null}
    >
      <Form method="get" action="/schools" role="search" aria-label={m.schools_search_label()}>
        <SearchField
          key={query}
          label={m.schools_search_label()}
          placeholder={m.schools_search_example()}
          defaultValue={query}
          maxLength={100}
        />
      </Form>
      {query ? (
        <Results />
      ) : isEmpty ? (
        <Empty title={m.schools_none()} text={m.schools_none_text()} />
      ) : (
        <Countries />
      )}
      <p className="small mt-8 text-ink-2">
        {m.schools_sources()} <OutsideLink href="https://www.geonames.org">GeoNames</OutsideLink> (CC BY 4.0),{" "}
        <OutsideLink href="https://www.naturalearthdata.com">Natural Earth</OutsideLink>
      </p>
    </Page>
  );
}

function Results() {
  const { query, schools, more } = useLoaderData<typeof loader>();
  if (schools.length === 0) {
    return (
      <Section title={m.schools_results({ query })} rule={false}>
        <Empty title={m.schools_not_found_title()} text={m.schools_not_found_text()} />
      </Section>
    );
  }
  return (
    <Section
      title={m.schools_results({ query })}
      note={more ? m.schools_more({ count: schools.length }) : undefined}
    >
      <Register>
        {schools.map((school) => (
          <SchoolRow key={school.id} school={school} />
        ))}
      </Register>
    </Section>
  );
}

function Countries() {
  const { countries } = useLoaderData<typeof loader>();
  const number = new Intl.NumberFormat(currentLocale());
  return (
    <Section title={m.schools_countries()}>
      <Register>
        {countries.map(({ code, name, schools }) => (
          <RegisterRow
            key={code}
            title={name}
            end={m.schools_count({ count: schools, shown: number.format(schools) })}
          />
        ))}
      </Register>
    </Section>
  );
}
