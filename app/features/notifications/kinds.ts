import { m } from "~/platform/i18n/messages";

/** Values a sentence is made of, as they stood when it happened. */
export type Details = Record<string, string>;

type Kind = {
  /** The sentence, in the reader's language. */
  sentence: (details: Details) => string;
  /** What somebody wrote about it, shown under the sentence as they wrote it. */
  quote?: (details: Details) => string | undefined;
};

const value = (details: Details, name: string) => details[name] ?? "";

const ofRequest = (details: Details) => ({
  person: value(details, "person"),
  network: value(details, "network"),
});

const ofAppointment = (details: Details) => ({
  network: value(details, "network"),
  duty: value(details, "duty") === "lead" ? m.notifications_duty_lead() : m.notifications_duty_deputy(),
});

/** Every kind of notification: what it says. A kind that is no longer here is shown by its age alone. */
export const kinds: Record<string, Kind> = {
  "networks.join-requested": {
    sentence: (details) => m.notifications_join_requested(ofRequest(details)),
    quote: (details) => details.message,
  },
  "networks.request-admitted": {
    sentence: (details) => m.notifications_request_admitted({ network: value(details, "network") }),
    quote: (details) => details.welcome,
  },
  "networks.request-declined": {
    sentence: (details) => m.notifications_request_declined({ network: value(details, "network") }),
    quote: (details) => details.reason,
  },
  "networks.coordinator-appointed": {
    sentence: (details) => m.notifications_coordinator_appointed(ofAppointment(details)),
  },
  "networks.appointment-ended": {
    sentence: (details) => m.notifications_appointment_ended(ofAppointment(details)),
  },
  "search.new-found": {
    sentence: (details) =>
      m.notifications_new_found({ count: Number(value(details, "count")), names: value(details, "names") }),
  },
};

/** The words of a notification. */
export function wordsOf(kind: string, details: Details): { sentence: string; quote: string | null } {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known) return { sentence: m.notifications_unknown(), quote: null };
  return { sentence: known.sentence(details), quote: known.quote?.(details) || null };
}
