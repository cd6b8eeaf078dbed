import { classes } from "./classes";
import { titleLines } from "./cover-title";

export type CoverProps = {
  title: string;
  /** The first subject of the pack, as in the vocabulary; gives the colour. */
  subject: string;
  /** SVG path data, lines on a 12 by 12 grid, y downwards. */
  drawing: string[];
  /** Small (88 px): no writing; middle: fills its column; large: beside the title of the pack's page. */
  size?: "small" | "middle" | "large";
  /** No title stands beside it: the cover is read out by its own. */
  alone?: boolean;
};

// The book is 180 by 240; these are the label and the grid on it.
const label = { x: 29, y: 18, width: 136, height: 57 };
const cell = 11.25;

/** A pack as an exercise book. */
export function Cover({ title, subject, drawing, size = "middle", alone }: CoverProps) {
  const naming = alone ? { role: "img", "aria-label": title } : { "aria-hidden": true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden or named by its label; a title element would show a tooltip
    <svg
      className={classes("cover", `cover-${size}`, `cover-${subject}`)}
      viewBox="0 0 180 240"
      focusable="false"
      {...naming}
    >
      <path
        className="cover-book"
        d="M0 1a1 1 0 0 1 1-1h176a3 3 0 0 1 3 3v234a3 3 0 0 1-3 3H1a1 1 0 0 1-1-1z"
      />
      <path className="cover-spine" d="M14 0v240H1a1 1 0 0 1-1-1V1a1 1 0 0 1 1-1z" />
      <path
        className="cover-label"
        d={`M${label.x} ${label.y}h${label.width}v${label.height}h-${label.width}z`}
      />
      {size === "small" ? (
        <path className="cover-writing" d="M39 32h90M39 46h106M39 60h66" />
      ) : (
        <Title title={title} />
      )}
      <g transform={`translate(29.5 90) scale(${cell})`} className="cover-lines">
        <path className="cover-grid" d={gridPath} />
        <path d={drawing.join("")} />
      </g>
    </svg>
  );
}

function Title({ title }: { title: string }) {
  const { lines, fontSize } = titleLines(title, label.width - 9, [14.3, 12]);
  const lineHeight = fontSize * 1.18;
  const first = label.y + label.height / 2 - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35;
  const rightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(title);
  const start = rightToLeft ? label.x + label.width - 4.5 : label.x + 4.5;
  return (
    <text className="cover-title" fontSize={fontSize} direction={rightToLeft ? "rtl" : undefined}>
      {lines.map((line, index) => (
        <tspan key={index} x={start} y={first + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Twelve squares by twelve: two strokes as wide as the grid, which their dashes (see the styles) cut into lines. */
const gridPath = "M-.03 6h12.06M6-.03v12.06";
