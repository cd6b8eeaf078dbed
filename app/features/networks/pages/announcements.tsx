import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { PageBody } from "~/ui/frame/page";
import { PageLinks } from "~/ui/page-links";
import { Section } from "~/ui/section";
import { AnnouncementList, type ShownAnnouncement } from "../components/announcement-list";
import { Done } from "../components/done";
import { NetworkHead } from "../components/network-head";
import type { loader } from "./announcements.server";

export { action, loader } from "./announcements.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${m.networks_announcements()}: ${data.head.name}` : m.networks_title());

export default function Announcements() {
  const { head, announcements, page, pages, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${head.slug}`;
  const announceLink = head.may.announce ? (
    <ButtonLink to={`${path}/coordinate/announce`}>{m.networks_announce()}</ButtonLink>
  ) : undefined;
  return (
    <>
      <NetworkHead head={head} />
      <PageBody>
        <FormErrors errors={refusal?.errors} />
        <Done done={refusal ? null : done} />
        {announcements.length === 0 ? (
          <Empty
            title={m.networks_announcements_none()}
            text={m.networks_announcements_none_text()}
            action={announceLink}
          />
        ) : (
          <Section title={m.networks_announcements()}>
            <AnnouncementList
              announcements={announcements}
              end={head.may.announce ? (one) => <TakeBack announcement={one} /> : undefined}
            />
            <PageLinks
              page={page}
              pages={pages}
              hrefFor={(wanted) => `${path}/announcements?page=${wanted}`}
            />
            {announceLink ? <div className="actions mt-6">{announceLink}</div> : null}
          </Section>
        )}
      </PageBody>
    </>
  );
}

/** What it does and does not do is said before it is done. */
function TakeBack({ announcement: { id, title } }: { announcement: ShownAnnouncement }) {
  return (
    <details className="mt-2">
      <summary className="link" aria-label={m.networks_take_back_name({ title })}>
        {m.networks_take_back()}
      </summary>
      <Form method="post" className="mt-2">
        <input type="hidden" name="announcementId" value={id} />
        <p>{m.networks_take_back_text()}</p>
        <Button small variant="danger" className="mt-2">
          {m.networks_take_back_confirm()}
        </Button>
      </Form>
    </details>
  );
}
