import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { PageBody } from "~/ui/frame/page";
import { Initials } from "~/ui/initials";
import { PageLinks } from "~/ui/page-links";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { Tag, Tags } from "~/ui/tag";
import { DatedSentence } from "../components/dated-sentence";
import { NetworkHead } from "../components/network-head";
import { dutyWord } from "../words";
import type { loader } from "./members.server";

export { loader } from "./members.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_members_title({ network: data.head.name }) : m.networks_title());

export default function Members() {
  const { head, size, members, page, pages, locale } = useLoaderData<typeof loader>();
  const hrefFor = (wanted: number) => `/networks/${head.slug}/members?page=${wanted}`;
  return (
    <>
      <NetworkHead head={head} />
      <PageBody>
        {members.length === 0 ? (
          <Empty title={m.networks_members_empty()} text={m.networks_members_empty_text()} />
        ) : (
          <Section
            title={m.networks_members_count({ count: size.members })}
            note={m.networks_schools_count({ count: size.schools })}
          >
            <Register>
              {members.map(({ id, name, where, joinedAt, duty }) => (
                <RegisterRow
                  key={id}
                  to={`/people/${id}`}
                  lead={<Initials name={name} />}
                  title={name}
                  detail={where || m.networks_no_school()}
                  end={
                    <DatedSentence
                      sentence={(date) => m.networks_since({ date })}
                      value={joinedAt}
                      locale={locale}
                      style="month"
                    />
                  }
                >
                  {duty ? (
                    <Tags>
                      <Tag tone="board">{dutyWord(duty)}</Tag>
                    </Tags>
                  ) : null}
                </RegisterRow>
              ))}
            </Register>
            <PageLinks page={page} pages={pages} hrefFor={hrefFor} />
          </Section>
        )}
      </PageBody>
    </>
  );
}
