import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import { coordinators, memberships, people, schools } from "~db/schema";
import { daysBetween } from "../../term";
import type { NeedSource, NeedsAsked } from "../need";
import { standing } from "../snoozes.server";
import { NEWCOMER_DAYS, urgencyOfNewcomer } from "../urgency";

const kind = "newcomers";
const DAY_MS = 86_400_000;

/** Members who joined within sixty days and whom nobody has welcomed; who coordinates, or did, is none. */
export const newcomerNeeds: NeedSource = {
  kind,
  title: m.networks_needs_newcomers,
  about: m.networks_needs_newcomers_about,
  canBeLeft: true,
  async list(db, asked, { limit, offset }) {
    const rows = await db
      .select({ id: memberships.id, name: people.name, school: schools.name, joinedAt: memberships.joinedAt })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .leftJoin(schools, eq(schools.id, people.schoolId))
      .where(isNewcomer(asked))
      .orderBy(asc(memberships.joinedAt), asc(memberships.id))
      .limit(limit)
      .offset(offset);
    return rows.map(({ id, name, school, joinedAt }) => {
      const days = daysBetween(joinedAt, asked.now);
      return {
        kind,
        subjectId: id,
        urgency: urgencyOfNewcomer(days),
        tag: m.networks_need_newcomer_tag(),
        title: m.networks_need_newcomer({ person: name, count: days }),
        detail: [school, m.networks_need_newcomer_detail()].filter(Boolean).join(" · "),
        action: {
          label: m.networks_welcome_action(),
          name: m.networks_welcome_name({ person: name }),
          to: `/networks/${asked.network.slug}/coordinate/welcome/${id}`,
        },
        letBe: m.networks_let_be_name({ name }),
      };
    });
  },
  each: (asked) => sql`select from ${memberships} where ${isNewcomer(asked)}`,
};

const isNewcomer = (asked: NeedsAsked): SQL =>
  and(
    eq(memberships.networkId, asked.network.id),
    isNull(memberships.leftAt),
    isNull(memberships.welcomedAt),
    gt(memberships.joinedAt, new Date(asked.now.getTime() - NEWCOMER_DAYS.newcomer * DAY_MS)),
    sql`not exists (select from ${coordinators} where ${coordinators.networkId} = ${memberships.networkId}
      and ${coordinators.personId} = ${memberships.personId})`,
    standing(kind, memberships.id, asked),
  )!;
