import { createHash } from "node:crypto";
import { and, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { RuleBroken } from "~/platform/errors/errors";
import type { Database, Reader } from "~db/client.server";
import { invitationRefusals, invitations, invitationUses, mailBounces, people } from "~db/schema";
import { USUAL_INVITATION_DAYS } from "./invitation";
import { MOST_LETTERS } from "./letter-limits";

const DAY_MS = 86_400_000;

/** Letters on one page of the list. */
export const LETTERS_PER_PAGE = 50;

/** How long sending may take before it counts as broken off, in milliseconds. */
const SENDING_MS = 10 * 60_000;

/** What became of a letter of invitation. "back": a mail server said that it cannot be delivered. "unsure": the house stood still while it was sent, so it may not have gone. */
export type LetterState = "waiting" | "sent" | "back" | "unsure" | "came" | "withdrawn" | "expired";

/** How an address that wants no letters of a network is kept; another network has another hash of it. */
export const refusalHash = (networkId: string, email: string) =>
  createHash("sha256").update(`${networkId} ${email}`).digest("hex");

/** Which of these addresses want no letters of a network. */
export async function refusing(db: Reader, networkId: string, emails: string[]): Promise<Set<string>> {
  const byHash = new Map(emails.map((email) => [refusalHash(networkId, email), email]));
  const rows = await db
    .select({ emailHash: invitationRefusals.emailHash })
    .from(invitationRefusals)
    .where(
      and(
        eq(invitationRefusals.networkId, networkId),
        inArray(invitationRefusals.emailHash, [...byHash.keys()]),
      ),
    );
  return new Set(rows.map(({ emailHash }) => byHash.get(emailHash)!));
}

/** @throws RuleBroken when a network would send more letters in a day than it may */
export async function refuseTooManyLetters(
  db: Pick<Reader, "$count">,
  networkId: string,
  more: number,
  now: Date,
): Promise<void> {
  const today = and(
    eq(invitations.networkId, networkId),
    eq(invitations.kind, "letter"),
    gt(invitations.invitedAt, new Date(now.getTime() - DAY_MS)),
  );
  const left = Math.max(0, MOST_LETTERS.aDay - (await db.$count(invitations, today)));
  if (more > left)
    throw new RuleBroken("networks_letters_daily", { most: MOST_LETTERS.aDay, left }, "addresses");
}

/** Whether a letter was asked for within the last day: then no other follows it, whatever became of it. */
export const isRecent = (invitedAt: Date | null, now: Date) =>
  invitedAt !== null && now.getTime() - invitedAt.getTime() < DAY_MS;

/** What a letter that is asked for now has for values: open for thirty days, and not sent yet. */
export const askedNow = (madeBy: string | null, now: Date) => ({
  madeBy,
  invitedAt: now,
  expiresAt: new Date(now.getTime() + USUAL_INVITATION_DAYS * DAY_MS),
  revokedAt: null,
  letterClaimedAt: null,
  letterSentAt: null,
});

const listed = (networkId: string) =>
  and(eq(invitations.networkId, networkId), eq(invitations.kind, "letter"), isNotNull(invitations.email));

/** A page of the letters of a network, newest first, and how many there are. For coordinators. */
export async function lettersOf(db: Reader, networkId: string, page: number, now: Date) {
  const rows = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      invitedAt: invitations.invitedAt,
      expiresAt: invitations.expiresAt,
      revokedAt: invitations.revokedAt,
      letterClaimedAt: invitations.letterClaimedAt,
      letterSentAt: invitations.letterSentAt,
      uses: invitations.uses,
      bouncedAt: mailBounces.lastAt,
      cameAt: invitationUses.createdAt,
      person: { id: people.id, name: people.name },
    })
    .from(invitations)
    .leftJoin(invitationUses, eq(invitationUses.invitationId, invitations.id))
    .leftJoin(people, eq(people.id, invitationUses.personId))
    .leftJoin(
      mailBounces,
      and(eq(mailBounces.address, invitations.email), gte(mailBounces.lastAt, invitations.letterClaimedAt)),
    )
    .where(listed(networkId))
    .orderBy(desc(invitations.invitedAt), desc(invitations.id))
    .limit(LETTERS_PER_PAGE)
    .offset((page - 1) * LETTERS_PER_PAGE);
  return rows.map(({ id, email, invitedAt, cameAt, person, ...letter }) => {
    const state = letterState(letter, now);
    const open = state !== "came";
    return {
      ...{ id, email: email!, invitedAt: invitedAt!, cameAt, person, state },
      may: { again: open && !isRecent(invitedAt, now), withdraw: open && state !== "withdrawn" },
    };
  });
}

/** How many letters of a network are on the list. */
export async function countLetters(db: Reader, networkId: string): Promise<number> {
  const [all] = await db.select({ total: count() }).from(invitations).where(listed(networkId));
  return all?.total ?? 0;
}

/** How many letters of a network perhaps never went and could still be answered, at most a hundred. */
export async function countUnsure(db: Reader, networkId: string, now: Date): Promise<number> {
  const unsure = db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        listed(networkId),
        eq(invitations.uses, 0),
        isNull(invitations.revokedAt),
        isNull(invitations.letterSentAt),
        lt(invitations.letterClaimedAt, new Date(now.getTime() - SENDING_MS)),
        gt(invitations.expiresAt, now),
      ),
    )
    .limit(100)
    .as("unsure");
  const [all] = await db.select({ total: count() }).from(unsure);
  return all?.total ?? 0;
}

type Letter = Pick<
  typeof invitations.$inferSelect,
  "uses" | "revokedAt" | "expiresAt" | "letterClaimedAt" | "letterSentAt"
> & { bouncedAt: Date | null };

function letterState(
  { uses, revokedAt, expiresAt, letterClaimedAt, letterSentAt, bouncedAt }: Letter,
  now: Date,
): LetterState {
  if (uses > 0) return "came";
  if (revokedAt) return "withdrawn";
  if (expiresAt <= now) return "expired";
  if (letterSentAt) return bouncedAt ? "back" : "sent";
  return letterClaimedAt && now.getTime() - letterClaimedAt.getTime() > SENDING_MS ? "unsure" : "waiting";
}

/** Removes letters that nobody came by, 90 days after they expired: addresses are kept no longer than they are of use. */
export async function removeOldLetters(db: Database): Promise<void> {
  const old = sql`now() - interval '90 days'`;
  await db
    .delete(invitations)
    .where(and(eq(invitations.kind, "letter"), eq(invitations.uses, 0), lt(invitations.expiresAt, old)));
}
