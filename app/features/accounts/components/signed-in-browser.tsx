import { Form } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { RegisterRow } from "~/ui/register";
import { Tag } from "~/ui/tag";
import { browserWords } from "../browser-words";

type SignedInBrowserProps = {
  id: string;
  /** "" where it is not known. */
  browser: string;
  system: string;
  signedInAt: Date;
  usedAt: Date;
  current: boolean;
};

/** One place where its owner is signed in, and the button that ends it. */
export function SignedInBrowser({ locale, ...one }: SignedInBrowserProps & { locale: string }) {
  const name = browserWords(one);
  return (
    <RegisterRow
      title={<span className="wrap-anywhere">{name}</span>}
      detail={
        <>
          {m.accounts_session_since()} <DateText value={one.signedInAt} locale={locale} /> ·{" "}
          {m.accounts_session_used()} <DateText value={one.usedAt} locale={locale} style="recent" />
        </>
      }
      end={
        one.current ? (
          <Tag tone="board">{m.accounts_session_this()}</Tag>
        ) : (
          <EndButton {...{ ...one, name }} />
        )
      }
    />
  );
}

function EndButton({ id, name }: { id: string; name: string }) {
  return (
    <Form method="post" action="/settings/security" preventScrollReset>
      <input type="hidden" name="sessionId" value={id} />
      <Button small aria-label={m.accounts_session_end_name({ name })}>
        {m.accounts_session_end()}
      </Button>
    </Form>
  );
}
