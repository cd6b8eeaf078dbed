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
export { savePhoto } from "./profile/operations/save-photo.server";
export { saveProfile } from "./profile/operations/save-profile.server";
export { photoKey, photoPath } from "./profile/photo";
export {
  isPhotoOf,
  type Profile,
  photoOf,
  profileOf,
  profilesOf,
  wholeProfile,
} from "./profile/queries.server";
export { confirmedPerson, mailAddressOf, peopleByIds } from "./queries.server";
export { setPersonSchool } from "./school-of-person.server";
export { hasSecondFactor } from "./second-factor.server";
