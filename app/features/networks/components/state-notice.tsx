import { Notice } from "~/ui/notice";
import type { NetworkState } from "~db/vocabulary/networks";
import { stateMeaning, stateWord } from "../state";

/** Says what the state of a network means, unless it is the usual one. */
export function StateNotice({ state }: { state: NetworkState }) {
  if (state === "active") return null;
  return (
    <div className="mb-8">
      <Notice
        tone={state === "starting" ? "plain" : "amber"}
        title={<span className="inline-block first-letter:uppercase">{stateWord(state)}</span>}
      >
        <p>{stateMeaning(state)}</p>
      </Notice>
    </div>
  );
}
