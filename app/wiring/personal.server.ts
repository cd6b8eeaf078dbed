import { accountsPersonal } from "~/features/accounts/personal.server";
import { profilePersonal } from "~/features/accounts/profile/personal.server";
import { administrationPersonal } from "~/features/administration/personal.server";
import { networksPersonal } from "~/features/networks/personal.server";
import { notificationsPersonal } from "~/features/notifications/personal.server";
import { packsPersonal } from "~/features/packs/personal.server";
import { resourcesPersonal } from "~/features/resources/personal.server";
import { schoolsPersonal } from "~/features/schools/personal.server";
import { searchPersonal } from "~/features/search/personal.server";
import type { Personal } from "~/platform/personal/personal";
import { platformPersonal } from "~/platform/personal/platform-personal.server";

/**
 * What the house holds of people, one line a feature: in the order of an export, and of deleting. The rows of accounts
 * go last of all, by their own hand.
 */
export const personal: readonly Personal[] = [
  accountsPersonal,
  profilePersonal,
  networksPersonal,
  packsPersonal,
  resourcesPersonal,
  searchPersonal,
  notificationsPersonal,
  administrationPersonal,
  schoolsPersonal,
  platformPersonal,
];
