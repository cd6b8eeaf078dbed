import { and, asc, eq, lte, type SQL, sql } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import { actorId } from "~/platform/services/actor";
import { coordinators, people } from "~db/schema";
import { holds } from "../../queries.server";
import { daysLeft } from "../../term";
import { dutyWord, longDay } from "../../words";
import type { NeedSource, NeedsAsked } from "../need";
import { daysBefore } from "../silence";
import { TERM_DAYS, urgencyOfTerm } from "../urgency";

const kind = "terms";

/** Terms that end within thirty days: the reader's own, and for who may appoint those of the others. */
export const endingTermNeeds: NeedSource = {
  kind,
  title: m.networks_needs_terms,
  about: m.networks_needs_terms_about,
  canBeLeft: false,
  async list(db, asked, { limit, offset }) {
    if (asked.leftBe) return [];
    const rows = await db
      .select({
        id: coordinators.id,
        personId: people.id,
        name: people.name,
        duty: coordinators.duty,
        endsOn: coordinators.endsOn,
      })
      .from(coordinators)
      .innerJoin(people, eq(people.id, coordinators.personId))
      .where(isEnding(asked))
      .orderBy(asc(coordinators.endsOn), asc(coordinators.id))
      .limit(limit)
      .offset(offset);
    return rows.map(({ id, personId, name, duty, endsOn }) => {
      const own = personId === actorId(asked.reader);
      const date = longDay(endsOn);
      const path = `/networks/${asked.network.slug}`;
      return {
        kind,
        subjectId: id,
        urgency: urgencyOfTerm(daysLeft(endsOn, asked.today)),
        tag: m.networks_need_term_tag(),
        title: own ? m.networks_term_soon({ date }) : m.networks_need_term({ person: name, date }),
        detail: [dutyWord(duty), own ? ownWay[duty]() : m.networks_need_term_another()].join(" · "),
        action: own
          ? asked.mayAppoint && duty === "lead"
            ? {
                label: m.networks_need_term_successor(),
                name: m.networks_need_term_successor(),
                to: `${path}/coordinate/appoint`,
              }
            : {
                label: m.networks_need_term_who(),
                name: m.networks_need_term_who(),
                to: `${path}/coordinate#coordinators`,
              }
          : {
              label: m.networks_need_term_again(),
              name: m.networks_need_term_again_name({ person: name }),
              to: `${path}/coordinate/appoint?person=${personId}`,
            },
        letBe: null,
      };
    });
  },
  each: (asked) => (asked.leftBe ? null : sql`select from ${coordinators} where ${isEnding(asked)}`),
};

const ownWay = { lead: m.networks_term_soon_lead, deputy: m.networks_term_soon_deputy };

const isEnding = (asked: NeedsAsked): SQL =>
  and(
    eq(coordinators.networkId, asked.network.id),
    holds(asked.today),
    lte(coordinators.endsOn, daysBefore(asked.today, -TERM_DAYS.soon)),
    asked.mayAppoint ? undefined : eq(coordinators.personId, actorId(asked.reader) ?? coordinators.personId),
  )!;
