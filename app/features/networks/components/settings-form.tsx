import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { RadioField } from "~/ui/fields/radio-field";
import { TextArea, TextField } from "~/ui/fields/text-field";
import { joinPolicies, type NetworkState, networkStates } from "~db/vocabulary/networks";
import { LONGEST } from "../network";
import { stateMeaning, stateWord } from "../state";
import { policyHint, policyWord } from "../words";

type SettingsFormProps = {
  settings: { state: NetworkState } & Record<
    "name" | "summary" | "description" | "joinPolicy" | "welcome" | "version",
    string
  >;
  /** Whether the reader may open a closed network again. */
  mayReopen: boolean;
  refusal: FormRefusal | undefined;
};

/** Everything of a network that its coordinators change. */
export function SettingsForm({ settings, mayReopen, refusal }: SettingsFormProps) {
  const busy = useNavigation().state === "submitting";
  const { errors = {} } = refusal ?? {};
  const values: Record<string, string> = { ...settings, ...refusal?.values };
  const closed = settings.state === "closed";
  const states = networkStates.filter((state) => (state === "closed" ? closed : !closed || mayReopen));
  const asTyped = (word: string) => <span className="inline-block first-letter:uppercase">{word}</span>;
  return (
    <Form method="post" className="grid gap-6 *:mt-0">
      <input type="hidden" name="version" value={values.version} />
      <TextField
        label={m.networks_new_name()}
        hint={m.networks_settings_name_hint()}
        name="name"
        required
        maxLength={LONGEST.name}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        label={m.networks_new_summary()}
        name="summary"
        required
        maxLength={LONGEST.summary}
        defaultValue={values.summary}
        error={errors.summary}
      />
      <TextArea
        label={m.networks_new_description()}
        hint={m.networks_new_description_hint()}
        name="description"
        optional
        maxLength={LONGEST.description}
        defaultValue={values.description}
        error={errors.description}
      />
      <TextArea
        label={m.networks_welcome()}
        hint={m.networks_welcome_hint()}
        name="welcome"
        optional
        maxLength={LONGEST.welcome}
        defaultValue={values.welcome}
        error={errors.welcome}
      />
      <RadioField
        label={m.networks_new_policy()}
        name="joinPolicy"
        defaultValue={values.joinPolicy}
        error={errors.joinPolicy}
        options={joinPolicies.map((policy) => ({
          value: policy,
          label: asTyped(policyWord(policy)),
          hint: policyHint(policy),
        }))}
      />
      <RadioField
        label={m.networks_state()}
        name="state"
        defaultValue={values.state}
        error={errors.state}
        options={states.map((state) => ({
          value: state,
          label: asTyped(stateWord(state)),
          hint: stateMeaning(state),
        }))}
      />
      <div>
        <Button variant="filled" busy={busy}>
          {m.networks_settings_save()}
        </Button>
      </div>
    </Form>
  );
}
