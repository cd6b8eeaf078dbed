import { useId } from "react";
import { Circle, type MapCircle } from "./circle";
import { landPath, type MapSquare, weightPaths } from "./squares";

export type SquareMapProps = {
  /** The places with schools: column and row of the square, from 0 at the top left; 4 is the darkest. */
  squares: MapSquare[];
  /** Squares of land, drawn in grey under the others; empty where the schools draw the country themselves. */
  land: { column: number; row: number }[];
  /** Path of the ground that is meant, in squares, drawn over the land and under the schools. */
  ground?: string;
  circles: MapCircle[];
  /** The size of the whole, in squares. */
  columns: number;
  rows: number;
  title: string;
  /** What the map shows, in words; a list beside it says the same in full. */
  description: string;
};

/** A map of coloured-in squares with circles for networks, drawn in one small SVG. */
export function SquareMap(props: SquareMapProps) {
  const { squares, land, ground, circles, columns, rows, title, description } = props;
  const id = useId();
  const radius = Math.max(columns, rows) / 80;
  const labelled = [...circles].sort((a, b) => Number(a.own ?? false) - Number(b.own ?? false));
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset in SVG
    <svg
      className="square-map"
      viewBox={`-0.5 -0.5 ${columns + 1} ${rows + 1}`}
      fontSize={radius * 2.1}
      role="group"
      aria-label={title}
      aria-describedby={id}
    >
      <desc id={id}>{description}</desc>
      {land.length > 0 ? <path className="map-land" d={landPath(land, squares)} /> : null}
      {ground ? <path className="map-ground" d={ground} /> : null}
      {weightPaths(squares).map(([weight, path]) => (
        <path key={weight} className={`map-weight-${weight}`} d={path} />
      ))}
      {labelled.map((circle) => (
        <Circle key={circle.to ?? circle.name} circle={circle} radius={radius} columns={columns} />
      ))}
    </svg>
  );
}
