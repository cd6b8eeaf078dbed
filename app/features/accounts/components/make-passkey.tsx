import { type FormEvent, useRef, useState } from "react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/fields/text-field";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { PASSKEYS_PATH } from "../paths";
import { passkeyBrowser } from "./use-passkeys";

type Options = Parameters<typeof import("@simplewebauthn/browser")["startRegistration"]>[0]["optionsJSON"];

/** The second half of adding: a name, and the button on which the device makes the passkey. */
export function MakePasskey({ options, suggested }: { options: Options; suggested: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = form.current?.elements.namedItem("answer");
    if (busy || !(field instanceof HTMLInputElement)) return;
    setBusy(true);
    setProblem("");
    try {
      const { startRegistration } = await passkeyBrowser();
      field.value = JSON.stringify(await startRegistration({ optionsJSON: options }));
      form.current?.submit();
    } catch (error) {
      const known = error instanceof Error && error.name === "InvalidStateError";
      setProblem(known ? m.accounts_passkey_already() : m.accounts_passkey_not_made());
      setBusy(false);
    }
  };
  return (
    <Section title={m.accounts_passkey_make()}>
      <p className="mt-4">{m.accounts_passkey_make_text()}</p>
      <form ref={form} method="post" action={PASSKEYS_PATH} onSubmit={make} className="mt-4">
        {problem ? (
          <Notice tone="red" role="alert">
            <p>{problem}</p>
          </Notice>
        ) : null}
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="answer" />
        <TextField
          label={m.accounts_passkey_name()}
          name="name"
          hint={m.accounts_passkey_name_hint()}
          defaultValue={suggested}
          maxLength={60}
          autoComplete="off"
          required
        />
        <Button variant="filled" className="mt-8">
          {m.accounts_passkey_make_button()}
        </Button>
      </form>
    </Section>
  );
}
