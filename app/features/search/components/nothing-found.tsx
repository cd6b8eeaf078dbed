import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import type { EverythingFound } from "../everything-found.server";
import { Places } from "./groups";

/** A magnifying glass over an empty sheet. */
const drawing = ["M3 1.5H9.5V6", "M3 1.5V10.5H5", "M7.5 6.2a2.3 2.3 0 1 0 .01 0", "M9.2 10.1L11 12"];

export type NothingFoundProps = {
  text: string;
  /** The same search among all kinds; null where it was made among all. */
  everythingHref: string | null;
  /** Places spelt much the same. */
  alike: EverythingFound["places"] | null;
};

/** What the page says when nothing fits: what to try next. */
export function NothingFound({ text, everythingHref, alike }: NothingFoundProps) {
  if (text === "") return <Empty title={m.search_none_yet()} drawing={drawing} />;
  return (
    <div className="grid gap-12">
      <Empty
        title={<span className="wrap-anywhere">{m.search_none_title({ text })}</span>}
        text={m.search_none_text()}
        drawing={drawing}
        action={
          everythingHref ? (
            <ButtonLink to={everythingHref}>{m.search_none_kind()}</ButtonLink>
          ) : (
            <div className="flex flex-wrap gap-2">
              <ButtonLink to="/packs">{m.search_none_packs()}</ButtonLink>
              <ButtonLink to="/resources">{m.search_none_resources()}</ButtonLink>
            </div>
          )
        }
      />
      {alike && alike.length > 0 ? <Places places={alike} /> : null}
    </div>
  );
}
