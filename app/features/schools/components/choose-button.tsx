import { Form } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";

/** "This is my school." */
export function ChooseButton({ schoolId, name }: { schoolId: string; name: string }) {
  return (
    <Form method="post" action="/settings/school">
      <input type="hidden" name="schoolId" value={schoolId} />
      <Button variant="outlined" small name="intent" value="choose">
        {m.schools_choose_this()}
        <span className="sr-only"> {name}</span>
      </Button>
    </Form>
  );
}
