import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loader as schoolPage } from "~/features/people/pages/school.server";
import {
  chooseSchool,
  dismissDuplicate,
  findPlaces,
  findSchools,
  importSchools,
  mergeSchools,
  placeById,
  undoMerge,
} from "~/features/schools/index.server";
import { schoolReferences } from "~/features/schools/merging/references";
import { schoolSearchable } from "~/features/schools/searchable.server";
import { type Person, system } from "~/platform/services/actor";
import { auditEntries, people, schoolDuplicates, schoolMerges, schoolStays, schools } from "~db/schema";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services, runJobs } = await house();

let admin: Person;
beforeAll(async () => {
  admin = await makePerson(services, { siteRoles: ["administrator"] });
});

const merge = (losingId: string, survivingId: string) =>
  mergeSchools(services, admin, { losingId, survivingId });
const undo = (mergeId: string, now?: Date) => undoMerge(services, admin, { mergeId }, now);
const schoolOf = async ({ id }: Person) =>
  (await services.db.select().from(people).where(eq(people.id, id)))[0]!.schoolId;
const record = async (id: string) => (await services.db.select().from(schools).where(eq(schools.id, id)))[0]!;

/** Everything about these schools and people that a merge may touch. */
const rows = async (schoolIds: string[], personIds: string[]) => ({
  schools: await services.db.select().from(schools).where(inArray(schools.id, schoolIds)).orderBy(schools.id),
  people: await services.db
    .select({ id: people.id, schoolId: people.schoolId })
    .from(people)
    .where(inArray(people.id, personIds))
    .orderBy(people.id),
  stays: await services.db
    .select()
    .from(schoolStays)
    .where(inArray(schoolStays.personId, personIds))
    .orderBy(schoolStays.id),
});

/** As if all stays of a person had begun and ended so many days earlier: what is fresh counts as a slip. */
const longAgo = (personId: string, days = 100) =>
  services.db.execute(sql`update school_stays set started_at = started_at - ${days} * interval '1 day',
    ended_at = ended_at - ${days} * interval '1 day' where person_id = ${personId}`);

describe("what points to a school", () => {
  it("is all known to merging", async () => {
    const { rows: keys } = await services.db.execute<{ table: string; column: string }>(sql`
      select c.conrelid::regclass::text as table, a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'schools'::regclass`);
    const named = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;
    expect(keys.map(named).sort()).toEqual(schoolReferences.map(named).sort());
  });
});

