import { Form, useLoaderData } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { SearchField } from "~/ui/fields/search-field";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { SchoolRow } from "../../components/school-row";
import type { loader } from "../pages/doubles.server";

/** A search for two schools that no detection found: first the one, then the other. */
export function PickTwo() {
  const { query, first, found } = useLoaderData<typeof loader>();
  return (
    <Section title={m.schools_doubles_pick()} id="pick">
      <p className="mt-4 mb-4">
        {first ? (
          <>
            {m.schools_doubles_pick_second({ school: first.name })}{" "}
            <AppLink to="/admin/schools#pick">{m.schools_doubles_pick_anew()}</AppLink>
          </>
        ) : (
          m.schools_doubles_pick_first()
        )}
      </p>
      <Form method="get" action="/admin/schools" role="search" aria-label={m.schools_doubles_search()}>
        {first ? <input type="hidden" name="first" value={first.id} /> : null}
        <SearchField
          key={`${first?.id} ${query}`}
          label={m.schools_doubles_search()}
          placeholder={m.schools_doubles_search_example()}
          defaultValue={query}
          maxLength={100}
        />
      </Form>
      {found === null ? null : found.length === 0 ? (
        <p className="mt-4" role="status">
          {m.schools_not_found_text()}
        </p>
      ) : (
        <div className="mt-4">
          <Register ruled>
            {found.map((school) => (
              <SchoolRow key={school.id} school={school} end={<Pick id={school.id} name={school.name} />} />
            ))}
          </Register>
        </div>
      )}
    </Section>
  );
}

function Pick({ id, name }: { id: string; name: string }) {
  const { first } = useLoaderData<typeof loader>();
  const to = first
    ? `/admin/schools/compare?${new URLSearchParams({ one: first.id, other: id })}`
    : `/admin/schools?${new URLSearchParams({ first: id })}#pick`;
  return (
    <ButtonLink small to={to}>
      {first ? m.schools_doubles_compare() : m.schools_doubles_take()}
      <span className="sr-only"> {name}</span>
    </ButtonLink>
  );
}
