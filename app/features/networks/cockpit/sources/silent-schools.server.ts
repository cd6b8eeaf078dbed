import { type SQL, sql } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import { memberships, people, schools } from "~db/schema";
import { monthOf } from "../../words";
import type { NeedSource, NeedsAsked } from "../need";
import { silentBefore, silentFor } from "../silence";
import { standing } from "../snoozes.server";
import { urgencyOfSilence } from "../urgency";

export const SILENT_SCHOOLS = "silent-schools";

type Row = { id: string; name: string; town: string; teachers: number; seen_on: string };

/** Schools of which every member of this network has been silent for ninety days, longest first. */
export const silentSchoolNeeds: NeedSource = {
  kind: SILENT_SCHOOLS,
  title: m.networks_needs_silent_schools,
  about: m.networks_needs_silent_schools_about,
  canBeLeft: true,
  async list(db, asked, { limit, offset }) {
    const { rows } = await db.execute<Row>(sql`
      select ${schools.id}, ${schools.name}, ${schools.town}, silent.teachers, silent.seen_on::text
      from (${silentSchools(asked)}) as silent join ${schools} on ${schools.id} = silent.school_id
      order by silent.seen_on, silent.school_id limit ${limit} offset ${offset}`);
    return rows.map(({ id, name, town, teachers, seen_on }) => ({
      kind: SILENT_SCHOOLS,
      subjectId: id,
      urgency: urgencyOfSilence(silentFor(seen_on, asked.today)),
      tag: m.networks_need_silent_tag(),
      title: name,
      detail: [
        town,
        m.networks_need_silent_school({ count: teachers }),
        m.networks_need_silent({ month: monthOf(seen_on) }),
      ]
        .filter(Boolean)
        .join(" · "),
      action: {
        label: m.networks_write_action(),
        name: m.networks_write_name({ name }),
        to: `/networks/${asked.network.slug}/coordinate/write?school=${id}`,
      },
      letBe: m.networks_let_be_name({ name }),
    }));
  },
  each: (asked) => silentSchools(asked),
};

const silentSchools = (asked: NeedsAsked): SQL => sql`
  select ${people.schoolId} as school_id, count(*)::int as teachers, max(${memberships.seenOn}) as seen_on
  from ${memberships} join ${people} on ${people.id} = ${memberships.personId}
  where ${memberships.networkId} = ${asked.network.id} and ${memberships.leftAt} is null
    and ${people.schoolId} is not null
  group by ${people.schoolId}
  having max(${memberships.seenOn}) < ${silentBefore(asked.today)}
    and ${standing(SILENT_SCHOOLS, people.schoolId, asked)}`;
