import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { loader as front } from "~/features/administration/pages/administration.server";
import { loader } from "~/features/administration/pages/audit.server";
import { joinNetwork } from "~/features/networks/index.server";
import { audit } from "~/platform/audit/audit.server";
import { type Person, system } from "~/platform/services/actor";
import { transaction } from "~db/transaction.server";
import { makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();

const administrator = await makePerson(services, { siteRoles: ["administrator"] });
const read = async (query = "", as: Person = administrator) =>
  (await ask(services, loader, `/admin/audit${query}`, { as })).result;

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (thrown: Response) => thrown.status,
  );

it("is for administrators alone, like the first page of administration", async () => {
  const member = await makePerson(services);
  const librarian = await makePerson(services, { siteRoles: ["librarian"] });
  for (const page of [loader, front]) {
    for (const as of [member, librarian])
      expect(await refusalOf(ask(services, page, "/admin/audit", { as }))).toBe(403);
    expect(await refusalOf(ask(services, page, "/admin/audit", {}))).toBe(302);
    expect(await refusalOf(ask(services, page, "/admin/audit", { as: administrator }))).toBe(null);
  }
});

it("says who did what to whom, by name, address or id, and by act", async () => {
  const person = await makePerson(services, { name: "Ada Ostrich 100%", email: "ada.ostrich@example.org" });
  const network = await makeNetwork(services, { name: "Quokkafield" });
  await joinNetwork(services, person, { slug: network.slug });
  for (const text of ["ostrich 100%", "ADA.ostrich@example.org", person.id]) {
    const { entries } = await read(`?q=${encodeURIComponent(text)}`);
    expect(entries[0]).toMatchObject({
      act: "member joined",
      actor: { name: "Ada Ostrich 100%" },
      subject: { name: "Quokkafield", path: `/networks/${network.slug}` },
    });
  }
  const founded = await read("?act=network%20created");
  expect(founded.entries[0]).toMatchObject({ actor: null, subject: { name: "Quokkafield" } });
  expect(founded.acts).toEqual([...founded.acts].sort());
  expect(founded.acts).toContain("member joined");
  expect((await read("?q=_ostrich")).entries).toEqual([]);
  expect((await read("?q=nobody%20of%20that%20name&act=%00&before=yesterday")).entries).toEqual([]);
});

it("goes back page by page, every entry once, while new ones come", async () => {
  const write = (act: string) =>
    transaction(services.db, (tx) => audit(tx, system, { act, subjectType: "test", subjectId: "one" }));
  for (let n = 0; n < 120; n++) await write("tried out");
  const seen: string[] = [];
  let before = "";
  for (;;) {
    const { entries, older } = await read(`?act=tried+out${before}`);
    seen.push(...entries.map(({ id }) => id));
    if (older === null) break;
    before = `&before=${older}`;
    await write("tried out");
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});

it("cannot be changed, whoever asks the database", async () => {
  for (const statement of [
    "update audit_entries set act = 'nothing'",
    "delete from audit_entries",
    "truncate audit_entries",
  ]) {
    await expect(services.pool.query(statement)).rejects.toThrow("audit entries are only ever added");
  }
  const { rows } = await services.db.execute<{ n: number }>(
    sql`select count(*)::int as n from audit_entries`,
  );
  expect(rows[0]!.n).toBeGreaterThan(120);
});
