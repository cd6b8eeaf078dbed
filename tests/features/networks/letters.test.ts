import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mailInvitation } from "~/features/networks/emails/invitation-letter.server";
import { isMember } from "~/features/networks/index.server";
import { lettersOf, removeOldLetters } from "~/features/networks/letters.server";
import { inviteAgain } from "~/features/networks/operations/invite-again.server";
import { inviteByLetter } from "~/features/networks/operations/invite-by-letter.server";
import { joinByInvitation } from "~/features/networks/operations/join-by-invitation.server";
import { refuseInvitations } from "~/features/networks/operations/refuse-invitations.server";
import { revokeInvitation } from "~/features/networks/operations/revoke-invitation.server";
import { action, loader } from "~/features/networks/pages/letters.server";
import { action as neverAction, loader as neverPage } from "~/features/networks/pages/never-again.server";
import { NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { type Person, visitor } from "~/platform/services/actor";
import { invitationRefusals, invitations } from "~db/schema";
import { makeLink } from "../../factories/invitations";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { ask } from "../packs/ask";

const { services, runJobs, mails } = await house();
const { db } = services;

const DAY = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY + 1);

async function ledNetwork() {
  const network = await makeNetwork(services);
  return { network, lead: await makeCoordinator(services, network.slug) };
}

let made = 0;
/** Addresses nobody has used yet. */
const freshAddresses = (count: number) =>
  Array.from({ length: count }, () => `invited-${++made}@school.example`);

const lettersTo = async (address: string) => (await mails()).filter(({ recipient }) => recipient === address);

const codeIn = (letter: { text: string } | undefined) => /\/join\/([\w-]{43})\n/.exec(letter!.text)![1]!;

const rowOf = async (networkId: string, email: string) =>
  (
    await db
      .select()
      .from(invitations)
      .where(and(eq(invitations.networkId, networkId), eq(invitations.email, email)))
  )[0]!;

/** One address, invited, its letter sent. */
async function invited() {
  const { network, lead } = await ledNetwork();
  const [address] = freshAddresses(1) as [string];
  await inviteByLetter(services, lead, { slug: network.slug, addresses: [address] });
  await runJobs();
  const { id } = await rowOf(network.id, address);
  return { network, lead, address, id, code: codeIn((await lettersTo(address))[0]) };
}

