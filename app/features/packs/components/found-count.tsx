import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import type { Found } from "./nothing-found";

/** "7 packs and 23 lesson resources": the second leads to the same search there. */
export function FoundCount({ view }: { view: Found }) {
  const number = (count: number) => count.toLocaleString(formattingLocale());
  const resources = view.counts.resource ?? 0;
  return (
    <>
      <strong>
        {view.capped
          ? m.packs_count_more({ number: number(view.total) })
          : m.packs_count({ count: view.total, number: number(view.total) })}
      </strong>
      {resources > 0 ? (
        <>
          {` ${m.packs_and()} `}
          <AppLink to={view.firstHref.replace(view.path, "/resources")}>
            {m.packs_and_resources({ count: resources, number: number(resources) })}
          </AppLink>
        </>
      ) : null}
    </>
  );
}
