import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { live } from "~/platform/live/use-live";
import { AppLink } from "~/ui/app-link";
import { Button, ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { Page } from "~/ui/frame/page";
import { PageLinks } from "~/ui/page-links";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { NotificationRow } from "../components/notification-row";
import type { loader } from "./notifications.server";

export { action, loader } from "./notifications.server";

export const handle = live;

export const meta: MetaFunction = () => pageTitle(m.notifications_title());

export default function Notifications() {
  const { rows, unread, page, pages, locale } = useLoaderData<typeof loader>();
  const hrefFor = (wanted: number) => `/notifications?page=${wanted}`;
  if (rows.length === 0) {
    return (
      <Page title={m.notifications_title()}>
        <Empty
          title={m.notifications_empty()}
          text={m.notifications_empty_text()}
          action={<ButtonLink to="/networks">{m.notifications_find_network()}</ButtonLink>}
        />
      </Page>
    );
  }
  const markAll =
    unread > 0 ? (
      <Form method="post">
        <Button>{m.notifications_mark_all()}</Button>
      </Form>
    ) : null;
  return (
    <Page title={m.notifications_title()} actions={markAll}>
      <Section
        title={m.notifications_register()}
        note={unread > 0 ? m.notifications_unread({ count: unread }) : m.notifications_all_read()}
      >
        <Register>
          {rows.map((row) => (
            <NotificationRow key={row.id} row={row} page={page} locale={locale} />
          ))}
        </Register>
        <PageLinks page={page} pages={pages} hrefFor={hrefFor} />
        <p className="link mt-6">
          <AppLink to="/settings/notifications">{m.notifications_settings_link()}</AppLink>
        </p>
      </Section>
    </Page>
  );
}
