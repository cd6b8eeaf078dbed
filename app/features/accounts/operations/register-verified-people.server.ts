import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed } from "~/platform/errors/errors";
import { announceInPortions } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { isUniqueViolation, transaction } from "~db/transaction.server";
import type { SiteRole } from "~db/vocabulary/site-roles";
import type { AccountsFact } from "../facts";
import { NO_PASSWORD } from "../hashing.server";
import { mayRegisterOthers } from "../permissions";

export type VerifiedPerson = {
  name: string;
  /** In lower case, by the rules of `emailAddress`. */
  email: string;
  /** From `hashPassword`; without one they set a password by mail first. */
  passwordHash?: string;
  siteRoles?: SiteRole[];
  schoolId?: string | null;
  locale?: string | null;
  /** When they came; now, unless it is told. */
  createdAt?: Date;
};

/** Rows of one statement: PostgreSQL takes at most 65,535 parameters. */
const AT_ONCE = 2_000;

/**
 * Makes accounts whose addresses need no proof, without any mail: for seeds, imports and tests. All of them or none.
 * @returns their ids, in the order given
 * @throws NotAllowed for anybody but the house itself, Conflict when an address has an account
 */
export async function registerVerifiedPeople(
  { db }: Services,
  actor: Actor,
  newcomers: VerifiedPerson[],
): Promise<string[]> {
  if (!mayRegisterOthers(actor)) throw new NotAllowed();
  try {
    return await transaction(db, async (tx) => {
      const rows = newcomers.map(asRow);
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        await tx.insert(people).values(rows.slice(from, from + AT_ONCE));
      }
      for (const { id, siteRoles } of rows) {
        if (siteRoles.length === 0) continue;
        await audit(tx, actor, {
          act: "role given",
          subjectType: "person",
          subjectId: id,
          details: { siteRoles },
        });
      }
      const ids = rows.map(({ id }) => id);
      await announceInPortions<AccountsFact>(tx, ids, (personIds) => ({
        kind: "accounts.people-changed",
        personIds,
      }));
      return ids;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict("accounts_email_taken", {}, "email");
    throw error;
  }
}

/** One of the above. @returns the person's id */
export async function registerVerifiedPerson(services: Services, actor: Actor, newcomer: VerifiedPerson) {
  const [id] = await registerVerifiedPeople(services, actor, [newcomer]);
  return id as string;
}

const asRow = ({
  passwordHash = NO_PASSWORD,
  siteRoles = [],
  createdAt = new Date(),
  ...rest
}: VerifiedPerson) => ({
  ...rest,
  id: v7(),
  passwordHash,
  siteRoles,
  createdAt,
  emailVerifiedAt: createdAt,
});
