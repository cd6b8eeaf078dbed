import { isSitePath } from "~/platform/http/site-path";
import { AppLink } from "../app-link";
import { classes } from "../classes";

export type MapCircle = {
  /** In squares, fractions allowed: 3.5 is the middle of column 3. */
  column: number;
  row: number;
  name: string;
  to?: string;
  /** The reader's own: marked yellow, with its name. */
  own?: boolean;
  /** Writes the name beside it, or these words instead; false leaves out even the reader's own. */
  label?: boolean | string;
};

type CircleProps = {
  circle: MapCircle;
  /** In squares. */
  radius: number;
  columns: number;
};

/** A network on the map, a link where it has an address. */
export function Circle({ circle, radius, columns }: CircleProps) {
  const { column, row, name, to, own, label } = circle;
  const written = typeof label === "string" ? label : (label ?? own) ? name : null;
  const marks = (
    <>
      <circle className="map-target" cx={column} cy={row} r={radius * 2.2} />
      <circle className="map-circle" cx={column} cy={row} r={own ? radius * 1.3 : radius} />
      {written ? <CircleLabel {...{ column, row, radius, columns, written }} /> : null}
    </>
  );
  const className = classes("map-network", own && "map-own");
  if (!isSitePath(to)) {
    return (
      <g className={className}>
        <title>{name}</title>
        {marks}
      </g>
    );
  }
  return (
    <AppLink to={to} className={className} aria-label={name}>
      {marks}
    </AppLink>
  );
}

type LabelProps = { column: number; row: number; radius: number; columns: number; written: string };

/** Stands after the circle, or before it where the map ends soon. */
function CircleLabel({ column, row, radius, columns, written }: LabelProps) {
  const needed = written.length * radius * 1.3 + radius * 2;
  const before = column + needed > columns + 0.5 && column > columns / 2;
  return (
    <text
      className="map-label"
      x={before ? column - radius * 2 : column + radius * 2}
      y={row}
      textAnchor={before ? "end" : "start"}
    >
      {written}
    </text>
  );
}
