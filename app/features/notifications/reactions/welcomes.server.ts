import { joinedNews, messageNews, welcomeNews } from "~/features/networks/index.server";
import type { Services } from "~/platform/services/services.server";
import { notify } from "../telling.server";

/**
 * Brings the network's welcome to who has joined by themselves or by an invitation. Where there is none they know already that they
 * joined, and who was welcomed by being admitted has read it with the answer.
 */
export async function tellOfJoining(
  { db }: Services,
  { networkId, personId, welcomed }: { networkId: string; personId: string; welcomed?: "yes" },
): Promise<void> {
  const news = await joinedNews(db, networkId, personId);
  if (!news || news.network.welcome === "" || welcomed) return;
  const { membershipId, network } = news;
  await notify(db, [
    {
      personId,
      kind: "networks.joined",
      occasion: `joined:${membershipId}`,
      details: { network: network.name, welcome: network.welcome },
      networkId,
      path: `/networks/${network.slug}`,
    },
  ]);
}

/** Brings a newcomer the words of the coordinator who welcomes them; who was welcomed in person has heard them. */
export async function tellOfWelcome(
  { db }: Services,
  { membershipId }: { membershipId: string },
): Promise<void> {
  const news = await welcomeNews(db, membershipId);
  if (!news?.welcomeWords) return;
  const { personId, network, welcomer, welcomerId, welcomeWords } = news;
  await notify(db, [
    {
      personId,
      kind: "networks.welcomed",
      occasion: `welcomed:${membershipId}`,
      aboutId: welcomerId ?? undefined,
      details: { network: network.name, person: welcomer ?? "", words: welcomeWords },
      networkId: network.id,
      path: `/networks/${network.slug}`,
    },
  ]);
}

/** Brings silent members what a coordinator wrote to them. @param fact.messageIds separated by commas */
export async function tellOfMessages(
  { db }: Services,
  { messageIds }: { messageIds: string },
): Promise<void> {
  const news = await messageNews(db, messageIds.split(","));
  await notify(
    db,
    news.map(({ messageId, personId, network, author, authorId, words }) => ({
      personId,
      kind: "networks.written-to",
      occasion: `written-to:${messageId}`,
      aboutId: authorId ?? undefined,
      details: { network: network.name, person: author ?? "", words },
      networkId: network.id,
      path: `/networks/${network.slug}`,
    })),
  );
}