describe("inviting by letter", () => {
  it("sends each address a letter of its own that says who invites to what, and how to hear no more", async () => {
    const { network, lead } = await ledNetwork();
    const addresses = freshAddresses(3);
    const counts = await inviteByLetter(services, lead, { slug: network.slug, addresses });
    expect(counts).toEqual({ sent: 3, known: 0, refused: 0 });
    await runJobs();
    const codes = new Set<string>();
    for (const address of addresses) {
      const [letter, ...others] = await lettersTo(address);
      expect(others).toEqual([]);
      expect(letter!.subject).toContain(`${lead.name} invites you to the network Trent Valley`);
      expect(letter!.text).toContain("Nottinghamshire, United Kingdom");
      const code = codeIn(letter);
      expect(letter!.text).toContain(`/join/${code}/never-again`);
      codes.add(code);
    }
    expect(codes.size).toBe(3);
    const { rows } = await db.execute(
      sql`select count(*)::int as found from (select to_jsonb(i)::text as t from invitations i
        union all select to_jsonb(c)::text from invitation_codes c
        union all select to_jsonb(a)::text from audit_entries a) everything where position(${[...codes][0]} in t) > 0`,
    );
    expect(rows).toEqual([{ found: 0 }]);
  });

  it("writes the same letter to who has an account, and the page tells nobody", async () => {
    const { network, lead } = await ledNetwork();
    const person = await makePerson(services);
    const member = await makeMember(services, network.slug);
    const [stranger] = freshAddresses(1) as [string];
    const addresses = [person.email, member.email, stranger];
    expect(await inviteByLetter(services, lead, { slug: network.slug, addresses })).toMatchObject({
      sent: 3,
    });
    await runJobs();
    const texts = await Promise.all(
      addresses.map(async (address) => (await lettersTo(address))[0]!.text.replace(/join\/[\w-]{43}/g, "")),
    );
    expect(new Set(texts).size).toBe(1);
    const list = await lettersOf(db, network.id, 1, new Date());
    const told = list.map(({ state, may, person: who }) => JSON.stringify({ state, may, who }));
    expect(new Set(told)).toEqual(
      new Set([JSON.stringify({ state: "sent", may: { again: false, withdraw: true }, who: null })]),
    );
  });

  it("has one effect when the form is sent twenty times at once", async () => {
    const { network, lead } = await ledNetwork();
    const addresses = freshAddresses(5);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => inviteByLetter(services, lead, { slug: network.slug, addresses })),
    );
    expect(all.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    await runJobs();
    for (const address of addresses) expect(await lettersTo(address)).toHaveLength(1);
  });

  it("lets one in, once, and shows who came", async () => {
    const { network, id, code } = await invited();
    const person = await makePerson(services);
    await joinByInvitation(services, person, { code });
    expect(await isMember(db, person.id, network.id)).toBe(true);
    await expect(joinByInvitation(services, await makePerson(services), { code })).rejects.toThrow(
      RuleBroken,
    );
    const [letter] = await lettersOf(db, network.id, 1, new Date());
    expect(letter).toMatchObject({
      ...{ id, state: "came", may: { again: false, withdraw: false } },
      person: { id: person.id, name: person.name },
    });
  });

  it("is for who coordinates this network", async () => {
    const { network } = await ledNetwork();
    const other = await ledNetwork();
    const member = await makeMember(services, network.slug);
    const addresses = freshAddresses(1);
    for (const actor of [visitor, member, other.lead]) {
      await expect(inviteByLetter(services, actor, { slug: network.slug, addresses })).rejects.toThrow(
        NotAllowed,
      );
    }
  });

  it("ends at a hundred at a time and three hundred a day; nothing is sent of what is too much", async () => {
    const { network, lead } = await ledNetwork();
    const invite = (count: number, now?: Date) =>
      inviteByLetter(services, lead, { slug: network.slug, addresses: freshAddresses(count) }, now);
    await expect(invite(101)).rejects.toMatchObject({ code: "networks_letters_many", field: "addresses" });
    await invite(100);
    await invite(100);
    await invite(99);
    await expect(invite(2)).rejects.toMatchObject({ code: "networks_letters_daily", values: { left: 1 } });
    expect(await db.$count(invitations, eq(invitations.networkId, network.id))).toBe(299);
    await invite(1);
    await expect(invite(1)).rejects.toThrow(RuleBroken);
    await invite(2, later(1));
  });
});

describe("a letter, whatever breaks", () => {
  /** The services with a mail server of this temper, and how often it was asked. */
  const withServer = (send: () => Promise<void>) => {
    let asked = 0;
    const mail = {
      send: () => {
        asked += 1;
        return send();
      },
      recognisesRepeats: false,
      close: async () => undefined,
    };
    return { services: { ...services, mail }, asked: () => asked };
  };

  async function wanted() {
    const { network, lead } = await ledNetwork();
    const [address] = freshAddresses(1) as [string];
    await inviteByLetter(services, lead, { slug: network.slug, addresses: [address] });
    return { network, address, invitationId: (await rowOf(network.id, address)).id };
  }

  it("is sent once by twenty jobs at the same moment", async () => {
    const { invitationId } = await wanted();
    const server = withServer(async () => undefined);
    await Promise.all(Array.from({ length: 20 }, () => mailInvitation(server.services, { invitationId })));
    expect(server.asked()).toBe(1);
  });

  it("is tried again where the mail server refused it, and its link works", async () => {
    const { address, invitationId } = await wanted();
    const down = withServer(() => Promise.reject(new Error("no connection")));
    await expect(mailInvitation(down.services, { invitationId })).rejects.toThrow("no connection");
    await runJobs();
    const [letter, ...others] = await lettersTo(address);
    expect(others).toEqual([]);
    await joinByInvitation(services, await makePerson(services), { code: codeIn(letter) });
  });

  it("is not sent twice where the house was killed while it went; the list says that it may not have gone", async () => {
    const { network, address, invitationId } = await wanted();
    const killed = withServer(() => new Promise<void>(() => undefined));
    void mailInvitation(killed.services, { invitationId });
    await expect.poll(killed.asked).toBe(1);
    await runJobs();
    expect(await lettersTo(address)).toEqual([]);
    expect(await lettersOf(db, network.id, 1, later(0.1))).toMatchObject([{ state: "unsure" }]);
  });

  it("is not sent once it was withdrawn", async () => {
    const { network, lead } = await ledNetwork();
    const [address] = freshAddresses(1) as [string];
    await inviteByLetter(services, lead, { slug: network.slug, addresses: [address] });
    const { id } = await rowOf(network.id, address);
    await revokeInvitation(services, lead, { slug: network.slug, invitationId: id });
    await runJobs();
    expect(await lettersTo(address)).toEqual([]);
  });
});

