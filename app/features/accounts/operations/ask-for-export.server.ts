import { NotAllowed } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { exportTicket } from "../export-tickets.server";
import { checkOwnPassword } from "../own-password.server";
import { mayChangeAccount } from "../permissions";
import { countExport } from "../tries.server";

/**
 * Asks for a copy of one's own data, at most three times a day.
 * @returns the ticket that fetches it
 * @throws NotAllowed without an account; RuleBroken when the password is wrong; TooFast
 */
export async function askForExport(
  { db }: Services,
  actor: Actor,
  input: { currentPassword: string },
  now = new Date(),
): Promise<string> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await checkOwnPassword(db, actor.id, input.currentPassword);
  await countExport(db, actor.id);
  return exportTicket(db, actor.id, now);
}
