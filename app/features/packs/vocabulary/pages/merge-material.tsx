import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { SuggestField } from "~/ui/fields/suggest-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { loader } from "./merge-material.server";

export { action, loader } from "./merge-material.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.vocabulary_merge_title({ material: data.name }) : "");

export default function MergeMaterial() {
  const { slug, name, typed, notFound, preview } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.vocabulary_merge_title({ material: name })}
      lead={m.vocabulary_merge_lead()}
      crumbs={[
        { to: "/materials/vocabulary", label: m.vocabulary_title() },
        { to: `/materials/${slug}/edit`, label: name },
      ]}
    >
      <FormErrors errors={refusal?.errors} idFor={() => "field-q"} />
      {preview ? (
        <Confirm />
      ) : (
        <Form action={`/materials/${slug}/merge`}>
          <SuggestField
            label={m.vocabulary_merge_into()}
            hint={m.vocabulary_merge_into_hint()}
            name="q"
            idName="into"
            action="/materials/suggest"
            defaultValue={typed}
            error={notFound ? m.vocabulary_merge_not_found() : undefined}
            maxLength={120}
          />
          <Button variant="filled" className="mt-6">
            {m.vocabulary_merge_look()}
          </Button>
        </Form>
      )}
    </Page>
  );
}

/** What will happen, and that it cannot be taken back. */
function Confirm() {
  const { slug, preview } = useLoaderData<typeof loader>();
  const busy = useNavigation().state === "submitting";
  if (!preview) return null;
  const { from, into, packs, morePacks, newNames } = preview;
  return (
    <>
      <Section title={m.vocabulary_merge_what({ from: from.name, into: into.name })}>
        <ul className="list-disc space-y-3 ps-6">
          <li>
            {m.vocabulary_merge_packs({
              count: packs.length + morePacks,
              from: from.name,
              into: into.name,
            })}
            {packs.length > 0 ? (
              <ul className="small mt-1 flex flex-wrap gap-x-4">
                {packs.map((pack) => (
                  <li key={pack.slug} lang={pack.language}>
                    <AppLink to={`/packs/${pack.slug}`} className="link">
                      {pack.title}
                    </AppLink>
                  </li>
                ))}
                {morePacks > 0 ? <li>{m.materials_missing_more({ count: morePacks })}</li> : null}
              </ul>
            ) : null}
          </li>
          {newNames.length > 0 ? (
            <li>{m.vocabulary_merge_names({ into: into.name, names: newNames.join(" · ") })}</li>
          ) : null}
          <li>{m.vocabulary_merge_links({ from: from.name, into: into.name })}</li>
          {from.kind !== into.kind ? <li>{m.vocabulary_merge_kinds({ into: into.name })}</li> : null}
        </ul>
      </Section>
      <Form method="post" className="mt-8 grid gap-6">
        <Notice tone="amber" title={m.vocabulary_merge_forever()}>
          <p>{m.vocabulary_merge_forever_text()}</p>
        </Notice>
        <input type="hidden" name="into" value={into.slug} />
        <div className="actions">
          <Button variant="danger" busy={busy}>
            {m.vocabulary_merge_do({ from: from.name, into: into.name })}
          </Button>
          <ButtonLink to={`/materials/${slug}/merge`}>{m.vocabulary_merge_other()}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
