import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { TextArea } from "~/ui/fields/text-field";

type WordsFormProps = {
  refusal: FormRefusal | undefined;
  /** What stands in the field until it is changed. */
  proposed: string;
  longest: number;
  /** Who reads it, and how it reaches them. */
  hint: string;
  /** On the main button. */
  send: string;
  back: string;
  /** Other ways out, after the main button. */
  children?: ReactNode;
};

/** A few words of a coordinator to a member, written for them as far as that goes. */
export function WordsForm({ refusal, proposed, longest, hint, send, back, children }: WordsFormProps) {
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="grid gap-6 *:mt-0" noValidate>
      <FormErrors errors={refusal?.errors} />
      <TextArea
        label={m.networks_words()}
        hint={hint}
        name="words"
        rows={8}
        required
        maxLength={longest}
        defaultValue={refusal?.values.words ?? proposed}
        error={refusal?.errors.words}
      />
      <div className="actions">
        <Button variant="filled" busy={busy}>
          {send}
        </Button>
        {children}
        <ButtonLink variant="quiet" to={back}>
          {m.networks_back()}
        </ButtonLink>
      </div>
    </Form>
  );
}
