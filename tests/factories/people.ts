import { hashPassword, registerVerifiedPerson, type VerifiedPerson } from "~/features/accounts/index.server";
import { type Person, system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";

/** The password of everybody made here. */
export const PASSWORD = "correct horse battery";

// Hashing takes 30 ms and is the same for all.
let hashed: Promise<string> | null = null;

let made = 0;

/**
 * A person with a confirmed address, who can sign in with `PASSWORD`.
 * @param wanted what matters to the test; the rest is invented
 * @returns the person as an actor
 */
export async function makePerson(services: Services, wanted: Partial<VerifiedPerson> = {}): Promise<Person> {
  hashed ??= hashPassword(PASSWORD);
  const number = ++made;
  const newcomer = {
    name: `Teacher ${nameOf(number)}`,
    email: `teacher-${number}@example.org`,
    passwordHash: await hashed,
    ...wanted,
  };
  const id = await registerVerifiedPerson(services, system, newcomer);
  return {
    kind: "person",
    id,
    name: newcomer.name,
    email: newcomer.email,
    emailVerified: true,
    siteRoles: newcomer.siteRoles ?? [],
    rolesWait: false,
    schoolId: newcomer.schoolId ?? null,
    locale: newcomer.locale ?? null,
  };
}

/** 1 is "A", 27 is "AA": names hold letters. */
const nameOf = (number: number): string =>
  (number > 26 ? nameOf(Math.floor((number - 1) / 26)) : "") + String.fromCharCode(65 + ((number - 1) % 26));
