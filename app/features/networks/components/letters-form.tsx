import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/fields/text-field";
import { LONGEST_LIST, MOST_LETTERS } from "../letter-limits";

/** The pasted list of addresses. */
export function LettersForm({ refusal }: { refusal: FormRefusal | undefined }) {
  const busy = useNavigation().formData?.get("intent") === "invite";
  return (
    <Form method="post" className="grid gap-6 *:mt-0" noValidate>
      <TextArea
        label={m.networks_addresses()}
        hint={m.networks_addresses_hint({ most: MOST_LETTERS.atOnce })}
        name="addresses"
        id="addresses"
        required
        rows={8}
        maxLength={LONGEST_LIST}
        autoComplete="off"
        spellCheck={false}
        defaultValue={refusal?.values.addresses}
        error={refusal?.errors.addresses}
      />
      <div>
        <Button variant="filled" name="intent" value="invite" busy={busy}>
          {m.networks_letters_send()}
        </Button>
      </div>
    </Form>
  );
}
