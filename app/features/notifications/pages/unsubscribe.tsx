import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { Page } from "~/ui/frame/page";
import type { action, loader } from "./unsubscribe.server";

export { action, loader } from "./unsubscribe.server";

export const meta = () => pageTitle(m.notifications_stop_title());

/** Where the link of a mail leads that stops its like. */
export default function Unsubscribe() {
  const { kinds } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const title = {
    off: m.notifications_stop_done,
    on: m.notifications_stop_undone,
    asked: m.notifications_stop_title,
  }[state ?? "asked"]();
  return (
    <Page title={title} lead={state ? undefined : m.notifications_stop_text()}>
      <div role={state ? "status" : undefined}>
        <ul className="mb-6 list-disc ps-5">
          {kinds.map((kind) => (
            <li key={kind}>{kind}</li>
          ))}
        </ul>
      </div>
      <Form method="post">
        {state === "off" ? (
          <Button name="intent" value="undo">
            {m.notifications_stop_undo()}
          </Button>
        ) : (
          <Button variant={state ? "outlined" : "filled"}>{m.notifications_stop_button()}</Button>
        )}
      </Form>
      <p className="link mt-6">
        <AppLink to="/settings/notifications">{m.notifications_stop_settings()}</AppLink>
      </p>
    </Page>
  );
}
