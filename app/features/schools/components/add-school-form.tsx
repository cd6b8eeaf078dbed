import { Form } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { SelectField } from "~/ui/fields/select-field";
import { TextField } from "~/ui/fields/text-field";
import { Register } from "~/ui/register";
import type { AddRefusal } from "../pages/my-school.server";
import { ChooseButton } from "./choose-button";
import { SchoolRow, type ShownSchool } from "./school-row";

type AddSchoolFormProps = {
  countries: { value: string; label: string }[];
  likelyCountry: string;
  refusal: AddRefusal | undefined;
};

/** "My school is not listed." Where it may be listed, those it may be come first, and it can be added all the same. */
export function AddSchoolForm({ countries, likelyCountry, refusal }: AddSchoolFormProps) {
  const { errors = {}, values = {}, alike = [] } = refusal ?? {};
  return (
    <>
      {alike.length > 0 ? <Alike schools={alike} /> : null}
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
        {alike.length > 0 ? <input type="hidden" name="sure" value="1" /> : null}
        <Button variant="outlined" className="mt-8" name="intent" value="add">
          {alike.length > 0 ? m.schools_add_anyway() : m.schools_add_button()}
        </Button>
      </Form>
    </>
  );
}

function Alike({ schools }: { schools: ShownSchool[] }) {
  return (
    <div className="mt-6" role="status">
      <h3 id="alike">{m.schools_alike_title()}</h3>
      <p className="mb-4">{m.schools_alike_text()}</p>
      <Register ruled>
        {schools.map((school) => (
          <SchoolRow
            key={school.id}
            school={school}
            end={<ChooseButton schoolId={school.id} name={school.name} />}
          />
        ))}
      </Register>
    </div>
  );
}
