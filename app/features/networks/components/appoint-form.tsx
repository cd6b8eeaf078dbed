import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { RadioField } from "~/ui/fields/radio-field";
import { TextField } from "~/ui/fields/text-field";
import { Section } from "~/ui/section";
import type { CoordinatorDuty } from "~db/vocabulary/networks";
import { LONGEST_TERM_YEARS } from "../term";
import { dutyWord } from "../words";

type AppointFormProps = {
  person: { id: string; name: string };
  /** Who leads the network now, if it is somebody else. */
  lead: string | null;
  /** What the person is already. */
  duty: CoordinatorDuty | null;
  /** Days: today, the proposed last day, the latest there may be. */
  term: { from: string; usual: string; latest: string };
  /** The way back to the list of members. */
  chooseAnother: string;
  refusal: FormRefusal | undefined;
};

/** Duty and term of one appointment; for a hand-over, what becomes of the former lead. */
export function AppointForm({ person, lead, duty, term, chooseAnother, refusal }: AppointFormProps) {
  const busy = useNavigation().state === "submitting";
  const { errors = {}, values = {} } = refusal ?? {};
  const leadHint = lead ? m.networks_appoint_duty_lead_hint({ lead }) : m.networks_appoint_duty_lead_free();
  return (
    <Section
      title={m.networks_appoint_person({ person: person.name })}
      note={
        <span className="link">
          <AppLink to={chooseAnother}>{m.networks_appoint_another()}</AppLink>
        </span>
      }
    >
      <Form method="post" className="grid gap-6 *:mt-0">
        <FormErrors errors={refusal?.errors} />
        <input type="hidden" name="personId" value={person.id} />
        <RadioField
          label={m.networks_appoint_duty()}
          name="duty"
          defaultValue={values.duty ?? duty ?? "deputy"}
          error={errors.duty}
          options={[
            { value: "deputy", label: dutyWord("deputy"), hint: m.networks_appoint_duty_deputy_hint() },
            { value: "lead", label: dutyWord("lead"), hint: duty === "lead" ? undefined : leadHint },
          ]}
        />
        {lead ? (
          <RadioField
            label={m.networks_appoint_former({ person: person.name, lead })}
            name="formerLead"
            defaultValue={values.formerLead ?? "deputy"}
            options={[
              { value: "deputy", label: m.networks_appoint_former_deputy() },
              { value: "member", label: m.networks_appoint_former_member() },
            ]}
          />
        ) : null}
        <TextField
          label={m.networks_appoint_ends_on()}
          hint={m.networks_appoint_ends_on_hint({ years: LONGEST_TERM_YEARS })}
          name="endsOn"
          type="date"
          required
          min={term.from}
          max={term.latest}
          defaultValue={values.endsOn ?? term.usual}
          error={errors.endsOn}
        />
        <div>
          <Button variant="filled" busy={busy}>
            {m.networks_appoint_send()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
