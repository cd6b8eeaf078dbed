import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { setPersonSchool } from "~/features/accounts/index.server";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { countTry } from "~/platform/limits/limits.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { schools } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { isKnownCountry } from "../countries.server";
import type { SchoolsFact } from "../facts";
import { locateSchool } from "../locating.server";
import type { Position } from "../map";
import { isOffered } from "../offered.server";
import { mayAddSchool, mayPlaceSchool } from "../permissions";
import { type SchoolTexts, tidyPostcode, tidyText } from "../school";

/** Nobody moves to more schools than this in a day. */
const PER_DAY = { tries: 5, seconds: 86_400 };

export type NewSchool = SchoolTexts & {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Where it lies; found by postcode and town unless given. Administrators and commands only. */
  position?: Position;
};

/**
 * Adds a school that no register lists. A person who adds one teaches there: it becomes theirs.
 * @returns the school's id
 * @throws NotAllowed; TooFast after five in a day; RuleBroken when country or place are unknown; Conflict when a school of
 * that name is listed in the same town or postcode
 */
export async function addSchool(services: Services, actor: Actor, input: NewSchool): Promise<string> {
  if (!mayAddSchool(actor)) throw new NotAllowed("schools_verify_first");
  if (input.position && !mayPlaceSchool(actor)) throw new NotAllowed();
  if (!isKnownCountry(input.country)) throw new RuleBroken("schools_country_missing", {}, "country");
  if (actor.kind === "person") await countTry(services.db, `add-school:${actor.id}`, PER_DAY);
  const { country } = input;
  const school = {
    id: v7(),
    country,
    name: tidyText(input.name),
    town: tidyText(input.town),
    postcode: tidyPostcode(input.postcode, country),
  };
  return transaction(services.db, async (tx) => {
    // Two people of one school who add it at the same moment: the second finds it listed.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('add school'), hashtext(${country}))`);
    if (await isListed(tx, school)) throw new Conflict("schools_listed_already", {}, "name");
    const position = input.position ?? (await locateSchool(tx, school));
    if (!position) throw new RuleBroken("schools_place_unknown", { town: school.town }, "town");
    await tx
      .insert(schools)
      .values({ ...school, latitude: position.latitude, longitude: position.longitude });
    if (actor.kind === "person") {
      await setPersonSchool(tx, actor.id, school.id);
      await audit(tx, actor, {
        act: "school added",
        subjectType: "school",
        subjectId: school.id,
        details: { personId: actor.id },
      });
    }
    await announce<SchoolsFact>(tx, { kind: "schools.changed", country, schoolIds: school.id });
    return school.id;
  });
}

type Named = SchoolTexts & { country: string };

async function isListed(tx: Transaction, { country, name, town, postcode }: Named): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from schools
    where country = ${country} and ${isOffered}
      and search_text like ' ' || plain_words(${name}) || '%' and plain_words(name) = plain_words(${name})
      and (plain_words(town) = plain_words(${town}) or (${postcode} <> '' and postcode = ${postcode}))
    limit 1`);
  return rows.length > 0;
}
