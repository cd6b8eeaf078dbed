import { sendBrowserNew } from "~/features/accounts/emails/browser-new.server";
import { sendAccountKept, sendDeletionAsked } from "~/features/accounts/emails/deletion.server";
import { mailNewAddress, mailOldAddress } from "~/features/accounts/emails/email-change.server";
import { sendPasswordChanged } from "~/features/accounts/emails/password-changed.server";
import { sendReset } from "~/features/accounts/emails/reset.server";
import { sendSecondFactorChanged } from "~/features/accounts/emails/second-factor-changed.server";
import { sendSignUpRepeated } from "~/features/accounts/emails/sign-up-repeated.server";
import { sendVerification } from "~/features/accounts/emails/verification.server";
import { mailInvitation } from "~/features/networks/emails/invitation-letter.server";
import { memberIdsOf } from "~/features/networks/members.server";
import { networkSearchable } from "~/features/networks/searchable.server";
import { settleTerritories } from "~/features/networks/territory/territory-schools.server";
import {
  tellOfLeadChange,
  tellOfTermEnding,
  tellOfVacancy,
} from "~/features/notifications/reactions/appointments.server";
import {
  settleRequest,
  takeAnnouncementBack,
  tellOfAnnouncement,
  tellOfAppointment,
  tellOfDecision,
  tellOfEnd,
  tellOfRequest,
} from "~/features/notifications/reactions/networks.server";
import { tellOfNewFinds } from "~/features/notifications/reactions/search.server";
import {
  tellOfJoining,
  tellOfMessages,
  tellOfWelcome,
} from "~/features/notifications/reactions/welcomes.server";
import { activityIdsOf, activitySearchable } from "~/features/packs/activity-searchable.server";
import type { MaterialsMerged } from "~/features/packs/facts";
import { packSearchable } from "~/features/packs/searchable.server";
import { peopleAtSchools } from "~/features/people/queries.server";
import { personSearchable } from "~/features/people/searchable.server";
import { resourcesNaming } from "~/features/resources/queries.server";
import { resourceSearchable } from "~/features/resources/searchable.server";
import { findDuplicates, refreshSchoolViews } from "~/features/schools/index.server";
import { schoolSearchable } from "~/features/schools/searchable.server";
import { lookForNew } from "~/features/search/jobs/look-for-new.server";
import type { Fact } from "~/platform/events/announce.server";
import { sweepFiles } from "~/platform/files/ledger.server";
import type { Services } from "~/platform/services/services.server";
import { type Indexing, indexing } from "./indexing.server";
import { SYNONYMS_JOB, tellSynonyms } from "./synonyms.server";

/** What happens after a fact. Reloads current state, finishes quietly when the record is gone, may run twice. */
// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the fact it is listed under
export type Work = (services: Services, fact: any) => Promise<void>;

/** Work, or work with a key: of those that wait under one key, one is done. Or records to be indexed anew. */
export type Reaction = Work | { work: Work; key: string } | Indexing;

/** The views say nothing of which school changed, so one refresh stands for all that wait. */
const refreshViews: Reaction = { work: refreshSchoolViews, key: "schools-views" };

/** Which schools lie in a territory: one look at all of them stands for all that wait. */
const settle: Reaction = { work: settleTerritories, key: "networks-territories" };
/** One sweep removes whatever nobody wants any more. */
const removeFiles: Reaction = { work: sweepFiles, key: "files-sweep" };

const synonyms: Reaction = { work: tellSynonyms, key: SYNONYMS_JOB };

const indexPack = indexing(packSearchable, "packId");
const indexPacks = indexing(packSearchable, "packIds");
const indexActivities: Indexing = {
  searchable: activitySearchable,
  recordsOf: (db, { packId }) => activityIdsOf(db, [packId!]),
  // A pack keeps the ids of its activities; those that go are announced by themselves.
  keyOf: ({ packId }) => `activities-of:${packId}`,
};
const indexActivitiesOfPacks: Indexing = {
  searchable: activitySearchable,
  recordsOf: (db, { packIds }) => activityIdsOf(db, packIds!.split(",")),
};
const indexPerson = indexing(personSearchable, "personId");
const indexSchools = indexing(schoolSearchable, "schoolIds");
const indexTeachers: Indexing = {
  searchable: personSearchable,
  recordsOf: (db, { schoolIds }) => peopleAtSchools(db, schoolIds!.split(",")),
};

