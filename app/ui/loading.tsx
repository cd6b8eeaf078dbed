import { useNavigation } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";

/** A line along the top of the window while the next page loads; it appears after 200 ms (see styles). */
export function LoadingBar() {
  const { state } = useNavigation();
  if (state === "idle") return null;
  return <div className="loading-bar" role="progressbar" aria-label={m.ui_loading()} />;
}

export type SkeletonProps = {
  /** How many rows will come, so that the page does not jump. */
  rows?: number;
};

/** Stands where a register is still on its way. */
export function Skeleton({ rows = 3 }: SkeletonProps) {
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{m.ui_loading()}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-row" />
      ))}
    </div>
  );
}
