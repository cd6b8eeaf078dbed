import {
  administratorIds,
  appointmentNews,
  coordinatorsOf,
  dayOf,
  memberIdsAfter,
  vacancyNews,
} from "~/features/networks/index.server";
import type { Services } from "~/platform/services/services.server";
import type { Database } from "~db/client.server";
import { transaction } from "~db/transaction.server";
import { notify, notifyAll } from "../telling.server";

/** Members told in one transaction. */
const PORTION = 2_000;

const deputiesOf = async (db: Database, networkId: string): Promise<string[]> =>
  (await coordinatorsOf(db, networkId, dayOf(new Date())))
    .filter(({ duty }) => duty === "deputy")
    .map(({ personId }) => personId);

/** Reminds a coordinator that their term ends; of the lead's the deputies hear too, for somebody has to follow. */
export async function tellOfTermEnding(
  { db }: Services,
  { appointmentId, days }: { appointmentId: string; days: string },
): Promise<void> {
  const news = await appointmentNews(db, appointmentId);
  if (!news || news.endedAt || news.endsOn < dayOf(new Date())) return;
  const { network, personId, person, duty, endsOn } = news;
  const told = {
    kind: "networks.term-ending",
    occasion: `term-ending:${appointmentId}:${days}`,
    networkId: network.id,
    path: `/networks/${network.slug}/coordinate`,
  };
  const details = { network: network.name, duty, until: endsOn };
  const deputies = duty === "lead" ? await deputiesOf(db, network.id) : [];
  await notify(db, [
    { ...told, personId, details },
    ...deputies.map((deputyId) => ({
      ...told,
      personId: deputyId,
      aboutId: personId,
      details: { ...details, person },
    })),
  ]);
}

/**
 * Tells every member who leads their network now; the two whom it is about have news of their own. In portions by id, as
 * announcements are. Stops when somebody else leads meanwhile.
 */
export async function tellOfLeadChange(
  { db }: Services,
  { appointmentId, formerId }: { appointmentId: string; formerId: string },
): Promise<void> {
  let last: string | null = null;
  do {
    last = await transaction(db, async (tx): Promise<string | null> => {
      const news = await appointmentNews(tx, appointmentId);
      if (!news || news.endedAt) return null;
      const { network, personId, person } = news;
      const members = await memberIdsAfter(tx, network.id, last, PORTION);
      const others = members.filter((id) => id !== personId && id !== formerId);
      await notifyAll(tx, others, {
        kind: "networks.lead-changed",
        occasion: `lead-changed:${appointmentId}`,
        aboutId: personId,
        details: { network: network.name, person },
        networkId: network.id,
        path: `/networks/${network.slug}`,
      });
      return members.at(-1) ?? null;
    });
  } while (last !== null);
}

/** Tells administrators and deputies that nobody leads a network. */
export async function tellOfVacancy({ db }: Services, { networkId }: { networkId: string }): Promise<void> {
  const news = await vacancyNews(db, networkId);
  if (!news?.since) return;
  const { network, since } = news;
  const told = {
    kind: "networks.lead-vacant",
    occasion: `lead-vacant:${network.id}:${since.getTime()}`,
    details: { network: network.name },
    networkId: network.id,
  };
  const deputies = (await deputiesOf(db, network.id)).map((personId) => ({
    ...told,
    personId,
    path: `/networks/${network.slug}/coordinate`,
  }));
  const administrators = (await administratorIds(db)).map((personId) => ({
    ...told,
    personId,
    path: `/networks/${network.slug}/coordinate/appoint`,
  }));
  await notify(db, [...administrators, ...deputies]);
}
