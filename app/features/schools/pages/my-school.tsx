import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { SuggestField } from "~/ui/fields/suggest-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { AddSchoolForm } from "../components/add-school-form";
import { ChooseButton } from "../components/choose-button";
import { isPast, SchoolRow } from "../components/school-row";
import type { AddRefusal, loader } from "./my-school.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./my-school.server";

export const meta = () => pageTitle(m.schools_mine_title());

/** Where one teaches: the school chosen, a search for another, and a form for one that no register lists. */
export default function MySchoolPage() {
  const { query, schools, countries, likelyCountry, done, may } = useLoaderData<typeof loader>();
  const refusal = useActionData<AddRefusal>();
  const adding = refusal?.values.intent === "add" ? refusal : undefined;
  const choosing = refusal && !adding ? refusal : undefined;
  return (
    <Page
      title={m.schools_mine_title()}
      lead={m.schools_mine_lead()}
      crumbs={[{ to: "/settings", label: m.schools_settings() }]}
    >
      {done && !refusal ? (
        <Notice tone="board" role="status">
          <p>
            {done === "chosen" ? m.schools_mine_chosen() : m.schools_mine_left()}{" "}
            {done === "chosen" ? <AppLink to="/networks">{m.schools_mine_networks()}</AppLink> : null}
          </p>
        </Notice>
      ) : null}
      <Mine />
      <Section title={m.schools_mine_find()}>
        <Form method="post" action="/settings/school" className="mt-4" noValidate key={query}>
          <FormErrors errors={choosing?.errors} idFor={() => "field-q"} />
          <SuggestField
            label={m.schools_mine_label()}
            name="q"
            idName="schoolId"
            action="/schools/suggest"
            hint={m.schools_mine_hint()}
            error={choosing?.errors.schoolId}
            defaultValue={choosing?.values.q ?? query}
            maxLength={100}
          />
          <Button variant="filled" className="mt-4" name="intent" value="choose">
            {m.schools_mine_button()}
          </Button>
        </Form>
      </Section>
      {query ? <Offers /> : null}
      {may.add ? (
        <details className="mt-12" open={Boolean(adding) || (query !== "" && schools.length === 0)}>
          <summary className="btn btn-outlined">{m.schools_add_title()}</summary>
          <AddSchoolForm {...{ countries, likelyCountry }} refusal={adding} />
        </details>
      ) : null}
    </Page>
  );
}

function Mine() {
  const { mine } = useLoaderData<typeof loader>();
  if (!mine) return null;
  const leave = (
    <Form method="post" action="/settings/school">
      <Button variant="outlined" small name="intent" value="leave">
        {m.schools_mine_leave()}
      </Button>
    </Form>
  );
  const closed = mine.closedOn !== null && isPast(mine.closedOn) ? mine.closedOn : null;
  return (
    <Section title={closed ? m.schools_mine_before() : m.schools_mine_now()}>
      <Register>
        <SchoolRow school={mine} end={leave} />
      </Register>
      {closed ? (
        <div className="mt-4">
          <Notice tone="amber" title={m.schools_mine_closed()}>
            <p>{m.schools_mine_closed_text()}</p>
          </Notice>
        </div>
      ) : null}
    </Section>
  );
}

/** The schools a search found, each with its button. */
function Offers() {
  const { query, schools } = useLoaderData<typeof loader>();
  if (schools.length === 0) {
    return (
      <Section title={m.schools_results({ query })}>
        <p>{m.schools_not_found_text()}</p>
      </Section>
    );
  }
  return (
    <Section title={m.schools_results({ query })}>
      <Register>
        {schools.map((school) => (
          <SchoolRow
            key={school.id}
            school={school}
            end={<ChooseButton schoolId={school.id} name={school.name} />}
          />
        ))}
      </Register>
    </Section>
  );
}
