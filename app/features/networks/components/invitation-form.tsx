import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { RadioField } from "~/ui/fields/radio-field";
import { TextField } from "~/ui/fields/text-field";
import { INVITATION_DAYS, LONGEST_NOTE, MOST_USES, USUAL_INVITATION_DAYS } from "../invitation";

type InvitationFormProps = {
  /** Names this form, so that sent twice it makes one link. */
  formKey: string;
  refusal: FormRefusal | undefined;
};

/** What a new link is for, how long it works and for how many. */
export function InvitationForm({ formKey, refusal }: InvitationFormProps) {
  const busy = useNavigation().state === "submitting";
  const { errors = {}, values = {} } = refusal ?? {};
  return (
    <Form method="post" className="grid gap-6 *:mt-0">
      <input type="hidden" name="formKey" value={formKey} />
      <TextField
        label={m.networks_invitation_note()}
        hint={m.networks_invitation_note_hint()}
        name="note"
        optional
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        defaultValue={values.note}
        error={errors.note}
      />
      <RadioField
        label={m.networks_invitation_days()}
        name="days"
        defaultValue={values.days ?? String(USUAL_INVITATION_DAYS)}
        error={errors.days}
        options={INVITATION_DAYS.map((days) => ({
          value: String(days),
          label: m.networks_invitation_days_option({ days }),
        }))}
      />
      <TextField
        label={m.networks_invitation_limit()}
        hint={m.networks_invitation_limit_hint()}
        name="usesLimit"
        type="number"
        optional
        inputMode="numeric"
        min={1}
        max={MOST_USES}
        className="max-w-60"
        defaultValue={values.usesLimit}
        error={errors.usesLimit}
      />
      <div>
        <Button variant="filled" busy={busy}>
          {m.networks_invitation_make()}
        </Button>
      </div>
    </Form>
  );
}
