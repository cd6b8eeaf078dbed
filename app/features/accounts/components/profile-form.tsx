import { Form } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { SelectField } from "~/ui/fields/select-field";
import { TextField } from "~/ui/fields/text-field";

type ProfileFormProps = {
  name: string;
  /** "" follows the browser. */
  locale: string;
  languages: { value: string; label: string }[];
  refusal: FormRefusal | undefined;
};

/** Name and language. Sent as a whole document: the language stands in its first tag. */
export function ProfileForm({ name, locale, languages, refusal }: ProfileFormProps) {
  return (
    <Form method="post" action="/settings" reloadDocument noValidate className="mt-4">
      <FormErrors errors={refusal?.errors} />
      <TextField
        label={m.accounts_name()}
        name="name"
        autoComplete="name"
        hint={m.accounts_name_hint()}
        error={refusal?.errors.name}
        defaultValue={refusal?.values.name ?? name}
        required
      />
      <SelectField
        label={m.accounts_settings_language()}
        name="locale"
        hint={m.accounts_settings_language_hint()}
        options={languages}
        placeholder={m.accounts_settings_language_browser()}
        defaultValue={refusal?.values.locale ?? locale}
      />
      <Button variant="filled" className="mt-8" name="intent" value="profile">
        {m.accounts_settings_save()}
      </Button>
    </Form>
  );
}
