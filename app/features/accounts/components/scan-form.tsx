import { Form } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { Section } from "~/ui/section";
import { secondFactorPath } from "../paths";
import { CodeField } from "./code-field";

type ScanFormProps = {
  qr: { size: number; path: string };
  /** The same as the picture, for who cannot scan. */
  secret: string;
  email: string;
  next: string;
  refusal: FormRefusal | undefined;
};

/** The secret for the app as a picture and as text, and the form that proves that the app has it. */
export function ScanForm({ qr, secret, email, next, refusal }: ScanFormProps) {
  const action = secondFactorPath(next);
  return (
    <>
      <Section title={m.accounts_scan()}>
        <p className="mt-4">{m.accounts_scan_text()}</p>
        <svg
          className="qr-code"
          role="img"
          aria-label={m.accounts_scan_picture()}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <p className="mt-4">{m.accounts_scan_instead()}</p>
        <p className="mt-2">
          <span className="code wrap-anywhere">{secret}</span>{" "}
          <CopyButton value={secret.replaceAll(" ", "")} />
        </p>
      </Section>
      <Section title={m.accounts_scan_prove()}>
        <Form method="post" action={action} reloadDocument noValidate className="mt-4">
          <FormErrors errors={refusal?.errors} />
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <CodeField hint={m.accounts_code_app_hint()} error={refusal?.errors.code} />
          <PasswordField
            label={m.accounts_current_password()}
            name="currentPassword"
            autoComplete="current-password"
            error={refusal?.errors.currentPassword}
            required
          />
          <Button variant="filled" className="mt-8" name="intent" value="confirm">
            {m.accounts_second_factor_turn_on()}
          </Button>
        </Form>
      </Section>
    </>
  );
}
