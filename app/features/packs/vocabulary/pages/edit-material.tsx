import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { languageName } from "~/platform/i18n/vocabulary";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { SelectField } from "~/ui/fields/select-field";
import { TextArea, TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { unitName } from "../unit-names";
import type { loader } from "./edit-material.server";

export { action, loader } from "./edit-material.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? "");

export default function EditMaterial() {
  const { slug, name, saved } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const ofSubstitutes = refusal?.values.intent === "substitutes" ? refusal : undefined;
  const ofNames = refusal && !ofSubstitutes ? refusal : undefined;
  return (
    <Page
      title={name}
      lead={m.vocabulary_edit_lead()}
      crumbs={[
        { to: "/materials", label: m.materials_title() },
        { to: "/materials/vocabulary", label: m.vocabulary_title() },
      ]}
    >
      {saved && !refusal ? (
        <Notice tone="board" role="status">
          {m.vocabulary_saved()}
        </Notice>
      ) : null}
      <Names refusal={ofNames} />
      <Substitutes refusal={ofSubstitutes} />
      <Section title={m.vocabulary_merge_section()}>
        <p>{m.vocabulary_merge_text()}</p>
        <p className="mt-4">
          <ButtonLink to={`/materials/${slug}/merge`}>{m.vocabulary_merge_start()}</ButtonLink>
        </p>
      </Section>
    </Page>
  );
}

function Names({ refusal }: { refusal: FormRefusal | undefined }) {
  const material = useLoaderData<typeof loader>();
  const busy = useNavigation().formData?.get("intent") === "names";
  const values = { ...material, ...refusal?.values };
  const field = (name: "name" | "synonyms" | "fr" | "km") => ({
    name,
    defaultValue: values[name],
    error: refusal?.errors[name],
  });
  return (
    <Section title={m.vocabulary_names()}>
      <Form method="post" noValidate key={material.slug}>
        <FormErrors errors={refusal?.errors} />
        <TextField label={m.vocabulary_name()} {...field("name")} maxLength={120} required />
        <TextArea
          label={m.vocabulary_synonyms()}
          hint={m.vocabulary_synonyms_hint()}
          {...field("synonyms")}
        />
        <TextField label={languageName("fr")} {...field("fr")} maxLength={120} lang="fr" optional />
        <TextField label={languageName("km")} {...field("km")} maxLength={120} lang="km" optional />
        <SelectField
          label={m.vocabulary_unit()}
          name="unit"
          defaultValue={values.unit}
          options={material.units.map((unit) => ({ value: unit, label: unitName(unit) }))}
        />
        <SelectField
          label={m.vocabulary_kind()}
          name="kind"
          defaultValue={values.kind}
          options={[
            { value: "consumable", label: m.materials_consumables() },
            { value: "tool", label: m.materials_tools() },
          ]}
        />
        <Button variant="filled" className="mt-6" name="intent" value="names" busy={busy}>
          {m.vocabulary_save()}
        </Button>
      </Form>
    </Section>
  );
}

function Substitutes({ refusal }: { refusal: FormRefusal | undefined }) {
  const { slug, substitutes } = useLoaderData<typeof loader>();
  const busy = useNavigation().formData?.get("intent") === "substitutes";
  return (
    <Section title={m.vocabulary_substitutes()}>
      <Form method="post" noValidate key={slug}>
        <FormErrors errors={refusal?.errors} />
        <TextArea
          label={m.vocabulary_substitutes_label()}
          hint={m.vocabulary_substitutes_hint()}
          name="substitutes"
          defaultValue={refusal?.values.substitutes ?? substitutes}
          error={refusal?.errors.substitutes}
        />
        <Button className="mt-6" name="intent" value="substitutes" busy={busy}>
          {m.vocabulary_save_substitutes()}
        </Button>
      </Form>
    </Section>
  );
}
