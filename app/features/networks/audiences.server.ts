import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import { memberships } from "~db/schema";

/** More networks than anybody belongs to. */
const MOST_NETWORKS = 200;

/**
 * Whose documents a reader may find. Every search carries this list; a document is found when its own list shares one
 * with it. One query, none for a visitor.
 * @returns "everyone" for all; for a person also "members" once the address is confirmed, "network:<id>" for each
 * network they belong to, and "person:<id>". Roles add nothing: who administers the site is no reader of everything.
 */
export async function audiencesOf(db: Pick<Reader, "select">, actor: Actor): Promise<string[]> {
  if (actor.kind !== "person") return ["everyone"];
  const networks = await db
    .select({ id: memberships.networkId })
    .from(memberships)
    .where(and(eq(memberships.personId, actor.id), isNull(memberships.leftAt)))
    .limit(MOST_NETWORKS);
  return [
    "everyone",
    ...(actor.emailVerified ? ["members"] : []),
    ...networks.map(({ id }) => `network:${id}`),
    `person:${actor.id}`,
  ];
}
