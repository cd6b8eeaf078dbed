import { Form } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { SelectField } from "~/ui/fields/select-field";
import { TextField } from "~/ui/fields/text-field";

type AddSchoolFormProps = {
  countries: { value: string; label: string }[];
  likelyCountry: string;
  refusal: FormRefusal | undefined;
};

/** "My school is not listed." */
export function AddSchoolForm({ countries, likelyCountry, refusal }: AddSchoolFormProps) {
  const { errors = {}, values = {} } = refusal ?? {};
  return (
    <Form method="post" action="/settings/school" className="mt-4" noValidate>
      <FormErrors errors={refusal?.errors} />
      <TextField
        label={m.schools_add_name()}
        name="name"
        autoComplete="organization"
        error={errors.name}
        defaultValue={values.name}
        maxLength={200}
        required
      />
      <TextField
        label={m.schools_add_town()}
        name="town"
        autoComplete="off"
        error={errors.town}
        defaultValue={values.town}
        maxLength={100}
        required
      />
      <TextField
        label={m.schools_add_postcode()}
        name="postcode"
        autoComplete="off"
        optional
        hint={m.schools_add_postcode_hint()}
        error={errors.postcode}
        defaultValue={values.postcode}
        maxLength={20}
      />
      <SelectField
        label={m.schools_add_country()}
        name="country"
        options={countries}
        placeholder={m.schools_add_country_choose()}
        error={errors.country}
        defaultValue={values.country ?? likelyCountry}
        required
      />
      <Button variant="outlined" className="mt-8" name="intent" value="add">
        {m.schools_add_button()}
      </Button>
    </Form>
  );
}
