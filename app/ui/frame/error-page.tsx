import type { ReactNode } from "react";

export type ErrorPageProps = {
  /** What happened, in a few words. */
  title: ReactNode;
  /** What to do now. */
  text?: ReactNode;
  action?: ReactNode;
};

/** A whole page that says what went wrong and what to do; needs no data, so that nothing in it can fail. */
export function ErrorPage({ title, text, action }: ErrorPageProps) {
  return (
    <div className="squared error-page">
      <div className="error-page-in">
        <h1>{title}</h1>
        {text ? <p className="lead">{text}</p> : null}
        {action ? <div className="actions">{action}</div> : null}
      </div>
    </div>
  );
}