describe("merging two schools", () => {
  it("moves people and their past without ending a stay, and leads from the one to the other", async () => {
    const [losing, surviving] = [
      await makeSchool(services),
      await makeSchool(services, { name: "Emuford School" }),
    ];
    const teacher = await makePerson(services, { schoolId: losing });
    const past = await makePerson(services, { schoolId: losing });
    await longAgo(past.id);
    await chooseSchool(services, past, { schoolId: await makeSchool(services) });
    const before = await rows([], [teacher.id, past.id]);
    await merge(losing, surviving);
    const after = await rows([], [teacher.id, past.id]);
    expect(after.stays).toEqual(
      before.stays.map((stay) => ({
        ...stay,
        schoolId: stay.schoolId === losing ? surviving : stay.schoolId,
      })),
    );
    expect(await schoolOf(teacher)).toBe(surviving);
    const asked = ask(services, schoolPage, `/schools/${losing}`, { params: { id: losing } });
    const answer = await asked.catch((thrown: Response) => thrown);
    expect(answer).toMatchObject({ status: 301 });
    expect((answer as Response).headers.get("Location")).toBe(`/schools/${surviving}`);
    expect(await placeById(services.db, `school:${losing}`)).toMatchObject({ id: `school:${surviving}` });
  });

  it("offers the losing one nowhere, and indexes what follows", async () => {
    const losing = await makeSchool(services, { name: "Wombatwood School", postcode: "LE77 7AA" });
    const surviving = await makeSchool(services, { name: "Numbatdale School" });
    const teacher = await makePerson(services, { schoolId: losing, name: "Petra Wallaby" });
    await runJobs();
    const words = async () =>
      (await services.db.execute(sql`select word from school_words where word = 'wombatwood'`)).rowCount;
    const documentOf = async (type: string, id: string) =>
      (
        await services.db.execute<{ summary: string }>(
          sql`select summary from search_documents where type = ${type} and record_id = ${id}`,
        )
      ).rows[0];
    expect(await words()).toBe(1);
    const mergeId = await merge(losing, surviving);
    await runJobs();
    expect(await findSchools(services.db, "wombatwood")).toEqual([]);
    expect(await findSchools(services.db, "wombatwood", { closed: true })).toEqual([]);
    expect(await findPlaces(services.db, "LE77 7AA")).toEqual([]);
    expect(await schoolSearchable.loadDocuments(services.db, [losing])).toEqual([]);
    expect(await words()).toBe(0);
    expect(await documentOf("school", losing)).toBeUndefined();
    expect((await documentOf("person", teacher.id))?.summary).toContain("Numbatdale");
    await undo(mergeId);
    await runJobs();
    expect((await documentOf("person", teacher.id))?.summary).toContain("Wombatwood");
    expect(await documentOf("school", losing)).toBeDefined();
  });

  it("is written down, and the same one sent again changes nothing", async () => {
    const [losing, surviving] = [await makeSchool(services), await makeSchool(services)];
    const [one, two] = await Promise.all([merge(losing, surviving), merge(losing, surviving)]);
    expect(one).toBe(two);
    const audited = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, surviving));
    expect(audited).toMatchObject([{ act: "schools merged", actorId: admin.id, details: { from: losing } }]);
  });

  it("is refused to others, for one record, two countries, or what was merged already", async () => {
    const [a, b, c] = [await makeSchool(services), await makeSchool(services), await makeSchool(services)];
    const abroad = await makeSchool(services, { country: "FR" });
    const member = await makePerson(services);
    await expect(mergeSchools(services, member, { losingId: a, survivingId: b })).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    await expect(merge(a, a)).rejects.toMatchObject({ code: "schools_merge_itself" });
    await expect(merge(a, abroad)).rejects.toMatchObject({ code: "schools_merge_countries" });
    await expect(merge(a, crypto.randomUUID())).rejects.toMatchObject({ code: "schools_not_found" });
    await merge(a, b);
    await expect(merge(b, a)).rejects.toMatchObject({ code: "schools_merge_gone" });
    await expect(merge(a, c)).rejects.toMatchObject({ code: "schools_merge_gone" });
  });

  it("lets one of two administrators win who merge both ways at once", async () => {
    const [a, b] = [await makeSchool(services), await makeSchool(services)];
    const results = await Promise.allSettled([merge(a, b), merge(b, a)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const merged = (await Promise.all([record(a), record(b)])).filter(({ mergedInto }) => mergedInto);
    expect(merged).toHaveLength(1);
  });

  it("flattens chains: every record leads to the last in one step, and the newer merge is undone first", async () => {
    const [a, b, c] = [await makeSchool(services), await makeSchool(services), await makeSchool(services)];
    const teacher = await makePerson(services, { schoolId: a });
    const before = await rows([a, b, c], [teacher.id]);
    const first = await merge(a, b);
    const second = await merge(b, c);
    expect([(await record(a)).mergedInto, (await record(b)).mergedInto]).toEqual([c, c]);
    expect(await schoolOf(teacher)).toBe(c);
    await expect(undo(first)).rejects.toMatchObject({ code: "schools_merge_newer_first" });
    await undo(second);
    expect((await record(a)).mergedInto).toBe(b);
    expect(await schoolOf(teacher)).toBe(b);
    await undo(first);
    expect(await rows([a, b, c], [teacher.id])).toEqual(before);
  });

  it("fills gaps of the survivor, its number among them, and an import finds it by that", async () => {
    const load = (text: string) =>
      importSchools(services, system, {
        country: "LU",
        stream: (async function* () {
          yield Buffer.from(`urn,name,town,postcode,lat,lon,phase\n${text}\n`);
        })(),
      });
    await load("77,Register School,Wiltz,,49.97,5.93,Primary");
    const [listed] = await services.db.select().from(schools).where(eq(schools.country, "LU"));
    const added = await makeSchool(services, {
      country: "LU",
      name: "Added School",
      town: "Wiltz",
      postcode: "",
    });
    const before = await rows([listed!.id, added], []);
    const mergeId = await merge(listed!.id, added);
    expect(await record(added)).toMatchObject({ registerId: "77", phase: "Primary", name: "Added School" });
    expect(await load("77,Renamed School,Wiltz,,49.97,5.93,Primary")).toMatchObject({ added: 0, changed: 1 });
    expect(await record(added)).toMatchObject({ name: "Renamed School" });
    await undo(mergeId);
    expect(await record(listed!.id)).toEqual(before.schools.find(({ id }) => id === listed!.id));
    expect(await record(added)).toMatchObject({ registerId: null, phase: null });
  });

  it("an import leaves a merged record alone that kept its number", async () => {
    const load = (name: string) =>
      importSchools(services, system, {
        country: "LV",
        stream: (async function* () {
          yield Buffer.from(
            `urn,name,town,lat,lon\n1,${name},Riga,56.9,24.1\n2,Other School,Riga,56.9,24.1\n`,
          );
        })(),
      });
    await load("First School of Riga");
    const [one, two] = await services.db
      .select()
      .from(schools)
      .where(eq(schools.country, "LV"))
      .orderBy(schools.registerId);
    await merge(one!.id, two!.id);
    expect(await load("Quite Another Name")).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await record(one!.id)).toMatchObject({ name: "First School of Riga", mergedInto: two!.id });
    expect(await services.db.$count(schools, eq(schools.country, "LV"))).toBe(2);
  });

  it("takes a choice of the losing school for one of the surviving, also at the same moment", async () => {
    const [losing, surviving] = [await makeSchool(services), await makeSchool(services)];
    const person = await makePerson(services);
    await Promise.all([merge(losing, surviving), chooseSchool(services, person, { schoolId: losing })]);
    expect(await schoolOf(person)).toBe(surviving);
    await chooseSchool(services, person, { schoolId: null });
    await chooseSchool(services, person, { schoolId: losing });
    expect(await schoolOf(person)).toBe(surviving);
  });
});

