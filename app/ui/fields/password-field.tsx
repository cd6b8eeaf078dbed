import { useState } from "react";
import { m } from "~/platform/i18n/messages";
import { describedBy, FieldShell, fieldId } from "./field";
import type { TextFieldProps } from "./text-field";

/** A password; where scripts run, a button shows what was typed. Give `autoComplete` "current-password" or "new-password". */
export function PasswordField({ label, hint, error, optional, className, id, ...rest }: TextFieldProps) {
  const [shown, setShown] = useState(false);
  const inputId = id ?? fieldId(rest.name);
  return (
    <FieldShell id={inputId} {...{ label, hint, error, optional, className }}>
      <div className="joined">
        <input
          className="input"
          spellCheck={false}
          autoCapitalize="none"
          {...rest}
          {...describedBy(inputId, hint, error)}
          type={shown ? "text" : "password"}
        />
        <button
          type="button"
          className="btn btn-outlined needs-script"
          aria-controls={inputId}
          aria-label={shown ? m.ui_hide_password() : m.ui_show_password()}
          onClick={() => setShown(!shown)}
        >
          {shown ? m.ui_hide() : m.ui_show()}
        </button>
      </div>
    </FieldShell>
  );
}
