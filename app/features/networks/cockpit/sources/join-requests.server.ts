import { and, eq, sql } from "drizzle-orm";
import { distanceKm } from "~/features/schools/index.server";
import { m } from "~/platform/i18n/messages";
import { joinRequests } from "~db/schema";
import { type WaitingRequest, waitingRequests } from "../../members.server";
import { daysBetween } from "../../term";
import { distanceWords } from "../../words";
import type { Need, NeedSource, NeedsAsked } from "../need";
import { urgencyOfRequest } from "../urgency";

const kind = "join-requests";

/** People who ask to join, longest waiting first. Somebody waits, so none can be let be. */
export const joinRequestNeeds: NeedSource = {
  kind,
  title: m.networks_needs_requests,
  about: m.networks_needs_requests_about,
  canBeLeft: false,
  async list(db, asked, page) {
    if (asked.leftBe) return [];
    const requests = await waitingRequests(db, asked.network.id, page);
    return requests.map((request) => needOf(request, asked));
  },
  each: ({ network, leftBe }) => {
    const waiting = and(eq(joinRequests.networkId, network.id), eq(joinRequests.state, "waiting"));
    return leftBe ? null : sql`select from ${joinRequests} where ${waiting}`;
  },
};

function needOf(request: WaitingRequest, { network, now }: NeedsAsked): Need {
  const { id, name, message, createdAt, school } = request;
  const days = daysBetween(createdAt, now);
  const where = school ? [school.name, school.town, distanceWords(distanceKm(school, network))] : [];
  return {
    kind,
    subjectId: id,
    urgency: urgencyOfRequest(days),
    tag: days === 0 ? m.networks_waits_today() : m.networks_waits({ count: days }),
    title: m.networks_need_request({ person: name }),
    detail: where.filter(Boolean).join(", ") || m.networks_no_school(),
    quote: message || undefined,
    action: {
      label: m.networks_admit(),
      name: m.networks_admit_name({ person: name }),
      fields: { intent: "admit", requestId: id },
    },
    otherwise: {
      label: m.networks_decline(),
      name: m.networks_decline_name({ person: name }),
      to: `/networks/${network.slug}/coordinate/decline/${id}`,
    },
    letBe: null,
  };
}
