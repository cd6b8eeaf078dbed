import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { NearWays } from "~/ui/catalogue/near-ways";
import { Empty } from "~/ui/empty";
import type { EverythingFound } from "../everything-found.server";
import { Places } from "./groups";

/** A magnifying glass over an empty sheet. */
const drawing = ["M3 1.5H9.5V6", "M3 1.5V10.5H5", "M7.5 6.2a2.3 2.3 0 1 0 .01 0", "M9.2 10.1L11 12"];

export type NothingFoundProps = {
  text: string;
  /** Whether the words were searched as typed. */
  literal: boolean;
  /** What comes near, each way with how much it finds. */
  ways: { label: string; to: string }[];
  /** The same search among all kinds; null where it was made among all. */
  everythingHref: string | null;
  /** Places spelt much the same. */
  alike: EverythingFound["places"] | null;
};

/** What the page says when nothing fits: what to try next. */
export function NothingFound({ text, literal, ways, everythingHref, alike }: NothingFoundProps) {
  if (text === "") return <Empty title={m.search_none_yet()} drawing={drawing} />;
  return (
    <div className="grid gap-12">
      <Empty
        title={<span className="wrap-anywhere">{m.search_none_title({ text })}</span>}
        text={literal ? m.search_none_text_typed() : m.search_none_text()}
        drawing={drawing}
        action={
          ways.length > 0 || everythingHref ? (
            <NearWays
              ways={ways}
              otherwise={{ label: m.search_none_kind(), to: everythingHref ?? "/search" }}
            />
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