describe("undoing a merge", () => {
  it("leaves people where they have moved on to since, their past back where it was", async () => {
    const [losing, surviving, third] = [
      await makeSchool(services),
      await makeSchool(services),
      await makeSchool(services),
    ];
    const [stayed, left, returned] = (await Promise.all(
      [0, 1, 2].map(() => makePerson(services, { schoolId: losing })),
    )) as [Person, Person, Person];
    for (const { id } of [stayed, left, returned]) await longAgo(id);
    const mergeId = await merge(losing, surviving);
    await chooseSchool(services, left, { schoolId: third });
    // By their own choice at the surviving school, not by the merge.
    await chooseSchool(services, returned, { schoolId: third });
    await chooseSchool(services, returned, { schoolId: surviving });
    await undo(mergeId);
    expect(await schoolOf(stayed)).toBe(losing);
    expect(await schoolOf(left)).toBe(third);
    expect(await schoolOf(returned)).toBe(surviving);
    const staysOf = async ({ id }: Person) =>
      (
        await services.db
          .select()
          .from(schoolStays)
          .where(eq(schoolStays.personId, id))
          .orderBy(schoolStays.startedAt)
      ).map(({ schoolId, endedAt }) => [schoolId, endedAt === null]);
    expect(await staysOf(left)).toEqual([
      [losing, false],
      [third, true],
    ]);
    expect(await staysOf(returned)).toEqual([
      [losing, false],
      [surviving, true],
    ]);
  });

  it("is possible for thirty days, by administrators, once", async () => {
    const [losing, surviving] = [await makeSchool(services), await makeSchool(services)];
    const mergeId = await merge(losing, surviving);
    const member = await makePerson(services);
    await expect(undoMerge(services, member, { mergeId })).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    await expect(undo(crypto.randomUUID())).rejects.toMatchObject({ code: "error_not_found" });
    const late = new Date(Date.now() + 31 * 86_400_000);
    await expect(undo(mergeId, late)).rejects.toMatchObject({ code: "schools_merge_too_old" });
    await Promise.all([undo(mergeId), undo(mergeId)]);
    expect((await record(losing)).mergedInto).toBeNull();
    const parted = await services.db
      .select()
      .from(auditEntries)
      .where(sql`${auditEntries.subjectId} = ${surviving} and ${auditEntries.act} = 'schools parted'`);
    expect(parted).toHaveLength(1);
    // Merged anew it is a merge of its own.
    expect(await merge(losing, surviving)).not.toBe(mergeId);
  });

  it("gives back the same rows, whatever was merged before (property)", async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => makeSchool(services)));
    const teachers = await Promise.all(ids.map((schoolId) => makePerson(services, { schoolId })));
    const step = fc.record({ from: fc.nat(3), into: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const before = await rows(
          ids,
          teachers.map(({ id }) => id),
        );
        const done: string[] = [];
        for (const { from, into } of steps) {
          await merge(ids[from]!, ids[into]!).then(
            (id) => done.push(id),
            () => {},
          );
        }
        for (const id of [...new Set(done)].reverse()) await undo(id);
        expect(
          await rows(
            ids,
            teachers.map(({ id }) => id),
          ),
        ).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps people and open stays together, whatever happens in between (property)", async () => {
    const ids = await Promise.all(Array.from({ length: 3 }, () => makeSchool(services)));
    const teachers = await Promise.all(ids.map((schoolId) => makePerson(services, { schoolId })));
    const move = fc.record({ who: fc.nat(2), to: fc.option(fc.nat(2), { nil: null }) });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 5 }), async (moves) => {
        const moved = new Set<string>();
        const mergeId = await merge(ids[0]!, ids[1]!);
        for (const { who, to } of moves) {
          const person = teachers[who]!;
          const before = await schoolOf(person);
          await longAgo(person.id, 3);
          await chooseSchool(services, person, { schoolId: to === null ? null : ids[to]! });
          if ((await schoolOf(person)) !== before) moved.add(person.id);
        }
        const between = await rows(
          [],
          teachers.map(({ id }) => id),
        );
        await undo(mergeId);
        const after = await rows(
          ids,
          teachers.map(({ id }) => id),
        );
        expect(after.schools.every(({ mergedInto }) => mergedInto === null)).toBe(true);
        for (const person of after.people) {
          const open = after.stays.filter(
            ({ personId, endedAt }) => personId === person.id && endedAt === null,
          );
          expect(open.map(({ schoolId }) => schoolId)).toEqual(person.schoolId ? [person.schoolId] : []);
          if (moved.has(person.id)) {
            expect(person.schoolId).toBe(between.people.find(({ id }) => id === person.id)!.schoolId);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("pairs that may be one school", () => {
  const pairsOf = (id: string) =>
    services.db
      .select()
      .from(schoolDuplicates)
      .where(sql`${id} in (${schoolDuplicates.oneId}, ${schoolDuplicates.otherId})`);
  const position = { latitude: 50.1, longitude: -4.9 };

  it("are found after a change, kept apart when told so, and found again when that is taken back", async () => {
    const one = await makeSchool(services, {
      name: "Bilby Cove Primary",
      town: "Bilby",
      postcode: "",
      position,
    });
    const other = await makeSchool(services, {
      name: "Bilby Cove Primary School",
      town: "Bilby",
      postcode: "",
      position,
    });
    await makeSchool(services, { name: "Potoroo High School", town: "Bilby", postcode: "", position });
    await runJobs();
    expect(await pairsOf(one)).toMatchObject([{ state: "open" }]);
    const both = { oneId: other, otherId: one };
    await dismissDuplicate(services, admin, { ...both, dismissed: true });
    await dismissDuplicate(services, admin, { ...both, dismissed: true });
    await services.db.execute(sql`update schools set name = 'Bilby Cove School' where id = ${other}`);
    expect(await pairsOf(one)).toMatchObject([{ state: "dismissed" }]);
    await dismissDuplicate(services, admin, { ...both, dismissed: false });
    expect(await pairsOf(one)).toMatchObject([{ state: "open" }]);
    const mergeId = await merge(one, other);
    expect(await pairsOf(one)).toMatchObject([{ state: "merged" }]);
    await expect(dismissDuplicate(services, admin, { ...both, dismissed: true })).rejects.toMatchObject({
      code: "schools_merge_gone",
    });
    await undo(mergeId);
    expect(await pairsOf(one)).toMatchObject([{ state: "open" }]);
    const member = await makePerson(services);
    await expect(dismissDuplicate(services, member, { ...both, dismissed: true })).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    expect(await services.db.$count(schoolMerges, eq(schoolMerges.losingId, one))).toBe(1);
  });

  it("are found between what people added and a register that is read in later", async () => {
    const added = await makeSchool(services, {
      ...{ country: "MT", name: "St Gregory's Primary", town: "Sliema", postcode: "" },
      position: { latitude: 35.91, longitude: 14.5 },
    });
    async function* stream() {
      yield Buffer.from(
        "urn,name,town,postcode,lat,lon\n5,Saint Gregorys Catholic Primary School,Sliema,SLM 1234,35.93,14.52\n6,Tarxien School,Tarxien,TXN 1234,35.86,14.51\n",
      );
    }
    await importSchools(services, system, { country: "MT", stream: stream() });
    await runJobs();
    const pairs = await pairsOf(added);
    expect(pairs).toHaveLength(1);
    const other = await record(pairs[0]!.oneId === added ? pairs[0]!.otherId : pairs[0]!.oneId);
    expect(other.registerId).toBe("5");
  });
});
