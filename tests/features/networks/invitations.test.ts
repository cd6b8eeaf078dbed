import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { isMember } from "~/features/networks/index.server";
import { invitationByCode } from "~/features/networks/invitations.server";
import { admitRequest } from "~/features/networks/operations/admit-request.server";
import { joinByInvitation } from "~/features/networks/operations/join-by-invitation.server";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";
import { requestToJoin } from "~/features/networks/operations/request-to-join.server";
import { revokeInvitation } from "~/features/networks/operations/revoke-invitation.server";
import { loader as invitationsPage } from "~/features/networks/pages/invitations.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { hashToken } from "~/platform/secrets/tokens.server";
import { visitor } from "~/platform/services/actor";
import {
  auditEntries,
  invitationCodes,
  invitations,
  invitationUses,
  joinRequests,
  networks,
} from "~db/schema";
import { makeLink } from "../../factories/invitations";
import { dayFromNow, makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services } = await house();
const { db } = services;

/** A network of this policy, with its lead. */
async function ledNetwork(joinPolicy: "open" | "request" | "closed" = "open") {
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  await db.update(networks).set({ joinPolicy }).where(eq(networks.id, network.id));
  return { network, lead };
}

const rowOf = async (id: string) => (await db.select().from(invitations).where(eq(invitations.id, id)))[0]!;

const usersOf = async (id: string) =>
  (await db.select().from(invitationUses).where(eq(invitationUses.invitationId, id))).map(
    (use) => use.personId,
  );

const auditOf = (networkId: string, act: string) =>
  db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, networkId), eq(auditEntries.act, act)));

