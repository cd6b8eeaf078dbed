import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { classes } from "./classes";

export type RegisterProps = {
  /** `RegisterRow`s. */
  children: ReactNode;
  /** An ordered list: the order means something. */
  ordered?: boolean;
  /** Draws its own heavy rule on top; leave it out under a `Section`, which has one. */
  ruled?: boolean;
};

/** A list as a register: light rules between rows, columns aligned over all rows. */
export function Register({ children, ordered, ruled }: RegisterProps) {
  const List = ordered ? "ol" : "ul";
  return <List className={classes("register", ruled && "ruled-top")}>{children}</List>;
}

export type RegisterRowProps = {
  /** What the eye finds first: a date, initials, a cover, a tag. */
  lead?: ReactNode;
  title: ReactNode;
  /** One or two small lines under the title. */
  detail?: ReactNode;
  /** A tag, a figure or a button at the end; under the text on a phone. */
  end?: ReactNode;
  /** Makes the title a link that answers on the whole row; other links in the row keep working. */
  to?: string;
  /** More under the detail: tags, an excerpt. */
  children?: ReactNode;
  id?: string;
};

/** One row of a `Register`. */
export function RegisterRow({ lead, title, detail, end, to, children, id }: RegisterRowProps) {
  return (
    <li className="row" id={id}>
      {lead === undefined || lead === null ? null : <div className="row-lead">{lead}</div>}
      <div className="row-body">
        <div className="row-title">{to ? <AppLink to={to}>{title}</AppLink> : title}</div>
        {detail ? <div className="row-detail">{detail}</div> : null}
        {children}
      </div>
      {end ? <div className="row-end">{end}</div> : null}
    </li>
  );
}

export { type Column, DataTable, type DataTableProps } from "./data-table";
