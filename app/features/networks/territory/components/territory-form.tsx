import { Form, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { CheckGroup, CheckRow } from "~/ui/fields/check-field";
import { FieldError } from "~/ui/fields/field";
import { RadioField } from "~/ui/fields/radio-field";
import { TextArea, TextField } from "~/ui/fields/text-field";
import { MOST } from "../limits";

type TerritoryFormProps = {
  version: string;
  /** Name of the country whose local authorities are offered. */
  country: string;
  kind: string;
  radiusKm: number | null;
  corners: string;
  chosen: string[];
  authorities: { name: string; schools: number }[];
  refusal: FormRefusal | undefined;
};

// Fields of a kind that is not chosen are out of the way; a browser that does not know :has() shows them all.
/** Which ground is the network's own: the kind, and the fields of every kind, so that it works without scripts. */
export function TerritoryForm(props: TerritoryFormProps) {
  const { refusal, authorities, country } = props;
  const busy = useNavigation().state === "submitting";
  const { errors = {}, values } = refusal ?? {};
  const isChosen = (name: string) =>
    values ? values[`authority:${name}`] !== undefined : props.chosen.includes(name);
  return (
    <Form method="post" className="group/kinds grid gap-6 *:mt-0">
      <input type="hidden" name="version" value={values?.version ?? props.version} />
      <RadioField
        label={m.networks_territory_kind()}
        name="kind"
        defaultValue={values?.kind ?? props.kind}
        error={errors.kind}
        options={[
          { value: "none", label: m.networks_territory_none(), hint: m.networks_territory_none_hint() },
          { value: "radius", label: m.networks_territory_radius() },
          {
            value: "authorities",
            label: m.networks_territory_authorities(),
            hint: authorities.length === 0 ? m.networks_territory_no_authorities({ country }) : undefined,
            disabled: authorities.length === 0,
          },
          { value: "border", label: m.networks_territory_border() },
        ]}
      />
      <TextField
        label={m.networks_territory_radius_km()}
        hint={m.networks_territory_radius_hint({ most: MOST.radiusKm })}
        name="radiusKm"
        inputMode="numeric"
        maxLength={10}
        className="group-not-has-[[value=radius]:checked]/kinds:hidden"
        defaultValue={values?.radiusKm ?? props.radiusKm ?? ""}
        error={errors.radiusKm}
      />
      {authorities.length > 0 ? (
        <div
          id="field-authorities"
          tabIndex={-1}
          className="group-not-has-[[value=authorities]:checked]/kinds:hidden"
        >
          <CheckGroup label={m.networks_territory_authorities_of({ country })}>
            <FieldError id="field-authorities" error={errors.authorities} />
            <div className="max-h-96 gap-x-6 overflow-y-auto sm:columns-2">
              {authorities.map(({ name, schools }) => (
                <CheckRow
                  key={name}
                  label={name}
                  name={`authority:${name}`}
                  value="yes"
                  count={schools}
                  defaultChecked={isChosen(name)}
                />
              ))}
            </div>
          </CheckGroup>
        </div>
      ) : null}
      <TextArea
        label={m.networks_territory_corners()}
        hint={m.networks_territory_corners_hint()}
        name="corners"
        rows={6}
        className="group-not-has-[[value=border]:checked]/kinds:hidden"
        maxLength={MOST.characters}
        defaultValue={values?.corners ?? props.corners}
        error={errors.corners}
      />
      <div>
        <Button variant="filled" busy={busy}>
          {m.networks_settings_save()}
        </Button>
      </div>
    </Form>
  );
}
