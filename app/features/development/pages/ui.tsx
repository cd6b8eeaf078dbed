import { Button } from "~/ui/button";
import { CheckGroup, CheckRow } from "~/ui/fields/check-field";
import { PageBody } from "~/ui/frame/page";
import { SquaredHead } from "~/ui/frame/squared-head";
import { Sheet } from "~/ui/sheet";
import { Controls } from "../components/controls";
import { Drawings } from "../components/drawings";
import { Forms } from "../components/forms";
import { Lists } from "../components/lists";

export { loader } from "./ui.server";

export const meta = () => [{ title: "Parts · Staffroom" }, { name: "robots", content: "noindex" }];

/** Every part of the design system in every state. */
export default function UiPage() {
  return (
    <>
      <SquaredHead
        over="For developers"
        title="Every part of the page"
        lead="By day and by night, filled, empty and wrong, with long words and other alphabets."
        tabs={[
          { to: "/dev/ui", label: "Parts", end: true },
          { to: "/dev/mail", label: "Mail" },
        ]}
        actions={<Button>An action</Button>}
      />
      <PageBody
        aside={
          <Sheet label="Filters">
            <CheckGroup label="Time">
              <CheckRow label="One lesson" name="time" value="lesson" count={3} />
              <CheckRow label="Half a day" name="time" value="half" count={3} defaultChecked />
            </CheckGroup>
          </Sheet>
        }
      >
        <p>Beside this text stand the filters; on a phone they open as a sheet.</p>
      </PageBody>
      <PageBody wide>
        <Controls />
        <Forms />
        <Lists />
        <Drawings />
      </PageBody>
    </>
  );
}
