import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { SortField } from "~/ui/catalogue/sort-field";
import { Chip, Chips } from "~/ui/chip";
import { Empty } from "~/ui/empty";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { PageLinks } from "~/ui/page-links";
import { Register } from "~/ui/register";
import { BuildableRow } from "../components/buildable-row";
import { CupboardForm, FORM } from "../components/cupboard-form";
import { MaterialBoxes } from "../components/material-boxes";
import { UnclearLines } from "../components/unclear-lines";
import { cupboardHref, PATH } from "../cupboard";
import { useCupboardForm } from "../use-cupboard-form";
import type { loader } from "./materials.server";

export { action, loader } from "./materials.server";

export const meta: MetaFunction<typeof loader> = () =>
  pageTitle(m.materials_title(), m.materials_description());

/** A shelf with a box, a jar and a roll on it. */
const shelf = [
  "M1 10.5H11",
  "M2 10.5V6.5H5V10.5",
  "M6.2 10.5V7.5H8V10.5M6.5 7.5V6.8H7.7V7.5",
  "M9.8 9.3a1.2 1.2 0 1 0 .01 0",
  "M1 4.5H11M1 1.5V11.5M11 1.5V11.5",
];

export default function Materials() {
  const { address, boxes, unclear, found, total, pages, may } = useLoaderData<typeof loader>();
  const { ref, onChange, onSubmit, add, typed, busy } = useCupboardForm(address);
  const here = boxes.filter(({ checked }) => checked);
  return (
    <Page
      title={m.materials_title()}
      lead={m.materials_lead()}
      wide
      actions={
        may.editMaterials ? (
          <ButtonLink to="/materials/vocabulary" className="no-print">
            {m.materials_vocabulary()}
          </ButtonLink>
        ) : null
      }
    >
      <div className="catalogue">
        <CupboardForm {...{ address, onSubmit, add, typed }} formRef={ref} />
        {address.cut ? (
          <div className="mt-4">
            <Notice tone="amber">{m.materials_cut()}</Notice>
          </div>
        ) : null}
        <UnclearLines address={address} lines={unclear} />
        <p className="small hidden print:block">{here.map(({ name }) => name).join(" · ")}</p>
        <div className="catalogue-set">
          {here.length > 0 ? (
            <Chips>
              {here.map(({ slug, name }) => (
                <Chip
                  key={slug}
                  label={name}
                  to={cupboardHref(address, {
                    materials: address.materials.filter((other) => other !== slug),
                  })}
                />
              ))}
              <AppLink to={PATH} preventScrollReset>
                {m.ui_clear_all()}
              </AppLink>
            </Chips>
          ) : null}
        </div>
        <div className="catalogue-columns">
          <MaterialBoxes boxes={boxes} onChange={onChange} />
          <section className="catalogue-found" aria-label={m.ui_results()} aria-busy={busy}>
            <div className={here.length > 0 ? "catalogue-line ruled" : undefined}>
              <p role="status">
                <Count />
              </p>
              {here.length > 0 ? (
                <SortField
                  name="show"
                  label={m.materials_kind()}
                  sort={address.kind}
                  sorts={[
                    { value: "all", label: m.materials_kind_all() },
                    { value: "packs", label: m.materials_kind_packs() },
                    { value: "activities", label: m.materials_kind_activities() },
                  ]}
                  form={FORM}
                  onChange={onChange}
                />
              ) : null}
            </div>
            {total > 0 ? (
              <Register>
                {found.map((row) => (
                  <BuildableRow key={`${row.slug} ${row.activity?.position ?? ""}`} row={row} />
                ))}
              </Register>
            ) : (
              <Nothing empty={here.length === 0} />
            )}
            <PageLinks
              page={address.page}
              pages={pages}
              hrefFor={(page) => cupboardHref(address, { page })}
            />
          </section>
        </div>
      </div>
    </Page>
  );
}

function Count() {
  const { address, boxes, total } = useLoaderData<typeof loader>();
  const number = (count: number) => count.toLocaleString(formattingLocale());
  const things = boxes.filter(({ checked }) => checked).length;
  const words = {
    all: m.materials_count,
    packs: m.materials_count_packs,
    activities: m.materials_count_activities,
  }[address.kind];
  if (things === 0) return null;
  return (
    <>
      <strong>{words({ count: total, number: number(total) })}</strong>
      {` · ${m.materials_here({ count: things, number: number(things) })}`}
    </>
  );
}

function Nothing({ empty }: { empty: boolean }) {
  return empty ? (
    <Empty title={m.materials_empty_title()} text={m.materials_empty_text()} drawing={shelf} />
  ) : (
    <Empty
      title={m.materials_none_title()}
      text={m.materials_none_text()}
      drawing={shelf}
      action={<ButtonLink to="/packs">{m.materials_all_packs()}</ButtonLink>}
    />
  );
}
