import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { RadioField } from "~/ui/fields/radio-field";
import { SelectField } from "~/ui/fields/select-field";
import { SuggestField } from "~/ui/fields/suggest-field";
import { TextArea, TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { joinPolicies } from "~db/vocabulary/networks";
import { LONGEST, slugOf } from "../network";
import { policyHint, policyWord } from "../words";
import type { loader } from "./new-network.server";

export { action, loader } from "./new-network.server";

export const meta: MetaFunction = () => pageTitle(m.networks_new_title());

export default function NewNetwork() {
  const { countries, termEnds } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const { errors = {}, values = {} } = refusal ?? {};
  const busy = useNavigation().state === "submitting";
  return (
    <Page
      title={m.networks_new_title()}
      lead={m.networks_new_lead()}
      crumbs={[{ to: "/networks", label: m.networks_title() }]}
    >
      <Form method="post" className="grid gap-6 *:mt-0">
        <FormErrors errors={refusal?.errors} />
        <NameAndAddress errors={errors} values={values} />
        <SelectField
          label={m.networks_new_country()}
          name="country"
          required
          options={countries}
          placeholder={m.networks_new_country_choose()}
          defaultValue={values.country}
          error={errors.country}
        />
        <SuggestField
          label={m.networks_new_place()}
          hint={m.networks_new_place_hint()}
          name="place"
          idName="placeId"
          action="/places/suggest"
          required
          maxLength={100}
          defaultValue={values.place}
          defaultId={values.placeId}
          error={errors.place}
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
        <RadioField
          label={m.networks_new_policy()}
          name="joinPolicy"
          defaultValue={values.joinPolicy ?? "open"}
          error={errors.joinPolicy}
          options={joinPolicies.map((policy) => ({
            value: policy,
            label: <span className="inline-block first-letter:uppercase">{policyWord(policy)}</span>,
            hint: policyHint(policy),
          }))}
        />
        <TextField
          label={m.networks_new_lead_email()}
          hint={m.networks_new_lead_email_hint({ date: termEnds })}
          name="leadEmail"
          type="email"
          optional
          autoComplete="off"
          defaultValue={values.leadEmail}
          error={errors.leadEmail}
        />
        <div>
          <Button variant="filled" busy={busy}>
            {m.networks_new_save()}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

type Texts = Record<string, string>;

/** While the address is untouched, it follows the name as it is typed. */
function NameAndAddress({ errors, values }: { errors: Texts; values: Texts }) {
  const [slug, setSlug] = useState(values.slug ?? "");
  const [follows, setFollows] = useState(!values.slug);
  return (
    <>
      <TextField
        label={m.networks_new_name()}
        hint={m.networks_new_name_hint()}
        name="name"
        required
        maxLength={LONGEST.name}
        defaultValue={values.name}
        error={errors.name}
        onChange={(event) => follows && setSlug(slugOf(event.currentTarget.value))}
      />
      <TextField
        label={m.networks_new_slug()}
        hint={m.networks_new_slug_hint()}
        name="slug"
        optional
        maxLength={LONGEST.slug}
        value={slug}
        error={errors.slug}
        onChange={(event) => {
          setSlug(event.currentTarget.value);
          setFollows(event.currentTarget.value === "");
        }}
      />
    </>
  );
}
