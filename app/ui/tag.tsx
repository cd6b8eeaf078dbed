import { Children, type ReactNode } from "react";

export type Tone = "plain" | "board" | "amber" | "red" | "marker";

/**
 * A state or a fact in a word or two, never colour alone. Board: it can be done; amber: it waits;
 * red: wrong or late; marker: new.
 */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** A list of tags that wraps. */
export function Tags({ children }: { children: ReactNode }) {
  return (
    <ul className="tags">
      {Children.map(children, (tag) => (tag === null || tag === false ? null : <li>{tag}</li>))}
    </ul>
  );
}
