import { sendPasswordChanged } from "~/features/accounts/emails/password-changed.server";
import { sendReset } from "~/features/accounts/emails/reset.server";
import { sendSignUpRepeated } from "~/features/accounts/emails/sign-up-repeated.server";
import { sendVerification } from "~/features/accounts/emails/verification.server";
import { mailAppointed, mailAppointmentEnded } from "~/features/networks/emails/appointment-news.server";
import { mailRequestDecided } from "~/features/networks/emails/request-decided.server";
import type { NetworksFact } from "~/features/networks/facts";
import { networkSearchable } from "~/features/networks/searchable.server";
import {
  settleRequest,
  tellOfAppointment,
  tellOfDecision,
  tellOfEnd,
  tellOfRequest,
} from "~/features/notifications/reactions/networks.server";
import { tellOfNewFinds } from "~/features/notifications/reactions/search.server";
import type { PackFact } from "~/features/packs/facts";
import { packSearchable } from "~/features/packs/searchable.server";
import type { ResourcesImported } from "~/features/resources/facts";
import { resourceSearchable } from "~/features/resources/searchable.server";
import { refreshSchoolViews } from "~/features/schools/index.server";
import { mailNewFinds } from "~/features/search/emails/new-finds.server";
import { reindex } from "~/features/search/index.server";
import { lookForNew } from "~/features/search/jobs/look-for-new.server";
import type { Fact } from "~/platform/events/announce.server";
import type { Services } from "~/platform/services/services.server";

/** What happens after a fact. Reloads current state, finishes quietly when the record is gone, may run twice. */
// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the fact it is listed under
export type Reaction = (services: Services, fact: any) => Promise<void>;

const indexPack: Reaction = (services, { packId }: PackFact) => reindex(services, packSearchable, [packId]);

const indexNetwork: Reaction = (services, { networkId }: NetworksFact) =>
  reindex(services, networkSearchable, [networkId]);

const indexResources: Reaction = (services, { resourceIds }: ResourcesImported) =>
  reindex(services, resourceSearchable, resourceIds.split(","));

const lookDue: Reaction = (services, fact: { personId: string }) => lookForNew(services, fact);

/** By kind of fact, the reactions by name. Read this to learn what happens when. */
export const reactions: Record<Fact["kind"], Record<string, Reaction>> = {
  "accounts.verification-wanted": { "accounts-verification-mail": sendVerification },
  "accounts.sign-up-repeated": { "accounts-sign-up-repeated-mail": sendSignUpRepeated },
  "accounts.reset-wanted": { "accounts-reset-mail": sendReset },
  "accounts.password-changed": { "accounts-password-changed-mail": sendPasswordChanged },
  "networks.created": { "networks-index": indexNetwork },
  "networks.join-requested": { "notifications-request": tellOfRequest },
  "networks.request-admitted": {
    "networks-decision-mail": mailRequestDecided,
    "notifications-decision": tellOfDecision,
    "notifications-settled": settleRequest,
  },
  "networks.request-declined": {
    "networks-decision-mail": mailRequestDecided,
    "notifications-decision": tellOfDecision,
    "notifications-settled": settleRequest,
  },
  "networks.request-withdrawn": { "notifications-withdrawn": settleRequest },
  "networks.coordinator-appointed": {
    "networks-appointed-mail": mailAppointed,
    "notifications-appointed": tellOfAppointment,
  },
  "networks.appointment-ended": {
    "networks-appointment-ended-mail": mailAppointmentEnded,
    "notifications-appointment-ended": tellOfEnd,
  },
  "packs.published": { "packs-index": indexPack },
  "packs.changed": { "packs-index": indexPack },
  "packs.unpublished": { "packs-index": indexPack },
  "resources.imported": { "resources-index": indexResources },
  "search.look-due": { "search-look": lookDue },
  "search.new-found": { "search-new-finds-mail": mailNewFinds, "notifications-new-finds": tellOfNewFinds },
  "schools.imported": { "schools-views": refreshSchoolViews },
  "schools.changed": { "schools-views": refreshSchoolViews },
};
