import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { Posting } from "./need-list";

/** Brings back at once what was just let be. */
export function Undo({ need }: { need: { kind: string; subjectId: string } | null }) {
  if (!need) return null;
  return (
    <div className="mt-2">
      <Posting fields={{ intent: "take-up", ...need }}>
        <Button small>{m.networks_undo()}</Button>
      </Posting>
    </div>
  );
}
