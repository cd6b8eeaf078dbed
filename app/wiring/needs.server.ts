import type { NeedSource } from "~/features/networks/cockpit/need";
import { joinRequestNeeds } from "~/features/networks/cockpit/sources/join-requests.server";
import { newcomerNeeds } from "~/features/networks/cockpit/sources/newcomers.server";
import { silentMemberNeeds } from "~/features/networks/cockpit/sources/silent-members.server";
import { silentSchoolNeeds } from "~/features/networks/cockpit/sources/silent-schools.server";
import { endingTermNeeds } from "~/features/networks/cockpit/sources/terms.server";
import { unsentLetterNeeds } from "~/features/networks/cockpit/sources/unsent-letters.server";

/** Everything that can need a coordinator, one line each; of the same urgency the earlier one comes first. */
export const needSources: readonly NeedSource[] = [
  joinRequestNeeds,
  endingTermNeeds,
  unsentLetterNeeds,
  newcomerNeeds,
  silentSchoolNeeds,
  silentMemberNeeds,
];
