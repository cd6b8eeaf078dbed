import type { ReactNode } from "react";
import { dutyWord, Finder, type NetworkRow, NetworkRows } from "~/features/networks";
import { NotificationRow, type NotificationRowData } from "~/features/notifications";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { DateText } from "~/ui/date-text";
import { PageBody } from "~/ui/frame/page";
import { SquaredHead } from "~/ui/frame/squared-head";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { Tag } from "~/ui/tag";
import type { CoordinatorDuty } from "~db/vocabulary/networks";

type OwnNetworkRow = {
  slug: string;
  name: string;
  duty: CoordinatorDuty | null;
  /** Last day of the term, in words, for a coordinator. */
  until: string | null;
  /** Requests that wait for the reader. */
  waiting: number;
};

export type TodayData = {
  day: string;
  locale: string;
  networks: OwnNetworkRow[];
  /** Networks near the reader's school, for who is in none. */
  near: NetworkRow[];
  hasSchool: boolean;
  unread: NotificationRowData[];
};

/** The first page of a member: their networks with what waits, and what is new. */
export function Today({ today, children }: { today: TodayData; children: ReactNode }) {
  const { day, locale, networks, unread } = today;
  return (
    <>
      <SquaredHead over={<DateText value={day} locale={locale} style="long" />} title={m.home_today()}>
        {networks.length === 0 ? <FirstStep {...today} /> : null}
      </SquaredHead>
      <PageBody wide>
        <div className="grid gap-12 lg:grid-cols-2">
          {networks.length > 0 ? <OwnNetworks networks={networks} /> : null}
          {today.near.length > 0 ? <NearNetworks near={today.near} /> : null}
          <Section title={m.home_new()} link={{ to: "/notifications", label: m.home_all_notifications() }}>
            {unread.length === 0 ? <p className="text-ink-2">{m.home_new_none()}</p> : null}
            {unread.length > 0 ? (
              <Register>
                {unread.map((row) => (
                  <NotificationRow key={row.id} row={row} locale={locale} />
                ))}
              </Register>
            ) : null}
          </Section>
        </div>
        <div className="mt-12">{children}</div>
      </PageBody>
    </>
  );
}

function OwnNetworks({ networks }: { networks: OwnNetworkRow[] }) {
  return (
    <Section title={m.home_your_networks()} link={{ to: "/networks", label: m.home_find_another() }}>
      <Register>
        {networks.map(({ slug, name, duty, until, waiting }) => (
          <RegisterRow
            key={slug}
            to={waiting > 0 ? `/networks/${slug}/coordinate` : `/networks/${slug}`}
            title={name}
            detail={
              duty && until ? m.home_duty_until({ duty: dutyWord(duty), date: until }) : m.home_member()
            }
            end={waiting > 0 ? <Tag tone="amber">{m.home_waits({ count: waiting })}</Tag> : null}
          />
        ))}
      </Register>
    </Section>
  );
}

/** For who is in no network: the one question of the site. */
function FirstStep({ hasSchool }: Pick<TodayData, "hasSchool">) {
  return (
    <>
      <p className="lead">{m.home_no_network_text()}</p>
      <div className="mt-6 mb-2">
        <Finder />
      </div>
      {hasSchool ? null : (
        <p className="small mt-4 mb-2">
          {m.home_no_school()} <AppLink to="/settings/school">{m.home_no_school_link()}</AppLink>
        </p>
      )}
    </>
  );
}

function NearNetworks({ near }: Pick<TodayData, "near">) {
  return (
    <Section title={m.home_near_you()} link={{ to: "/networks", label: m.home_see_all() }}>
      <Register>
        <NetworkRows rows={near} />
      </Register>
    </Section>
  );
}
