import { m } from "~/platform/i18n/messages";

export type Bar = {
  start: string;
  name: string;
  /** Null where there is no figure. */
  value: number | null;
  /** The figure in words; null with the value. */
  label: string | null;
};

type QuarterBarsProps = {
  title: string;
  bars: Bar[];
  /** The value of a full column; the largest one where it is left out. */
  full?: number;
};

const STEP = 44;
const WIDTH = 36;
const HEIGHT = 88;
const TOP = 18;

/** One figure over the quarters: columns in grey, the present one in green, each with its number on top. */
export function QuarterBars({ title, bars, full }: QuarterBarsProps) {
  const most = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const said = bars.map(({ name, label }) => `${name}: ${label ?? m.networks_health_none()}`).join("; ");
  return (
    <svg
      viewBox={`0 0 ${bars.length * STEP} ${TOP + HEIGHT + 20}`}
      className="w-full max-w-[30rem]"
      role="img"
      aria-label={`${title}. ${said}`}
      fontSize="11"
    >
      {bars.map((bar, n) => {
        const isNow = n === bars.length - 1;
        const height = bar.value === null ? 0 : Math.max(1, (bar.value / most) * HEIGHT);
        const middle = n * STEP + WIDTH / 2;
        return (
          <g key={bar.start}>
            <rect
              className={isNow ? "text-board" : "text-rule"}
              fill="currentColor"
              x={n * STEP}
              y={TOP + HEIGHT - height}
              width={WIDTH}
              height={height}
            />
            <text
              className={isNow ? "text-ink font-bold" : "text-ink-2"}
              fill="currentColor"
              x={middle}
              y={TOP + HEIGHT - height - 5}
              textAnchor="middle"
            >
              {bar.label ?? "–"}
            </text>
            <text
              className="text-ink-3"
              fill="currentColor"
              x={middle}
              y={TOP + HEIGHT + 14}
              textAnchor="middle"
              fontSize="9"
            >
              {bar.name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
