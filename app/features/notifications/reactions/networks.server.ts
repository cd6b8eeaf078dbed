import {
  administratorIds,
  announcementNews,
  appointmentNews,
  coordinatorsOf,
  dayOf,
  memberIdsAfter,
  peopleEverIn,
  requestNews,
} from "~/features/networks/index.server";
import type { Services } from "~/platform/services/services.server";
import type { Database } from "~db/client.server";
import { transaction } from "~db/transaction.server";
import { notify, notifyAll, settle, takeBack } from "../telling.server";

const requestOccasion = (requestId: string) => `join-requested:${requestId}`;

/** Tells the coordinators that somebody asks to join. */
export async function tellOfRequest({ db }: Services, { requestId }: { requestId: string }): Promise<void> {
  const news = await requestNews(db, requestId);
  if (news?.state !== "waiting") return;
  const { network, person, message } = news;
  const told = await toldOf(db, network.id);
  await notify(
    db,
    told.map((personId) => ({
      personId,
      kind: "networks.join-requested",
      occasion: requestOccasion(requestId),
      aboutId: person.id,
      details: { person: person.name, network: network.name, message: message.slice(0, 200) },
      networkId: network.id,
      path: `/networks/${network.slug}/coordinate`,
    })),
  );
}

/** Who was told of a request need not look at it any more: it was decided, or taken back. */
export async function settleRequest({ db }: Services, { requestId }: { requestId: string }): Promise<void> {
  const news = await requestNews(db, requestId);
  if (!news || news.state === "waiting") return;
  await settle(db, requestOccasion(requestId), await toldOf(db, news.network.id));
}

/** Who is told of requests: the coordinators; where nobody coordinates, the administrators. */
async function toldOf(db: Database, networkId: string): Promise<string[]> {
  const coordinators = await coordinatorsOf(db, networkId, dayOf(new Date()));
  return coordinators.length > 0 ? coordinators.map(({ personId }) => personId) : administratorIds(db);
}

/** Tells a person what became of their request to join. */
export async function tellOfDecision({ db }: Services, { requestId }: { requestId: string }): Promise<void> {
  const news = await requestNews(db, requestId);
  if (news?.state !== "admitted" && news?.state !== "declined") return;
  const { network, person, state, reason } = news;
  await notify(db, [
    {
      personId: person.id,
      kind: `networks.request-${state}`,
      occasion: `request-${state}:${requestId}`,
      details: {
        network: network.name,
        ...(state === "declined" && reason ? { reason } : {}),
        ...(state === "admitted" && network.welcome ? { welcome: network.welcome.slice(0, 500) } : {}),
      },
      networkId: network.id,
      path: `/networks/${network.slug}`,
    },
  ]);
}

/** Tells a person that they coordinate a network from now on. */
export async function tellOfAppointment(
  { db }: Services,
  { appointmentId }: { appointmentId: string },
): Promise<void> {
  const news = await appointmentNews(db, appointmentId);
  if (!news || news.endedAt) return;
  const { network, personId, duty, endsOn } = news;
  await notify(db, [
    {
      personId,
      kind: "networks.coordinator-appointed",
      occasion: `coordinator-appointed:${appointmentId}`,
      details: { network: network.name, duty, until: endsOn },
      networkId: network.id,
      path: `/networks/${network.slug}/coordinate`,
    },
  ]);
}

/** Tells a person that they no longer coordinate a network. */
export async function tellOfEnd(
  { db }: Services,
  { appointmentId }: { appointmentId: string },
): Promise<void> {
  const news = await appointmentNews(db, appointmentId);
  if (!news?.endedAt) return;
  const { network, personId, duty } = news;
  await notify(db, [
    {
      personId,
      kind: "networks.appointment-ended",
      occasion: `appointment-ended:${appointmentId}`,
      details: { network: network.name, duty },
      networkId: network.id,
      path: `/networks/${network.slug}`,
    },
  ]);
}

const announcementOccasion = (announcementId: string) => `announced:${announcementId}`;

/** Members told in one transaction. */
const PORTION = 2_000;

/**
 * Tells every member of an announcement, its author too, who sees what the others get. In portions by id, each all or
 * nothing: a worker that dies begins again, and who was told is passed over. Stops when it is taken back meanwhile.
 */
export async function tellOfAnnouncement(
  { db }: Services,
  { announcementId }: { announcementId: string },
): Promise<void> {
  let last: string | null = null;
  do {
    last = await transaction(db, async (tx): Promise<string | null> => {
      const news = await announcementNews(tx, announcementId);
      if (!news || news.takenBack) return null;
      const { network, title } = news;
      const members = await memberIdsAfter(tx, network.id, last, PORTION);
      await notifyAll(tx, members, {
        kind: "networks.announced",
        occasion: announcementOccasion(announcementId),
        details: { network: network.name, title, announcementId },
        networkId: network.id,
        path: `/networks/${network.slug}/announcements`,
      });
      return members.at(-1) ?? null;
    });
  } while (last !== null);
}

/** What members were told of an announcement goes with it; who left since as well. */
export async function takeAnnouncementBack(
  { db }: Services,
  { announcementId }: { announcementId: string },
): Promise<void> {
  const news = await announcementNews(db, announcementId);
  if (!news?.takenBack) return;
  await takeBack(db, announcementOccasion(announcementId), peopleEverIn(db, news.network.id));
}
