import { m } from "~/platform/i18n/messages";
import type { JoinPolicy, NetworkState } from "~db/vocabulary/networks";
import { takesNewcomers } from "./permissions";

/** The sentence, as a key, that says why somebody cannot join or ask to. */
export const whyNoJoin = (
  wish: "join" | "request",
  network: { joinPolicy: JoinPolicy; state: NetworkState },
): string =>
  takesNewcomers(network) ? `networks_${wish}_${network.joinPolicy}` : `networks_no_join_${network.state}`;

/** The state in a word. */
export const stateWord = (state: NetworkState) =>
  ({
    starting: m.networks_state_starting,
    active: m.networks_state_active,
    dormant: m.networks_state_dormant,
    closed: m.networks_state_closed,
  })[state]();

/** What the state means for members and newcomers. */
export const stateMeaning = (state: NetworkState) =>
  ({
    starting: m.networks_state_starting_means,
    active: m.networks_state_active_means,
    dormant: m.networks_state_dormant_means,
    closed: m.networks_state_closed_means,
  })[state]();
