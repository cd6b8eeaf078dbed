import { Conflict, NotAllowed, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { forgetAtlas } from "../atlas.server";
import { changeNetwork } from "../changing.server";
import { networkToStaff } from "../locks.server";
import type { SettingsInput } from "../network-form";
import { mayClose, mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Changes name, texts, join policy and state of a network. Closing it goes another way (`close-network`); who may close
 * it may open it again here.
 * @param input.version of the network as it was when the form was filled in
 * @throws NotFound, NotAllowed for who does not coordinate this network now, Conflict when somebody else changed it
 *   meanwhile, RuleBroken at the field `state`
 */
export async function changeSettings(
  services: Services,
  actor: Actor,
  { slug, version, ...wanted }: SettingsInput & { slug: string },
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    const standing = await standingOf(tx, actor, network.id);
    if (!mayCoordinate(actor, standing, today)) throw new NotAllowed();
    if (network.version !== version) throw new Conflict("networks_settings_changed");
    const closed = network.state === "closed";
    if (wanted.state === "closed" && !closed) throw new RuleBroken("networks_state_close", {}, "state");
    if (wanted.state !== "closed" && closed && !mayClose(actor, standing, today))
      throw new RuleBroken("networks_state_reopen", {}, "state");
    await changeNetwork(tx, actor, network, wanted);
  });
  forgetAtlas(services.db);
}