describe("making a link", () => {
  it("keeps a hash, never the code, and writes it down", async () => {
    const { network, lead } = await ledNetwork();
    const { id, code } = await makeLink(services, lead, network.slug, { note: "Autumn", usesLimit: 10 });
    // 43 characters of base64url are 256 bits.
    expect(code).toMatch(/^[\w-]{43}$/);
    const row = await rowOf(id);
    expect(row).toMatchObject({ note: "Autumn", usesLimit: 10, uses: 0, madeBy: lead.id });
    const kept = eq(invitationCodes.id, hashToken(code));
    expect(await db.$count(invitationCodes, kept)).toBe(1);
    const { rows } = await db.execute(
      sql`select count(*)::int as found from (select to_jsonb(i)::text as t from invitations i
        union all select to_jsonb(c)::text from invitation_codes c
        union all select payload::text from graphile_worker._private_jobs
        union all select to_jsonb(a)::text from audit_entries a) everything where position(${code} in t) > 0`,
    );
    expect(rows).toEqual([{ found: 0 }]);
    expect(await auditOf(network.id, "invitation made")).toMatchObject([
      { actorId: lead.id, details: { invitationId: id, days: 30, usesLimit: 10 } },
    ]);
  });

  it("is for who coordinates this network now", async () => {
    const { network, lead } = await ledNetwork();
    const other = await ledNetwork();
    const { slug } = network;
    const member = await makeMember(services, slug);
    for (const actor of [visitor, member, other.lead]) {
      await expect(makeLink(services, actor as typeof member, slug)).rejects.toThrow(NotAllowed);
    }
    const afterTerm = new Date(Date.parse(dayFromNow(366)) + 1);
    await expect(makeLink(services, lead, slug, { now: afterTerm })).rejects.toThrow(NotAllowed);
    await expect(makeLink(services, lead, "no-such-network")).rejects.toThrow(NotFound);
  });

  it("makes one of a form that is sent twenty times", async () => {
    const { network, lead } = await ledNetwork();
    const formKey = "0197f2f4-9b3a-7cc0-8b0a-0242ac120002";
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => makeLink(services, lead, network.slug, { formKey })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = all.find((each) => each.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(Conflict);
  });

  it("ends at fifty that work; one that is over makes room", async () => {
    const { network, lead } = await ledNetwork();
    const links = [];
    for (let more = 0; more < 50; more++) links.push(await makeLink(services, lead, network.slug));
    await expect(makeLink(services, lead, network.slug)).rejects.toThrow(RuleBroken);
    await revokeInvitation(services, lead, { slug: network.slug, invitationId: links[7]!.id });
    await makeLink(services, lead, network.slug);
  });
});

describe("joining by a link", () => {
  it.each(["open", "request", "closed"] as const)("lets into a network that is %s", async (policy) => {
    const { network, lead } = await ledNetwork(policy);
    const { id, code } = await makeLink(services, lead, network.slug);
    const person = await makePerson(services);
    expect(await joinByInvitation(services, person, { code })).toEqual({ slug: network.slug });
    expect(await isMember(db, person.id, network.id)).toBe(true);
    expect(await usersOf(id)).toEqual([person.id]);
    expect(await auditOf(network.id, "member joined")).toContainEqual(
      expect.objectContaining({ actorId: person.id, details: { personId: person.id, invitationId: id } }),
    );
  });

  it("settles a request that waits, also while it is admitted at the same moment", async () => {
    const { network, lead } = await ledNetwork("request");
    const { id, code } = await makeLink(services, lead, network.slug);
    for (let again = 0; again < 5; again++) {
      const person = await makePerson(services);
      await requestToJoin(services, person, { slug: network.slug, message: "" });
      const mine = eq(joinRequests.personId, person.id);
      const [request] = await db.select().from(joinRequests).where(mine);
      const at = { slug: network.slug, requestId: request!.id };
      const [joined, admitted] = await Promise.allSettled([
        joinByInvitation(services, person, { code }),
        admitRequest(services, lead, at),
      ]);
      expect(joined.status).toBe("fulfilled");
      if (admitted.status === "rejected") expect(admitted.reason).toBeInstanceOf(Conflict);
      const [settled] = await db.select().from(joinRequests).where(mine);
      expect(settled!.state).toBe(admitted.status === "fulfilled" ? "admitted" : "withdrawn");
      expect(await isMember(db, person.id, network.id)).toBe(true);
    }
    expect((await rowOf(id)).uses).toBe((await usersOf(id)).length);
  });

  it("counts one person once: twenty presses, a member, and who left and comes back", async () => {
    const { network, lead } = await ledNetwork();
    const { id, code } = await makeLink(services, lead, network.slug, { usesLimit: 2 });
    const person = await makePerson(services);
    await Promise.all(Array.from({ length: 20 }, () => joinByInvitation(services, person, { code })));
    await joinByInvitation(services, lead, { code });
    await leaveNetwork(services, person, network);
    await joinByInvitation(services, person, { code });
    expect((await rowOf(id)).uses).toBe(1);
    expect(await isMember(db, person.id, network.id)).toBe(true);
  });

  it("admits no more than it is for, and says only that it is over", async () => {
    const { network, lead } = await ledNetwork();
    const { id, code } = await makeLink(services, lead, network.slug, { usesLimit: 1 });
    await joinByInvitation(services, await makePerson(services), { code });
    const late = await makePerson(services);
    await expect(joinByInvitation(services, late, { code })).rejects.toMatchObject({
      code: "networks_invitation_over",
    });
    expect(await isMember(db, late.id, network.id)).toBe(false);
    expect((await rowOf(id)).uses).toBe(1);
  });

  it("ends at the moment it expires, not when the term of its maker does", async () => {
    const network = await makeNetwork(services);
    const lead = await makeCoordinator(services, network.slug, { endsOn: dayFromNow(1) });
    const { code } = await makeLink(services, lead, network.slug, { days: 7 });
    const { expiresAt } = (await invitationByCode(db, code))!;
    const before = new Date(expiresAt.getTime() - 1);
    await joinByInvitation(services, await makePerson(services), { code }, before);
    await expect(
      joinByInvitation(services, await makePerson(services), { code }, expiresAt),
    ).rejects.toMatchObject({ code: "networks_invitation_over" });
  });

  it("is refused to a visitor, and unknown codes were never one", async () => {
    const { network, lead } = await ledNetwork();
    const { id, code } = await makeLink(services, lead, network.slug);
    await expect(joinByInvitation(services, visitor, { code })).rejects.toThrow(NotAllowed);
    const person = await makePerson(services);
    const [kept] = await db.select().from(invitationCodes).where(eq(invitationCodes.invitationId, id));
    for (const wrong of ["", "x", id, kept!.id, `${code}A`, `${code.slice(1)}A`, "A".repeat(43)]) {
      await expect(joinByInvitation(services, person, { code: wrong })).rejects.toThrow(NotFound);
    }
  });
});

describe("revoking a link", () => {
  it("ends it at once, and is written down once", async () => {
    const { network, lead } = await ledNetwork();
    const { id, code } = await makeLink(services, lead, network.slug);
    const at = { slug: network.slug, invitationId: id };
    await revokeInvitation(services, lead, at);
    await revokeInvitation(services, lead, at);
    expect(await auditOf(network.id, "invitation revoked")).toHaveLength(1);
    await expect(joinByInvitation(services, await makePerson(services), { code })).rejects.toMatchObject({
      code: "networks_invitation_over",
    });
  });

  it("is refused to members, other coordinators and for links of another network", async () => {
    const [here, there] = [await ledNetwork(), await ledNetwork()];
    const { id } = await makeLink(services, here.lead, here.network.slug);
    const member = await makeMember(services, here.network.slug);
    const at = { slug: here.network.slug, invitationId: id };
    for (const actor of [visitor, member, there.lead]) {
      await expect(revokeInvitation(services, actor, at)).rejects.toThrow(NotAllowed);
    }
    for (const invitationId of [id, "nonsense", "0197f2f4-9b3a-7cc0-8b0a-0242ac120002"]) {
      const elsewhere = { slug: there.network.slug, invitationId };
      await expect(revokeInvitation(services, there.lead, elsewhere)).rejects.toThrow(NotFound);
    }
    expect((await rowOf(id)).revokedAt).toBeNull();
  });
});

describe("the list of links", () => {
  it("asks as many questions for many links as for few", async () => {
    const { network, lead } = await ledNetwork();
    const path = `/networks/${network.slug}/coordinate/invitations`;
    const statements = async () => (await ask(services, invitationsPage, path, { as: lead })).statements;
    const join = async () =>
      joinByInvitation(services, await makePerson(services), await makeLink(services, lead, network.slug));
    await join();
    const before = await statements();
    for (let more = 0; more < 8; more++) await join();
    expect(await statements()).toBe(before);
    expect(before).toBeLessThanOrEqual(7);
  });
});
