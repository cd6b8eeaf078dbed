import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { ProfileFields } from "../components/profile-fields";
import type { loader, Ticked } from "./profile.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./profile.server";

export const meta = () => pageTitle(m.accounts_profile_title());

export default function ProfilePage() {
  const { id, profile, languages, done } = useLoaderData<typeof loader>();
  const refusal = useActionData() as (FormRefusal & { ticked: Ticked }) | undefined;
  return (
    <Page
      title={m.accounts_profile_title()}
      lead={m.accounts_profile_lead()}
      crumbs={[{ to: "/settings", label: m.accounts_settings_title() }]}
      actions={<ButtonLink to="/settings/photo">{m.accounts_photo_title()}</ButtonLink>}
    >
      <FormErrors errors={refusal?.errors} />
      {done && !refusal ? (
        <div className="mb-8">
          <Notice tone="board" role="status">
            <p>
              {m.accounts_profile_saved()} <AppLink to={`/people/${id}`}>{m.accounts_profile_look()}</AppLink>
            </p>
          </Notice>
        </div>
      ) : null}
      <ProfileFields profile={profile} languages={languages} refusal={refusal} />
    </Page>
  );
}
