import type { ReactNode } from "react";
import { LineDrawing } from "./line-drawing";

export type EmptyProps = {
  title: ReactNode;
  /** What will be here, in a sentence or two. */
  text?: ReactNode;
  /** The first step: a button or a link. */
  action?: ReactNode;
  /** Lines on a 12 by 12 grid, as on a cover. */
  drawing?: string[];
};

/** An empty list or page: says what will be here and gives the first step, on squared paper. */
export function Empty({ title, text, action, drawing }: EmptyProps) {
  return (
    <div className="empty squared">
      {drawing ? <LineDrawing drawing={drawing} /> : null}
      <div className="empty-words">
        <p className="empty-title">{title}</p>
        {text ? <p>{text}</p> : null}
        {action ? <div className="empty-action">{action}</div> : null}
      </div>
    </div>
  );
}
