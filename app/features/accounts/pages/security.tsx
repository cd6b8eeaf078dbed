import { Form, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { SignedInBrowser } from "../components/signed-in-browser";
import { PASSKEYS_PATH } from "../paths";
import type { loader } from "./security.server";

export { action, loader } from "./security.server";

export const meta = () => pageTitle(m.accounts_security_title());

const doneSentences = {
  ended: m.accounts_session_ended,
  "others-ended": m.accounts_sessions_ended,
  "second-factor-removed": m.accounts_second_factor_removed,
};

export default function SecurityPage() {
  const { browsers, locale, done, secondFactor, passkeys, codesLeft } = useLoaderData<typeof loader>();
  return (
    <Page
      title={m.accounts_security_title()}
      crumbs={[{ to: "/settings", label: m.accounts_settings_title() }]}
    >
      {done ? (
        <Notice tone="board" role="status">
          <p>{doneSentences[done]()}</p>
        </Notice>
      ) : null}
      <Section title={m.accounts_sessions()}>
        <Register>
          {browsers.map((one) => (
            <SignedInBrowser key={one.id} {...one} locale={locale} />
          ))}
        </Register>
        <p className="small mt-4">{m.accounts_sessions_hint()}</p>
        {browsers.length > 1 ? (
          <Form method="post" action="/settings/security" className="mt-4">
            <Button name="intent" value="others">
              {m.accounts_sessions_end()}
            </Button>
          </Form>
        ) : null}
      </Section>
      <Section title={m.accounts_second_factor()}>
        <p className="mt-4">
          {secondFactor ? m.accounts_second_factor_on({ count: codesLeft }) : m.accounts_second_factor_off()}
        </p>
        <p className="mt-4">
          <ButtonLink to="/settings/second-factor">
            {secondFactor ? m.accounts_second_factor_change() : m.accounts_second_factor_begin()}
          </ButtonLink>
        </p>
      </Section>
      {passkeys === null ? null : (
        <Section title={m.accounts_passkeys()}>
          <p className="mt-4">
            {passkeys > 0 ? m.accounts_passkeys_count({ count: passkeys }) : m.accounts_passkeys_none()}
          </p>
          <p className="mt-4">
            <ButtonLink to={PASSKEYS_PATH}>
              {passkeys > 0 ? m.accounts_passkeys_change() : m.accounts_passkey_add()}
            </ButtonLink>
          </p>
        </Section>
      )}
      <Section title={m.accounts_settings_password()}>
        <p className="mt-4">{m.accounts_settings_password_hint()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings#password">{m.accounts_settings_password_button()}</ButtonLink>
        </p>
      </Section>
    </Page>
  );
}
