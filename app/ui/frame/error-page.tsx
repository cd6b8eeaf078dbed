import type { ReactNode } from "react";
import { LineDrawing } from "../line-drawing";

export type ErrorPageProps = {
  /** What happened, in a few words. */
  title: ReactNode;
  /** What to do now. */
  text?: ReactNode;
  action?: ReactNode;
};

const brokenBridge = [
  "M0.5 7.5H4.6M7.6 7.5H11.5M0.9 7.5V11.5M11.1 7.5V11.5M5.2 11.4L7.1 10.3",
  "M0.5 7.5L1.7 5L2.9 7.5L4.1 5H1.7M11.5 7.5L10.3 5L9.1 7.5L7.9 5H10.3",
];

/** A whole page that says what went wrong and what to do; needs no data, so that nothing in it can fail. */
export function ErrorPage({ title, text, action }: ErrorPageProps) {
  return (
    <div className="squared error-page">
      <div className="error-page-in">
        <div>
          <h1>{title}</h1>
          {text ? <p className="lead">{text}</p> : null}
          {action ? <div className="actions">{action}</div> : null}
        </div>
        <LineDrawing drawing={brokenBridge} />
      </div>
    </div>
  );
}
