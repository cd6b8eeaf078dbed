import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import { Chip, Chips } from "../chip";
import { SearchField } from "../fields/search-field";
import { PageLinks } from "../page-links";
import { Sheet } from "../sheet";
import { FacetList } from "./facet-list";
import { MeantLine, type MeantLineProps, MendedLine } from "./mended-line";
import { SaveSearch } from "./save-search";
import { SortField } from "./sort-field";
import { TypedField } from "./typed-field";
import { useInstantForm } from "./use-instant-form";

/** What was asked and found, as the loader gives it (`catalogueView` of platform/search-engine). */
export type CatalogueData = {
  path: string;
  text: string;
  sort: string;
  sorts: { value: string; label: string }[];
  /** More that can be typed, above the facets. */
  fields?: { name: string; label: string; value: string }[];
  facets: Facet[];
  chips: { label: string; to: string }[];
  clearHref: string | null;
  total: number;
  page: number;
  pages: number;
  firstHref: string;
  searched: { text: string; href: string };
  mended: { shown: string; typed: string; literalHref: string } | null;
  /** What may be meant instead of words that were searched as typed. */
  meant?: MeantLineProps | null;
};

export type Facet = { name: string; label: string; values: FacetValue[] };
export type FacetValue = { value: string; label: string; count: number; checked: boolean };

export type CatalogueProps = {
  data: CatalogueData;
  /** Names the search field. */
  label: string;
  placeholder?: string;
  /** How many were found, in words; read out when it changes. */
  count: ReactNode;
  /** The results: a `Register`, or what an empty answer says. */
  children: ReactNode;
  /** Whether the search may be saved, to be told of what is new; so unless given. */
  saved?: boolean;
};

/**
 * A catalogue: search field, chips of what is set, facets with counts, results in pages. One GET form, so all
 * state is in the address; where scripts run, it is sent by itself on every change and while one types.
 */
export function Catalogue({ data, label, placeholder, count, children, saved = true }: CatalogueProps) {
  const form = useInstantForm(data);
  return (
    <div className="catalogue">
      <Form
        id="catalogue"
        action={data.path}
        role="search"
        aria-label={label}
        ref={form.ref}
        onChange={form.onChange}
        onSubmit={form.onSubmit}
      >
        <SearchField label={label} placeholder={placeholder} defaultValue={data.text} maxLength={200} />
      </Form>
      <div className="catalogue-set">
        {data.chips.length > 0 ? (
          <Chips>
            {data.chips.map(({ label, to }) => (
              <Chip key={to} label={label} to={to} />
            ))}
            {data.clearHref ? (
              <AppLink to={data.clearHref} preventScrollReset>
                {m.ui_clear_all()}
              </AppLink>
            ) : null}
          </Chips>
        ) : null}
        {data.mended ? <MendedLine {...data.mended} /> : null}
        {data.meant ? <MeantLine {...data.meant} /> : null}
        {saved && (data.text || data.chips.length > 0) ? (
          <SaveSearch
            key={data.firstHref}
            href={data.searched.href}
            name={[data.searched.text, ...data.chips.map(({ label }) => label)].filter(Boolean).join(" · ")}
          />
        ) : null}
      </div>
      <div className="catalogue-columns">
        <Sheet label={m.ui_filters()}>
          <div className="catalogue-facets" onChange={form.onChange}>
            {data.fields?.map((field) => (
              <TypedField key={field.name} {...field} form="catalogue" />
            ))}
            {data.facets.map((facet) => (
              <FacetList key={facet.name} facet={facet} form="catalogue" />
            ))}
            <button type="submit" form="catalogue" className="btn btn-filled catalogue-send">
              {m.ui_show_results()}
            </button>
          </div>
        </Sheet>
        <section className="catalogue-found" aria-label={m.ui_results()} aria-busy={form.busy}>
          <div className="catalogue-line ruled">
            <p role="status">{count}</p>
            {data.sorts.length > 1 && data.total > 1 ? (
              <SortField sort={data.sort} sorts={data.sorts} form="catalogue" onChange={form.onChange} />
            ) : null}
          </div>
          {children}
          <PageLinks page={data.page} pages={data.pages} hrefFor={(page) => pageHref(data.firstHref, page)} />
        </section>
      </div>
    </div>
  );
}

const pageHref = (first: string, page: number) =>
  page === 1 ? first : `${first}${first.includes("?") ? "&" : "?"}page=${page}`;
