import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { classes } from "./classes";

export type SectionProps = {
  title: ReactNode;
  /** Leads to all of it, at the end of the heading's line. */
  link?: { to: string; label: string };
  /** A few words or a control at the end of the heading's line. */
  note?: ReactNode;
  /** Heading level; 3 is the smaller heading of a side column. */
  level?: 2 | 3;
  /** False leaves out the heavy rule, where a drawing follows rather than a list. */
  rule?: boolean;
  /** For links into the page. */
  id?: string;
  children?: ReactNode;
};

/** A part of a page: a heading over one heavy rule. */
export function Section({ title, link, note, level = 2, rule = true, id, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    // Without a name it is no landmark: a page has many, and the headings lead through them.
    <section className={classes("section", level === 3 && "section-small")} id={id}>
      <div className={classes("section-head", rule && "ruled")}>
        <Heading>{title}</Heading>
        {note ? <div className="section-note">{note}</div> : null}
        {link ? (
          <AppLink to={link.to} className="section-link">
            {link.label}
          </AppLink>
        ) : null}
      </div>
      {children}
    </section>
  );
}
