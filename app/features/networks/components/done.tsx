import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { Notice } from "~/ui/notice";

const sentences = {
  joined: m.networks_done_joined,
  requested: m.networks_done_requested,
  withdrawn: m.networks_done_withdrawn,
  left: m.networks_done_left,
  created: m.networks_done_created,
  admitted: m.networks_done_admitted,
  declined: m.networks_done_declined,
  appointed: m.networks_done_appointed,
  ended: m.networks_done_ended,
  revoked: m.networks_done_revoked,
  changed: m.networks_done_changed,
  territory: m.networks_done_territory,
  closed: m.networks_done_closed,
  again: m.networks_done_again,
  "letter-withdrawn": m.networks_done_letter_withdrawn,
  announced: m.networks_done_announced,
  "taken-back": m.networks_done_taken_back,
  welcomed: m.networks_done_welcomed,
  "welcomed-in-person": m.networks_done_welcomed_in_person,
  written: m.networks_done_written,
  "let-be": m.networks_done_let_be,
  "taken-up": m.networks_done_taken_up,
};

export type DoneWord = keyof typeof sentences;

/** The word of an address (`?done=`) that says what was just done; null for any other. */
export const doneWord = (url: string): DoneWord | null => {
  const word = new URL(url).searchParams.get("done");
  return word !== null && Object.hasOwn(sentences, word) ? (word as DoneWord) : null;
};

/** Says once what was done, above the page it led to. @param children a way to undo it */
export function Done({ done, children }: { done: DoneWord | null; children?: ReactNode }) {
  if (!done) return null;
  return (
    <div className="mb-8">
      <Notice tone="board" role="status">
        <p>{sentences[done]()}</p>
        {children}
      </Notice>
    </div>
  );
}
