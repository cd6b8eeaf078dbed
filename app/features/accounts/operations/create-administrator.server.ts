import { z } from "zod";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { emailAddress, personName } from "../account";
import { hashPassword } from "../hashing.server";
import { newPassword, passwordWeakness } from "../password";
import { mayRegisterOthers } from "../permissions";
import { registerVerifiedPerson } from "./register-verified-people.server";

const administratorInput = z.object({ name: personName, email: emailAddress, password: newPassword });

/**
 * Makes an account with the rights of an administrator, for the command line: whoever may run commands on the machine
 * needs no mail to prove it.
 * @param input as typed; checked here by the rules of sign-up
 * @returns the person's id
 * @throws NotAllowed for anybody but the house itself, RuleBroken with the field that is wrong, Conflict when the
 *   address has an account
 */
export async function createAdministrator(
  services: Services,
  actor: Actor,
  input: { name: string; email: string; password: string },
): Promise<string> {
  if (!mayRegisterOthers(actor)) throw new NotAllowed();
  const parsed = administratorInput.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RuleBroken(issue?.message ?? "accounts_name_odd", {}, String(issue?.path[0] ?? ""));
  }
  const { name, email, password } = parsed.data;
  const weakness = passwordWeakness(password, { name, email });
  if (weakness) throw new RuleBroken(weakness, {}, "password");
  const passwordHash = await hashPassword(password);
  return registerVerifiedPerson(services, actor, { name, email, passwordHash, siteRoles: ["administrator"] });
}
