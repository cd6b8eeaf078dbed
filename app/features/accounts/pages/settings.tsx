import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { PasswordForm } from "../components/password-form";
import { ProfileForm } from "../components/profile-form";
import type { loader } from "./settings.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./settings.server";

export const meta = () => pageTitle(m.accounts_settings_title());

export default function SettingsPage() {
  const { done, email, ...profile } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const refused = (intent: string) => (refusal?.values.intent === intent ? refusal : undefined);
  return (
    <Page title={m.accounts_settings_title()}>
      {done && !refusal ? (
        <Notice tone="board" role="status">
          <p>{done === "password" ? m.accounts_settings_password_done() : m.accounts_settings_saved()}</p>
        </Notice>
      ) : null}
      <Section title={m.accounts_settings_you()}>
        <ProfileForm {...profile} refusal={refused("profile")} />
      </Section>
      <Section title={m.accounts_profile_title()}>
        <p className="mt-4">{m.accounts_settings_profile_text()}</p>
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink to="/settings/profile">{m.accounts_settings_profile_link()}</ButtonLink>
          <ButtonLink to="/settings/photo">{m.accounts_photo_title()}</ButtonLink>
        </p>
      </Section>
      <Section title={m.accounts_settings_school()}>
        <p className="mt-4">{m.accounts_settings_school_text()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/school">{m.accounts_settings_school_link()}</ButtonLink>
        </p>
      </Section>
      <Section title={m.accounts_settings_mails()}>
        <p className="mt-4">{m.accounts_settings_mails_text()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/notifications">{m.accounts_settings_mails_link()}</ButtonLink>
        </p>
      </Section>
      <Section title={m.accounts_settings_searches()}>
        <p className="mt-4">{m.accounts_settings_searches_text()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/saved-searches">{m.accounts_settings_searches_link()}</ButtonLink>
        </p>
      </Section>
      <Section title={m.accounts_email()}>
        <p className="mt-4 wrap-anywhere">{m.accounts_settings_email({ email })}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/email">{m.accounts_change_title()}</ButtonLink>
        </p>
      </Section>
      <Section title={m.accounts_security_title()}>
        <p className="mt-4">{m.accounts_settings_security_text()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/security">{m.accounts_settings_security_link()}</ButtonLink>
        </p>
      </Section>
      <Section title={m.accounts_settings_password()} id="password">
        <PasswordForm email={email} refusal={refused("password")} />
      </Section>
      <Section title={m.accounts_settings_data()}>
        <p className="mt-4">{m.accounts_settings_data_text()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/data">{m.accounts_settings_data_link()}</ButtonLink>
        </p>
      </Section>
    </Page>
  );
}
