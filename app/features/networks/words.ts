import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { CoordinatorDuty, JoinPolicy } from "~db/vocabulary/networks";

/** "Lead" or "Deputy", in the reader's language. */
export const dutyWord = (duty: CoordinatorDuty) =>
  duty === "lead" ? m.networks_duty_lead() : m.networks_duty_deputy();

/** How one becomes a member, in a word or two. */
export const policyWord = (policy: JoinPolicy) =>
  ({ open: m.networks_policy_open, request: m.networks_policy_request, closed: m.networks_policy_closed })[
    policy
  ]();

/** What it means for who wants to become a member. */
export const policyHint = (policy: JoinPolicy) =>
  ({
    open: m.networks_new_policy_open_hint,
    request: m.networks_new_policy_request_hint,
    closed: m.networks_new_policy_closed_hint,
  })[policy]();

// The words below depend on locale data, which differs between runtimes: loaders make them, so that server and browser agree.

/** Whole kilometres: "4", "1,204", "<1". */
export const kilometreFigure = (km: number) => (km < 1 ? "<1" : Math.round(km).toLocaleString(regional()));

/** "under 1 km", "4 km", "1,204 km". */
export const distanceWords = (km: number) =>
  km < 1 ? m.networks_distance_near() : m.networks_distance({ km: kilometreFigure(km) });

/** "31 August 2028". @param day such as "2028-08-31" */
export const longDay = (day: string) =>
  new Intl.DateTimeFormat(regional(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

/** "August 2028". @param day such as "2028-08-31" */
export const monthOf = (day: string) =>
  new Intl.DateTimeFormat(regional(), { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(day),
  );

/** "1,204". */
export const figureWords = (figure: number) => figure.toLocaleString(regional());

/** "31%". @param share from 0 to 1 */
export const percentWords = (share: number) =>
  share.toLocaleString(regional(), { style: "percent", maximumFractionDigits: 0 });

/** English as it is written in Britain. */
const regional = () => (currentLocale() === "en" ? "en-GB" : currentLocale());
