import { m } from "~/platform/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";

/** The recovery codes, the only time they are shown, and the way on. */
export function RecoveryCodes({ codes, next }: { codes: string[]; next: string }) {
  return (
    <>
      <Notice tone="amber" role="status" title={m.accounts_recovery_now()}>
        <p>{m.accounts_recovery_text()}</p>
      </Notice>
      <Section title={m.accounts_recovery()}>
        <ul className="recovery-codes">
          {codes.map((code) => (
            <li key={code} className="code">
              {code}
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <CopyButton value={codes.join("\n")} />
        </p>
      </Section>
      <p className="mt-8">
        <ButtonLink to={next === "/" ? "/settings/security" : next} variant="filled">
          {m.accounts_recovery_kept()}
        </ButtonLink>
      </p>
    </>
  );
}
