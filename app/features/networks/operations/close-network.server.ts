import { NotAllowed } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { forgetAtlas } from "../atlas.server";
import { changeNetwork } from "../changing.server";
import { networkToStaff } from "../locks.server";
import { mayClose } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Closes a network: nobody joins any more, members keep reading. Twice is harmless.
 * @throws NotFound, NotAllowed for who is neither its lead now nor an administrator
 */
export async function closeNetwork(
  services: Services,
  actor: Actor,
  { slug }: { slug: string },
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    if (!mayClose(actor, await standingOf(tx, actor, network.id), today)) throw new NotAllowed();
    await changeNetwork(tx, actor, network, { state: "closed" });
  });
  forgetAtlas(services.db);
}
