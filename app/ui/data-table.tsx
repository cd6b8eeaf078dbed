import { type ReactNode, useId } from "react";
import { classes } from "./classes";

export type Column<Row> = {
  key: string;
  label: ReactNode;
  /** What stands in the cell of a row. */
  cell: (row: Row) => ReactNode;
  /** Figures line up at the end of the column. */
  numeric?: boolean;
  /** This cell names the row. */
  heads?: boolean;
};

export type DataTableProps<Row> = {
  /** What the table holds, for everybody; read out even when hidden. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** Too wide for a phone: it then scrolls inside its own frame. */
  wide?: boolean;
};

/** Figures in aligned columns under one heavy rule. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, keyOf, wide }: DataTableProps<Row>) {
  const captionId = useId();
  const table = (
    <table className="table-register">
      <caption id={captionId} className={classes(captionHidden && "sr-only")}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={classes(numeric && "numeric")}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!wide) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable with the keyboard
    <section className="table-frame" aria-labelledby={captionId} tabIndex={0}>
      {table}
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = classes(column.numeric && "numeric");
  if (!column.heads) return <td className={className}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  );
}
