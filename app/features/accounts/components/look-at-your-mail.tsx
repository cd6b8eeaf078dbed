import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Page } from "~/ui/frame/page";

type LookAtYourMailProps = {
  text: string;
  /** Whether this installation shows its mails instead of sending them. */
  seeMails: boolean;
  action: ReactNode;
};

/** After a form that was answered by mail: says the same whoever asked. */
export function LookAtYourMail({ text, seeMails, action }: LookAtYourMailProps) {
  return (
    <Page title={m.accounts_look_at_mail_title()} lead={text}>
      <p>{m.accounts_look_at_mail_none()}</p>
      {seeMails ? (
        <p className="mt-4">
          <AppLink to="/dev/mail">{m.accounts_look_at_mail_kept()}</AppLink>
        </p>
      ) : null}
      <p className="mt-8">{action}</p>
    </Page>
  );
}
