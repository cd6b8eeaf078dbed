import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Portrait } from "~/ui/portrait";
import { PhotoForm, RemovePhoto } from "../components/photo-form";
import type { loader } from "./photo.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./photo.server";

export const meta = () => pageTitle(m.accounts_photo_title());

export default function PhotoPage() {
  const { name, photo, done, error } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const errors = refusal?.errors ?? (error ? { photo: error } : undefined);
  return (
    <Page
      title={m.accounts_photo_title()}
      lead={m.accounts_photo_lead()}
      crumbs={[
        { to: "/settings", label: m.accounts_settings_title() },
        { to: "/settings/profile", label: m.accounts_profile_title() },
      ]}
    >
      <FormErrors errors={errors} />
      {done && !errors ? (
        <div className="mb-8">
          <Notice tone="board" role="status">
            <p>{done === "saved" ? m.accounts_photo_saved() : m.accounts_photo_removed()}</p>
          </Notice>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <Portrait name={name} photo={photo} size="large" alt={m.accounts_photo_yours()} />
        <p>{photo ? m.accounts_photo_now() : m.accounts_photo_none()}</p>
      </div>
      <PhotoForm error={errors?.photo} />
      {photo ? <RemovePhoto /> : null}
    </Page>
  );
}