/** Members are found by the names of their networks. */
const indexMembers: Indexing = {
  searchable: personSearchable,
  recordsOf: (db, { networkId }) => memberIdsOf(db, networkId!),
};

const packReactions = { "packs-index": indexPack, "packs-activities-index": indexActivities };
const schoolReactions = {
  "schools-views": refreshViews,
  "networks-territories": settle,
  "schools-index": indexSchools,
  "people-index": indexTeachers,
  "schools-duplicates": findDuplicates,
};

const indexResourcesNaming: Indexing = {
  searchable: resourceSearchable,
  recordsOf: (db, fact) => resourcesNaming(db, (fact as MaterialsMerged).materialId),
};

const lookDue: Reaction = (services, fact: { personId: string }) => lookForNew(services, fact);

/** By kind of fact, the reactions by name. Read this to learn what happens when. */
export const reactions: Record<Fact["kind"], Record<string, Reaction>> = {
  "accounts.verification-wanted": { "accounts-verification-mail": sendVerification },
  "accounts.sign-up-repeated": { "accounts-sign-up-repeated-mail": sendSignUpRepeated },
  "accounts.reset-wanted": { "accounts-reset-mail": sendReset },
  "accounts.password-changed": { "accounts-password-changed-mail": sendPasswordChanged },
  "accounts.second-factor-changed": { "accounts-second-factor-mail": sendSecondFactorChanged },
  "accounts.browser-new": { "accounts-browser-new-mail": sendBrowserNew },
  "accounts.email-change-asked": {
    "accounts-new-address-mail": mailNewAddress,
    "accounts-old-address-mail": mailOldAddress,
  },
  "accounts.deletion-asked": { "accounts-deletion-asked-mail": sendDeletionAsked },
  "accounts.account-kept": { "accounts-kept-mail": sendAccountKept },
  "accounts.photo-replaced": { "files-sweep": removeFiles },
  "accounts.people-changed": { "people-index": indexing(personSearchable, "personIds") },
  "networks.created": { "networks-index": indexing(networkSearchable, "networkId") },
  "networks.changed": {
    "networks-index": indexing(networkSearchable, "networkId"),
    "people-index": indexMembers,
  },
  "networks.join-requested": { "notifications-request": tellOfRequest },
  "networks.request-admitted": {
    "notifications-decision": tellOfDecision,
    "notifications-settled": settleRequest,
  },
  "networks.request-declined": {
    "notifications-decision": tellOfDecision,
    "notifications-settled": settleRequest,
  },
  "networks.request-withdrawn": { "notifications-withdrawn": settleRequest },
  "networks.member-joined": { "people-index": indexPerson, "notifications-joined": tellOfJoining },
  "networks.member-welcomed": { "notifications-welcomed": tellOfWelcome },
  "networks.members-written": { "notifications-written": tellOfMessages },
  "networks.term-ending": { "notifications-term-ending": tellOfTermEnding },
  "networks.lead-changed": { "notifications-lead-changed": tellOfLeadChange },
  "networks.lead-vacant": { "notifications-lead-vacant": tellOfVacancy },
  "networks.member-left": { "people-index": indexPerson },
  "networks.letter-wanted": { "networks-invitation-mail": mailInvitation },
  "networks.coordinator-appointed": {
    "notifications-appointed": tellOfAppointment,
  },
  "networks.appointment-ended": {
    "notifications-appointment-ended": tellOfEnd,
  },
  "networks.announced": { "notifications-announced": tellOfAnnouncement },
  "networks.announcement-taken-back": { "notifications-announcement-gone": takeAnnouncementBack },
  "packs.published": packReactions,
  "packs.changed": packReactions,
  "packs.unpublished": packReactions,
  "packs.materials-changed": {
    "packs-index": indexPacks,
    "packs-activities-index": indexActivitiesOfPacks,
    "search-synonyms": synonyms,
  },
  "packs.activities-removed": { "packs-activities-index": indexing(activitySearchable, "activityIds") },
  "packs.materials-merged": { "resources-index": indexResourcesNaming, "search-synonyms": synonyms },
  "resources.imported": { "resources-index": indexing(resourceSearchable, "resourceIds") },
  "schools.imported": schoolReactions,
  "schools.changed": schoolReactions,
  "search.look-due": { "search-look": lookDue },
  "search.new-found": { "notifications-new-finds": tellOfNewFinds },
};
