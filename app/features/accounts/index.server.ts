// What other features may use of accounts, on the server.
export { writeToPerson } from "./emails/write-to-person.server";
export { hashPassword } from "./hashing.server";
export { createAdministrator } from "./operations/create-administrator.server";
export {
  registerVerifiedPeople,
  registerVerifiedPerson,
  type VerifiedPerson,
} from "./operations/register-verified-people.server";
export { resetSecondFactor } from "./operations/reset-second-factor.server";
export { confirmedPerson, mailAddressOf, peopleByIds } from "./queries.server";
export { setPersonSchool } from "./school-of-person.server";
export { hasSecondFactor } from "./second-factor.server";
