import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { TextField } from "~/ui/fields/text-field";

/** Six digits of the app, or a recovery code; phones offer the digits they know. */
export function CodeField({ hint, error }: { hint: ReactNode; error: string | undefined }) {
  return (
    <TextField
      label={m.accounts_code()}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={100}
      hint={hint}
      error={error}
      required
    />
  );
}
