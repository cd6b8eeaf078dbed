import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { TextArea, TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { Section } from "~/ui/section";
import { AnnouncementText } from "../components/announcement-list";
import type { loader } from "./announce.server";

export { action, loader } from "./announce.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_announce_title({ network: data.network.name }) : "");

/** The form of an announcement; once it is in order, how it will look, above the form to change it. */
export default function Announce() {
  const { network, members, longest, most } = useLoaderData<typeof loader>();
  const answer = useActionData<FormRefusal & { preview?: string[] }>();
  const busy = useNavigation().state === "submitting";
  const { errors = {}, values = {}, preview } = answer ?? {};
  return (
    <Page
      title={m.networks_announce_title({ network: network.name })}
      lead={m.networks_announce_lead({ count: members, most })}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: `/networks/${network.slug}/coordinate`, label: m.networks_tab_coordinate() },
      ]}
    >
      {preview ? (
        <Section title={m.networks_announce_preview()}>
          <div role="status" className="py-4">
            <h3 className="wrap-anywhere">{values.title}</h3>
            <AnnouncementText paragraphs={preview} />
          </div>
          <Form method="post" className="mb-8">
            <input type="hidden" name="title" value={values.title} />
            <input type="hidden" name="body" value={values.body} />
            <Button variant="filled" busy={busy} name="intent" value="send">
              {m.networks_announce_send({ count: members })}
            </Button>
          </Form>
        </Section>
      ) : null}
      <Section title={preview ? m.networks_announce_change() : m.networks_announce_write()}>
        <Form method="post" className="grid gap-6 *:mt-0" noValidate>
          <FormErrors errors={answer?.errors} />
          <TextField
            label={m.networks_announce_field_title()}
            name="title"
            required
            maxLength={longest.title}
            defaultValue={values.title}
            error={errors.title}
          />
          <TextArea
            label={m.networks_announce_field_body()}
            hint={m.networks_announce_field_body_hint()}
            name="body"
            rows={10}
            required
            maxLength={longest.body}
            defaultValue={values.body}
            error={errors.body}
          />
          <div className="actions">
            <Button variant={preview ? "outlined" : "filled"} busy={busy} name="intent" value="preview">
              {preview ? m.networks_announce_preview_again() : m.networks_announce_look()}
            </Button>
            <ButtonLink to={`/networks/${network.slug}/coordinate`}>{m.networks_back()}</ButtonLink>
          </div>
        </Form>
      </Section>
    </Page>
  );
}