describe("inviting again and withdrawing", () => {
  it("sends another letter after a day; the links of both work, for one person", async () => {
    const { network, lead, address, id, code } = await invited();
    const at = { slug: network.slug, invitationId: id };
    await expect(inviteAgain(services, lead, at)).rejects.toMatchObject({ code: "networks_letter_today" });
    await inviteAgain(services, lead, at, later(1));
    await runJobs();
    const letters = await lettersTo(address);
    expect(letters).toHaveLength(2);
    const newest = letters.map(codeIn).find((each) => each !== code)!;
    await joinByInvitation(services, await makePerson(services), { code });
    await expect(joinByInvitation(services, await makePerson(services), { code: newest })).rejects.toThrow(
      RuleBroken,
    );
    await expect(inviteAgain(services, lead, at, later(3))).rejects.toMatchObject({
      code: "networks_letter_came",
    });
  });

  it("withdrawn, its link is over; a day later the address can be invited anew by the list", async () => {
    const { network, lead, address, id, code } = await invited();
    const { slug } = network;
    await revokeInvitation(services, lead, { slug, invitationId: id });
    await expect(joinByInvitation(services, await makePerson(services), { code })).rejects.toThrow(
      RuleBroken,
    );
    const invite = (now?: Date) => inviteByLetter(services, lead, { slug, addresses: [address] }, now);
    expect(await invite()).toEqual({ sent: 0, known: 1, refused: 0 });
    expect(await invite(later(1))).toEqual({ sent: 1, known: 0, refused: 0 });
    await runJobs();
    expect(await lettersTo(address)).toHaveLength(2);
  });

  it("is refused to others, and for what is not there or no letter of this network", async () => {
    const { network, lead, id } = await invited();
    const other = await invited();
    const link = await makeLink(services, lead, network.slug);
    const at = { slug: network.slug, invitationId: id };
    const member = await makeMember(services, network.slug);
    for (const actor of [visitor, member, other.lead]) {
      await expect(inviteAgain(services, actor, at, later(1))).rejects.toThrow(NotAllowed);
    }
    for (const invitationId of [other.id, link.id, "x", "0197f2f4-9b3a-7cc0-8b0a-0242ac120002"]) {
      const guess = { slug: network.slug, invitationId };
      await expect(inviteAgain(services, lead, guess, later(1))).rejects.toThrow(NotFound);
    }
    await expect(revokeInvitation(services, lead, { ...at, invitationId: other.id })).rejects.toThrow(
      NotFound,
    );
  });
});

describe("never again", () => {
  it("forgets the address but for a hash, ends the link, and no list invites it any more", async () => {
    const { network, lead, address, id, code } = await invited();
    await refuseInvitations(services, visitor, { code });
    await refuseInvitations(services, visitor, { code });
    const { rows } = await db.execute(
      sql`select count(*)::int as found from (select to_jsonb(i)::text as t from invitations i
        union all select to_jsonb(r)::text from invitation_refusals r
        union all select to_jsonb(a)::text from audit_entries a) everything where position(${address} in t) > 0`,
    );
    expect(rows).toEqual([{ found: 0 }]);
    expect(await db.$count(invitationRefusals, eq(invitationRefusals.networkId, network.id))).toBe(1);
    await expect(joinByInvitation(services, await makePerson(services), { code })).rejects.toThrow(
      RuleBroken,
    );
    const [other] = freshAddresses(1) as [string];
    const again = { slug: network.slug, addresses: [address, other] };
    expect(await inviteByLetter(services, lead, again, later(2))).toEqual({ sent: 1, known: 0, refused: 1 });
    await expect(
      inviteAgain(services, lead, { slug: network.slug, invitationId: id }, later(2)),
    ).rejects.toThrow(NotFound);
    await runJobs();
    expect(await lettersTo(address)).toHaveLength(1);
    const elsewhere = await ledNetwork();
    const there = { slug: elsewhere.network.slug, addresses: [address] };
    expect(await inviteByLetter(services, elsewhere.lead, there)).toMatchObject({ sent: 1 });
  });

  it("is done by a post, never by opening the page, and is nothing a link for many can do", async () => {
    const { network, lead, code } = await invited();
    const link = await makeLink(services, lead, network.slug);
    const open = (
      handler: typeof neverPage | typeof neverAction,
      wanted: string,
      form?: Record<string, string>,
    ) =>
      ask(services, handler as typeof neverPage, "/join/x/never-again", {
        params: { code: wanted },
        ...(form ? { form } : {}),
      }).then(
        ({ result }) => result as unknown,
        (thrown: unknown) => thrown,
      );
    expect(await open(neverPage, code)).toMatchObject({ done: false });
    expect(await open(neverPage, code)).toMatchObject({ done: false });
    await open(neverAction, code, {});
    expect(await open(neverPage, code)).toMatchObject({ done: true });
    for (const wrong of [link.code, "A".repeat(43), ""]) {
      expect(await open(neverPage, wrong)).toMatchObject({ status: 404 });
      expect(await open(neverAction, wrong, {})).toMatchObject({ status: 404 });
    }
  });
});

