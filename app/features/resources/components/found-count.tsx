import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { CatalogueView } from "~/platform/search-engine/catalogue-view";
import { AppLink } from "~/ui/app-link";

/** "23 lesson resources and 7 packs": the second leads to the same search there. */
export function FoundCount({ view }: { view: CatalogueView }) {
  const number = (count: number) => count.toLocaleString(currentLocale());
  const packs = view.counts.pack ?? 0;
  return (
    <>
      <strong>
        {view.capped
          ? m.resources_count_more({ number: number(view.total) })
          : m.resources_count({ count: view.total, number: number(view.total) })}
      </strong>
      {packs > 0 ? (
        <>
          {` ${m.resources_and()} `}
          <AppLink to={view.firstHref.replace(view.path, "/packs")}>
            {m.resources_and_packs({ count: packs, number: number(packs) })}
          </AppLink>
        </>
      ) : null}
    </>
  );
}
