import { Form, useFetcher } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { RegisterRow } from "~/ui/register";
import { Tag } from "~/ui/tag";

export type NotificationRowData = {
  id: string;
  sentence: string;
  quote: string | null;
  path: string;
  createdAt: Date;
  unread: boolean;
};

type NotificationRowProps = {
  row: NotificationRowData;
  /** The page it stands on, to come back to; leaves out the button where there is none. */
  page?: number;
  locale: string;
};

/** One notification. Following it marks it as read; without scripts, its button does. */
export function NotificationRow({ row, page, locale }: NotificationRowProps) {
  const { id, sentence, quote, path, createdAt, unread } = row;
  const fetcher = useFetcher();
  const markRead = () => fetcher.submit({ id }, { method: "post", action: "/notifications" });
  return (
    <RegisterRow
      lead={
        <span className="block min-w-10">
          {unread ? <Tag tone="marker">{m.notifications_new()}</Tag> : null}
        </span>
      }
      title={
        <AppLink to={path} onClick={unread ? markRead : undefined}>
          {sentence}
        </AppLink>
      }
      detail={<DateText value={createdAt} locale={locale} style="recent" />}
      end={unread && page !== undefined ? <MarkButton id={id} page={page} sentence={sentence} /> : null}
    >
      {quote ? (
        <blockquote className="row-detail mt-1 whitespace-pre-line">
          {m.notifications_quote({ text: quote })}
        </blockquote>
      ) : null}
    </RegisterRow>
  );
}

function MarkButton({ id, page, sentence }: { id: string; page: number; sentence: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="page" value={page} />
      <Button
        small
        variant="quiet"
        className="max-sm:-ms-3 sm:-me-3"
        aria-label={m.notifications_mark_name({ sentence })}
      >
        {m.notifications_mark()}
      </Button>
    </Form>
  );
}
