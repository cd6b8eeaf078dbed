import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { PageBody } from "~/ui/frame/page";
import { Initials } from "~/ui/initials";
import { Notice } from "~/ui/notice";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { AnnouncementList } from "../components/announcement-list";
import { AreaMap } from "../components/area-map";
import { Done } from "../components/done";
import { JoinBox } from "../components/join-box";
import { NetworkHead } from "../components/network-head";
import { Paragraphs } from "../components/paragraphs";
import { StateNotice } from "../components/state-notice";
import { dutyWord } from "../words";
import type { loader } from "./network.server";

export { action, loader } from "./network.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.head.name, data.head.summary) : pageTitle(m.networks_title());

export default function Network() {
  const {
    head,
    visitor,
    joinPolicy,
    welcome,
    paragraphs,
    size,
    coordinators,
    askWhom,
    announcements,
    ground,
    leadVacant,
    map,
    done,
  } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <>
      <NetworkHead head={head} lead={head.summary}>
        <div className="mt-6 mb-2">
          <JoinBox {...{ head, visitor, joinPolicy, askWhom, refusal }} />
        </div>
      </NetworkHead>
      <PageBody aside={<AreaMap map={map} name={head.name} size={size} ground={ground} />}>
        <Done done={done} />
        <StateNotice state={head.state} />
        {welcome.length > 0 ? (
          <Section title={m.networks_welcome()}>
            <Paragraphs paragraphs={welcome} />
          </Section>
        ) : null}
        {announcements.length > 0 ? (
          <Section
            title={m.networks_announcements()}
            link={{ to: `/networks/${head.slug}/announcements`, label: m.networks_announcements_all() }}
          >
            <AnnouncementList announcements={announcements} />
          </Section>
        ) : null}
        <Section title={m.networks_about()}>
          {paragraphs.length === 0 ? <p className="text-ink-2">{m.networks_about_empty()}</p> : null}
          <Paragraphs paragraphs={paragraphs} />
        </Section>
        <Section title={m.networks_coordinators()}>
          {leadVacant ? (
            <div className="mb-4">
              <Notice>
                <p>{m.networks_lead_vacant()}</p>
              </Notice>
            </div>
          ) : null}
          {coordinators.length === 0 ? <p>{m.networks_no_coordinators()}</p> : null}
          {coordinators.length > 0 ? (
            <Register>
              {coordinators.map(({ id, name, school, duty }) => (
                <RegisterRow
                  key={id}
                  lead={<Initials name={name} />}
                  title={name}
                  detail={[dutyWord(duty), school].filter(Boolean).join(" · ")}
                />
              ))}
            </Register>
          ) : null}
        </Section>
      </PageBody>
    </>
  );
}
