import type { ReactNode } from "react";

export type Side = "light" | "dark";

/** The same parts by day and by night, side by side; ids inside must differ by `side`. */
export function Both({ children }: { children: (side: Side) => ReactNode }) {
  return (
    <div className="mt-4 grid gap-4 lg:grid-cols-2">
      {(["light", "dark"] as const).map((side) => (
        <div key={side} data-theme={side} className="min-w-0 border border-rule p-4">
          {children(side)}
        </div>
      ))}
    </div>
  );
}
