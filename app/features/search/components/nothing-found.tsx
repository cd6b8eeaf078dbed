import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";

/** A magnifying glass over an empty sheet. */
const drawing = ["M3 1.5H9.5V6", "M3 1.5V10.5H5", "M7.5 6.2a2.3 2.3 0 1 0 .01 0", "M9.2 10.1L11 12"];

export type NothingFoundProps = {
  text: string;
  /** The same search among all kinds; null where it was made among all. */
  everythingHref: string | null;
};

/** What the page says when nothing fits: what to try next. */
export function NothingFound({ text, everythingHref }: NothingFoundProps) {
  if (text === "") return <Empty title={m.search_none_yet()} drawing={drawing} />;
  return (
    <Empty
      title={m.search_none_title({ text })}
      text={m.search_none_text()}
      drawing={drawing}
      action={
        everythingHref ? (
          <ButtonLink to={everythingHref}>{m.search_none_kind({ text })}</ButtonLink>
        ) : (
          <ButtonLink to={`/networks?${new URLSearchParams({ near: text })}`}>
            {m.search_none_near({ text })}
          </ButtonLink>
        )
      }
    />
  );
}
