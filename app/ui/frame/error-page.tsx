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
  "M0.5 4H4.6M7.6 4H11.5M0.9 4V8M11.1 4V8M5.2 7.9L7.1 6.8",
  "M0.5 4L1.7 1.5L2.9 4L4.1 1.5H1.7M11.5 4L10.3 1.5L9.1 4L7.9 1.5H10.3",
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
