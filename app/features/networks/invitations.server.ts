import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { hashToken, newToken } from "~/platform/secrets/tokens.server";
import type { Reader } from "~db/client.server";
import { invitationCodes, invitations, invitationUses, networks, people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

/** Links on the coordinators' list: all that work, and the newest of the others. */
const MOST_LISTED = 100;

/** Names shown of those who came by one link, newest first. */
const MOST_NAMED = 50;

/** Makes a code for an invitation; only its hash is kept. @returns the code */
export async function addCode(db: Pick<Transaction, "insert">, invitationId: string): Promise<string> {
  const code = newToken();
  await db.insert(invitationCodes).values({ id: hashToken(code), invitationId });
  return code;
}

/** Whether an invitation still lets somebody in at a moment; in words of the database, see `stateOf`. */
export const isValid = (now: Date) =>
  and(
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
    or(isNull(invitations.usesLimit), sql`${invitations.uses} < ${invitations.usesLimit}`),
  );

/** A code as it is made; anything else was never one, and is not looked up. */
const codeForm = /^[\w-]{43}$/;

/** The invitation with this code, whatever became of it, with its network and who made it; null for an unknown one. */
export async function invitationByCode(db: Reader, code: string) {
  if (!codeForm.test(code)) return null;
  const [found] = await db
    .select({
      id: invitations.id,
      kind: invitations.kind,
      email: invitations.email,
      usesLimit: invitations.usesLimit,
      uses: invitations.uses,
      expiresAt: invitations.expiresAt,
      revokedAt: invitations.revokedAt,
      madeBy: people.name,
      network: networks,
    })
    .from(invitationCodes)
    .innerJoin(invitations, eq(invitations.id, invitationCodes.invitationId))
    .innerJoin(networks, eq(networks.id, invitations.networkId))
    .leftJoin(people, eq(people.id, invitations.madeBy))
    .where(eq(invitationCodes.id, hashToken(code)));
  return found ?? null;
}

const columns = {
  id: invitations.id,
  note: invitations.note,
  usesLimit: invitations.usesLimit,
  uses: invitations.uses,
  expiresAt: invitations.expiresAt,
  revokedAt: invitations.revokedAt,
  createdAt: invitations.createdAt,
  madeBy: people.name,
};

/** The links of a network, those that work first, newest first. For coordinators. */
export async function invitationsOf(db: Reader, networkId: string, now: Date) {
  return db
    .select(columns)
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.madeBy))
    .where(and(eq(invitations.networkId, networkId), eq(invitations.kind, "link")))
    .orderBy(desc(sql`(${isValid(now)})`), desc(invitations.createdAt), desc(invitations.id))
    .limit(MOST_LISTED);
}

/** One link of a network; null for what is none of it. For coordinators. */
export async function invitationOf(db: Reader, networkId: string, invitationId: string) {
  const [found] = await db
    .select(columns)
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.madeBy))
    .where(
      and(
        eq(invitations.id, invitationId),
        eq(invitations.networkId, networkId),
        eq(invitations.kind, "link"),
      ),
    );
  return found ?? null;
}

/** Who came by each of these invitations, newest first, at most 50 for each; in one query. For coordinators. */
export async function cameBy(
  db: Reader,
  invitationIds: string[],
): Promise<Map<string, { personId: string; name: string; at: Date }[]>> {
  const byInvitation = new Map<string, { personId: string; name: string; at: Date }[]>();
  if (invitationIds.length === 0) return byInvitation;
  const newest = db
    .select({
      invitationId: invitationUses.invitationId,
      personId: invitationUses.personId,
      at: invitationUses.createdAt,
      place:
        sql<number>`row_number() over (partition by ${invitationUses.invitationId} order by ${invitationUses.createdAt} desc)`.as(
          "place",
        ),
    })
    .from(invitationUses)
    .where(inArray(invitationUses.invitationId, invitationIds))
    .as("newest");
  const rows = await db
    .select({
      invitationId: newest.invitationId,
      personId: newest.personId,
      name: people.name,
      at: newest.at,
    })
    .from(newest)
    .innerJoin(people, eq(people.id, newest.personId))
    .where(sql`${newest.place} <= ${MOST_NAMED}`)
    .orderBy(desc(newest.at), people.name);
  for (const { invitationId, ...person } of rows) {
    byInvitation.set(invitationId, [...(byInvitation.get(invitationId) ?? []), person]);
  }
  return byInvitation;
}
