import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Catalogue } from "~/ui/catalogue/catalogue";
import { Empty } from "~/ui/empty";
import { PageBody } from "~/ui/frame/page";
import { Register } from "~/ui/register";
import { MemberRow } from "../components/member-row";
import { NetworkHead } from "../components/network-head";
import { NobodyFound } from "../components/nobody-found";
import type { loader } from "./members.server";

export { loader } from "./members.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_members_title({ network: data.head.name }) : m.networks_title());

export default function Members() {
  const { head, view, schools, asked, subject, near, members, locale } = useLoaderData<typeof loader>();
  if (view.total === 0 && !asked) {
    return (
      <>
        <NetworkHead head={head} />
        <PageBody>
          <Empty title={m.networks_members_empty()} text={m.networks_members_empty_text()} />
        </PageBody>
      </>
    );
  }
  const count = [
    m.networks_members_count({ count: view.total }),
    schools === null ? null : m.networks_schools_count({ count: schools }),
    near?.place ? m.networks_directory_nearest({ place: near.place }) : null,
    near && !near.place ? m.networks_directory_no_place({ place: near.typed }) : null,
  ];
  return (
    <>
      <NetworkHead head={head} />
      <PageBody wide>
        <Catalogue
          data={view}
          label={m.networks_directory_search()}
          placeholder={m.networks_directory_placeholder()}
          count={count.filter(Boolean).join(" · ")}
          saved={false}
        >
          {members.length === 0 ? (
            <NobodyFound slug={head.slug} subject={subject} />
          ) : (
            <Register>
              {members.map((member) => (
                <MemberRow key={member.id} member={member} locale={locale} />
              ))}
            </Register>
          )}
        </Catalogue>
      </PageBody>
    </>
  );
}
