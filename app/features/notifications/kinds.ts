import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { MailChoice } from "~db/vocabulary/notifications";

/** Values a sentence is made of, as they stood when it happened. */
export type Details = Record<string, string>;

type Kind = {
  /** What it is called where people choose how to learn of it. */
  name: () => string;
  /** How people learn of it by mail who have not chosen; null where no mail is possible. */
  usual: MailChoice | null;
  /** The sentence, in the reader's language. */
  sentence: (details: Details) => string;
  /** What somebody wrote about it, shown under the sentence as they wrote it. */
  quote?: (details: Details) => string | undefined;
  /** What its own mail says beside. */
  more?: (details: Details) => string;
};

const value = (details: Details, name: string) => details[name] ?? "";

const ofRequest = (details: Details) => ({
  person: value(details, "person"),
  network: value(details, "network"),
});

/** Words of a coordinator; who is gone since has no name. */
const ofWords = (details: Details) => ({
  person: details.person || m.notifications_a_coordinator(),
  network: value(details, "network"),
});

/** @param day such as "2028-08-31" */
const longDay = (day: string) =>
  Number.isNaN(Date.parse(day))
    ? ""
    : new Intl.DateTimeFormat(formattingLocale(), { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(day),
      );

const ofAppointment = (details: Details) => ({
  network: value(details, "network"),
  duty: value(details, "duty") === "lead" ? m.notifications_duty_lead() : m.notifications_duty_deputy(),
});

/** Every kind of notification: what it says. A kind that is no longer here is shown by its age alone. */
export const kinds: Record<string, Kind> = {
  "networks.announced": {
    name: m.notifications_kind_announced,
    usual: "each",
    sentence: (details) =>
      m.notifications_announced({ network: value(details, "network"), title: value(details, "title") }),
  },
  "networks.joined": {
    name: m.notifications_kind_joined,
    usual: "each",
    sentence: (details) => m.notifications_joined({ network: value(details, "network") }),
    quote: (details) => details.welcome,
  },
  "networks.welcomed": {
    name: m.notifications_kind_welcomed,
    usual: "each",
    sentence: (details) => m.notifications_welcomed(ofWords(details)),
    quote: (details) => details.words,
  },
  "networks.written-to": {
    name: m.notifications_kind_written_to,
    usual: "each",
    sentence: (details) => m.notifications_written_to(ofWords(details)),
    quote: (details) => details.words,
  },
  "networks.join-requested": {
    name: m.notifications_kind_join_requested,
    usual: "daily",
    sentence: (details) => m.notifications_join_requested(ofRequest(details)),
    quote: (details) => details.message,
  },
  "networks.request-admitted": {
    name: m.notifications_kind_request_admitted,
    usual: "each",
    sentence: (details) => m.notifications_request_admitted({ network: value(details, "network") }),
    quote: (details) => details.welcome,
  },
  "networks.request-declined": {
    name: m.notifications_kind_request_declined,
    usual: "each",
    more: m.notifications_mail_declined,
    sentence: (details) => m.notifications_request_declined({ network: value(details, "network") }),
    quote: (details) => details.reason,
  },
  "networks.coordinator-appointed": {
    name: m.notifications_kind_coordinator_appointed,
    usual: "each",
    more: (details) => m.notifications_mail_appointed({ until: longDay(value(details, "until")) }),
    sentence: (details) => m.notifications_coordinator_appointed(ofAppointment(details)),
  },
  "networks.appointment-ended": {
    name: m.notifications_kind_appointment_ended,
    usual: "each",
    more: m.notifications_mail_ended,
    sentence: (details) => m.notifications_appointment_ended(ofAppointment(details)),
  },
  "networks.term-ending": {
    name: m.notifications_kind_term_ending,
    usual: "each",
    more: (details) => (details.person ? "" : m.notifications_mail_term_ending()),
    sentence: (details) => {
      const until = longDay(value(details, "until"));
      return details.person
        ? m.notifications_term_ending_of({ ...ofAppointment(details), person: details.person, until })
        : m.notifications_term_ending({ ...ofAppointment(details), until });
    },
  },
  "networks.lead-changed": {
    name: m.notifications_kind_lead_changed,
    usual: "weekly",
    sentence: (details) => m.notifications_lead_changed(ofRequest(details)),
  },
  "networks.lead-vacant": {
    name: m.notifications_kind_lead_vacant,
    usual: "each",
    more: m.notifications_mail_lead_vacant,
    sentence: (details) => m.notifications_lead_vacant({ network: value(details, "network") }),
  },
  "search.new-found": {
    name: m.notifications_kind_new_found,
    usual: "each",
    sentence: (details) =>
      m.notifications_new_found({ count: Number(value(details, "count")), names: value(details, "names") }),
  },
};

/** The kinds somebody can be mailed about, in the order they are chosen in. */
export const mailedKinds = Object.keys(kinds).filter((kind) => kinds[kind]!.usual !== null);

/** How people learn by mail of each kind who have not chosen. */
export const usualChoices = Object.fromEntries(mailedKinds.map((kind) => [kind, kinds[kind]!.usual!]));

/** What a kind is called; a kind that is no longer here goes by its key. */
export const kindName = (kind: string) => (Object.hasOwn(kinds, kind) ? kinds[kind]!.name() : kind);

/** The words of a notification. */
export function wordsOf(kind: string, details: Details): { sentence: string; quote: string | null } {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known) return { sentence: m.notifications_unknown(), quote: null };
  return { sentence: known.sentence(details), quote: known.quote?.(details) || null };
}

/** What the mail about one notification says beside its words; null for nothing. */
export const moreOf = (kind: string, details: Details): string | null =>
  (Object.hasOwn(kinds, kind) && kinds[kind]!.more?.(details)) || null;