describe("the page of the letters", () => {
  const pathOf = (slug: string) => `/networks/${slug}/coordinate/letters`;
  const send = async (slug: string, as: Person, form: Record<string, string>) =>
    (await ask(services, action, pathOf(slug), { as, form }).catch((thrown) => ({ result: thrown }))).result;

  it("sends nothing of a list with junk in it, says what is wrong line by line, and keeps all of it", async () => {
    const { network, lead } = await ledNetwork();
    const [good] = freshAddresses(1) as [string];
    const form = { intent: "invite", addresses: `${good}\nstaff room\n"Ben" <ben@>` };
    expect(await send(network.slug, lead, form)).toMatchObject({
      init: { status: 422 },
      data: {
        errors: {
          addresses: "2 entries are no mail addresses. Nothing was sent yet.",
          "addresses-0": "Line 2: “staff room” has no @.",
          "addresses-1": `Line 3: “"Ben" <ben@>” is no mail address.`,
        },
        values: form,
      },
    });
    expect(await db.$count(invitations, eq(invitations.networkId, network.id))).toBe(0);
  });

  it("sends a list, leads back to what became of it, and reads no other field", async () => {
    const { network, lead } = await ledNetwork();
    const other = await ledNetwork();
    const [address] = freshAddresses(1) as [string];
    const smuggled = {
      slug: other.network.slug,
      networkId: other.network.id,
      usesLimit: "500",
      madeBy: other.lead.id,
    };
    const sent = (await send(network.slug, lead, {
      ...{ intent: "invite", addresses: address },
      ...smuggled,
    })) as Response;
    expect(sent.headers.get("Location")).toBe(`${pathOf(network.slug)}?sent=1&known=0&refused=0`);
    expect(await rowOf(network.id, address)).toMatchObject({ usesLimit: 1, madeBy: lead.id });
    const { result } = await ask(services, loader, `${pathOf(network.slug)}?sent=1&known=x&refused=-1`, {
      as: lead,
    });
    expect(result).toMatchObject({ total: 1, counts: { sent: 1, known: 0, refused: 0 } });
    for (const as of [other.lead, await makeMember(services, network.slug)]) {
      expect(await send(network.slug, as, { intent: "invite", addresses: address })).toMatchObject({
        status: 403,
      });
      const seen = await ask(services, loader, pathOf(network.slug), { as }).catch((thrown) => thrown);
      expect(seen).toMatchObject({ status: 403 });
    }
  });

  it("asks as many questions for many letters as for few", async () => {
    const { network, lead } = await ledNetwork();
    const invite = (count: number) =>
      inviteByLetter(services, lead, { slug: network.slug, addresses: freshAddresses(count) });
    const statements = async () =>
      (await ask(services, loader, pathOf(network.slug), { as: lead })).statements;
    await invite(1);
    const before = await statements();
    await invite(70);
    expect(await statements()).toBe(before);
  });
});

describe("old letters", () => {
  it("are removed ninety days after they expired, unless somebody came by them", async () => {
    const [unused, used] = [await invited(), await invited()];
    await joinByInvitation(services, await makePerson(services), { code: used.code });
    const longAgo = new Date(Date.now() - 91 * DAY);
    for (const { id } of [unused, used]) {
      await db.update(invitations).set({ expiresAt: longAgo }).where(eq(invitations.id, id));
    }
    await removeOldLetters(db);
    expect(await db.$count(invitations, eq(invitations.id, unused.id))).toBe(0);
    expect(await db.$count(invitations, eq(invitations.id, used.id))).toBe(1);
  });
});
