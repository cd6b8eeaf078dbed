import type { SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button, ButtonLink } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { DataTable } from "~/ui/register";
import { Section } from "~/ui/section";
import type { loader } from "./compare.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./compare.server";

export const meta = () => pageTitle(m.schools_compare_title());

type Compared = SerializeFrom<typeof loader>["schools"][number];

/** Two records side by side: merge one into the other, or keep them apart. */
export default function Compare() {
  const { schools, apart, oneCountry, locale } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const [one, other] = schools as [Compared, Compared];
  const kilometres = new Intl.NumberFormat(locale, { maximumFractionDigits: apart < 10 ? 1 : 0 }).format(
    apart,
  );
  return (
    <Page
      title={m.schools_compare_title()}
      lead={m.schools_compare_lead({ kilometres })}
      crumbs={[
        { to: "/admin", label: m.administration_title() },
        { to: "/admin/schools", label: m.schools_doubles_title() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <DataTable
        caption={m.schools_compare_caption()}
        captionHidden
        columns={[
          { key: "fact", label: m.schools_compare_fact(), heads: true, cell: ({ label }) => label },
          ...[one, other].map((school, at) => ({
            key: school.id,
            label: (
              <AppLink to={`/schools/${school.id}`} className="link wrap-anywhere">
                {school.name}
              </AppLink>
            ),
            cell: ({ cells }: FactRow) => <span className="wrap-anywhere">{cells[at]}</span>,
          })),
        ]}
        rows={factRows(one, other, locale)}
        keyOf={({ label }) => label}
      />
      {oneCountry ? (
        <Decide one={one} other={other} />
      ) : (
        <Notice tone="amber">
          <p>{m.schools_merge_countries()}</p>
        </Notice>
      )}
    </Page>
  );
}

type FactRow = { label: string; cells: [ReactNode, ReactNode] };

function factRows(one: Compared, other: Compared, locale: string): FactRow[] {
  const row = (label: string, cell: (school: Compared) => ReactNode): FactRow => ({
    label,
    cells: [cell(one) || "–", cell(other) || "–"],
  });
  return [
    row(m.schools_add_town(), ({ town }) => town),
    row(m.schools_add_postcode(), ({ postcode }) => postcode),
    row(m.schools_add_country(), ({ country }) => country),
    row(m.schools_compare_number(), ({ registerId }) => registerId ?? m.schools_doubles_by_hand()),
    row(m.schools_compare_phase(), ({ phase }) => phase),
    row(
      m.schools_compare_closed(),
      ({ closedOn }) => closedOn && <DateText value={closedOn} locale={locale} />,
    ),
    row(m.schools_compare_teachers(), ({ teachers, everTaught }) =>
      m.schools_compare_teachers_of({ teachers, everTaught }),
    ),
    row(m.schools_compare_networks(), ({ networks, networkCount }) =>
      [...networks, ...(networkCount > networks.length ? [`+${networkCount - networks.length}`] : [])].join(
        ", ",
      ),
    ),
    row(m.schools_compare_added(), ({ addedBy, createdAt }) => (
      <>
        <DateText value={createdAt} locale={locale} />
        {addedBy ? `, ${addedBy}` : null}
      </>
    )),
  ];
}

function Decide({ one, other }: { one: Compared; other: Compared }) {
  const { keep } = useLoaderData<typeof loader>();
  const busy = useNavigation().state === "submitting";
  const [survivor, loser] = keep === one.id ? [one, other] : [other, one];
  return (
    <Section title={m.schools_compare_decide()}>
      <p className="mt-4 mb-6">{m.schools_compare_decide_text()}</p>
      <div className="grid gap-4">
        <MergeForm surviving={survivor} losing={loser} busy={busy} likely />
        <MergeForm surviving={loser} losing={survivor} busy={busy} />
        <Form method="post" action="/admin/schools/compare" className="actions">
          <input type="hidden" name="oneId" value={one.id} />
          <input type="hidden" name="otherId" value={other.id} />
          <Button name="intent" value="dismiss" busy={busy}>
            {m.schools_compare_dismiss()}
          </Button>
          <ButtonLink to="/admin/schools" variant="quiet">
            {m.schools_compare_back()}
          </ButtonLink>
        </Form>
      </div>
    </Section>
  );
}

function MergeForm({
  surviving,
  losing,
  busy,
  likely,
}: {
  surviving: Compared;
  losing: Compared;
  busy: boolean;
  /** The way round that is proposed. */
  likely?: boolean;
}) {
  return (
    <Form method="post" action="/admin/schools/compare">
      <input type="hidden" name="survivingId" value={surviving.id} />
      <input type="hidden" name="losingId" value={losing.id} />
      <Button variant={likely ? "filled" : "outlined"} name="intent" value="merge" busy={busy}>
        <span className="wrap-anywhere">
          {m.schools_compare_keep({
            school: surviving.name,
            number: surviving.registerId ?? m.schools_doubles_by_hand(),
          })}
        </span>
      </Button>
    </Form>
  );
}
