import { and, asc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import { memberships, people, schools } from "~db/schema";
import { monthOf } from "../../words";
import type { NeedSource, NeedsAsked } from "../need";
import { silentBefore, silentFor } from "../silence";
import { standing } from "../snoozes.server";
import { urgencyOfSilence } from "../urgency";

export const SILENT_MEMBERS = "silent-members";

/** Members who have not used the site for ninety days, longest first. Their day is never told, only the month. */
export const silentMemberNeeds: NeedSource = {
  kind: SILENT_MEMBERS,
  title: m.networks_needs_silent_members,
  about: m.networks_needs_silent_members_about,
  canBeLeft: true,
  async list(db, asked, { limit, offset }) {
    const rows = await db
      .select({ id: people.id, name: people.name, school: schools.name, seenOn: memberships.seenOn })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .leftJoin(schools, eq(schools.id, people.schoolId))
      .where(isSilent(asked))
      .orderBy(asc(memberships.seenOn), asc(memberships.personId))
      .limit(limit)
      .offset(offset);
    return rows.map(({ id, name, school, seenOn }) => ({
      kind: SILENT_MEMBERS,
      subjectId: id,
      urgency: urgencyOfSilence(silentFor(seenOn, asked.today)),
      tag: m.networks_need_silent_tag(),
      title: name,
      detail: [school, m.networks_need_silent({ month: monthOf(seenOn) })].filter(Boolean).join(" · "),
      action: {
        label: m.networks_write_action(),
        name: m.networks_write_name({ name }),
        to: `/networks/${asked.network.slug}/coordinate/write?person=${id}`,
      },
      letBe: m.networks_let_be_name({ name }),
    }));
  },
  each: (asked) => sql`select from ${memberships} where ${isSilent(asked)}`,
};

const isSilent = (asked: NeedsAsked): SQL =>
  and(
    eq(memberships.networkId, asked.network.id),
    isNull(memberships.leftAt),
    lt(memberships.seenOn, silentBefore(asked.today)),
    standing(SILENT_MEMBERS, memberships.personId, asked),
  )!;
