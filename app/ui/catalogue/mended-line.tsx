import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import { matchEnd, matchStart } from "../highlight";

export type MendedLineProps = {
  /** The text that was searched, mended words between \uE000 and \uE001. */
  shown: string;
  /** The words that were mended, as they were typed. */
  typed: string;
  /** The same search without mending. */
  literalHref: string;
};

/** Says that misspelt words were read as others, and offers to take them as typed. */
export function MendedLine({ shown, typed, literalHref }: MendedLineProps) {
  return (
    <p className="mended-line">
      <Strong text={m.ui_mended({ words: shown })} />{" "}
      <AppLink to={literalHref}>{m.ui_as_typed({ words: typed })}</AppLink>
    </p>
  );
}

export type MeantLineProps = {
  /** The text that may be meant, mended words between \uE000 and \uE001. */
  shown: string;
  to: string;
  /** How much it finds, in words. */
  count: string;
};

/** Offers other words where those that were typed found little. */
export function MeantLine({ shown, to, count }: MeantLineProps) {
  return (
    <p className="mended-line">
      <AppLink to={to}>
        <Strong text={m.ui_did_you_mean({ words: shown })} />
      </AppLink>{" "}
      {count}
    </p>
  );
}

/** Text with what stands between the marks in bold. */
function Strong({ text }: { text: string }) {
  return (
    <>
      {text.split(matchStart).map((part, index) => {
        if (index === 0) return part;
        const [inside = "", after = ""] = part.split(matchEnd);
        return (
          <span key={index}>
            <strong>{inside}</strong>
            {after}
          </span>
        );
      })}
    </>
  );
}
