import { m } from "~/platform/i18n/messages";
import { countUnsure } from "../../letters.server";
import type { NeedSource } from "../need";
import { urgencyOfUnsentLetters } from "../urgency";

const kind = "unsent-letters";

/** Letters of invitation that perhaps never went: one need for all of them, for one page mends them. */
export const unsentLetterNeeds: NeedSource = {
  kind,
  title: m.networks_needs_letters,
  about: m.networks_needs_letters_about,
  canBeLeft: false,
  async list(db, { network, now, leftBe }, { offset }) {
    const unsure = leftBe || offset > 0 ? 0 : await countUnsure(db, network.id, now);
    if (unsure === 0) return [];
    return [
      {
        kind,
        subjectId: network.id,
        urgency: urgencyOfUnsentLetters,
        tag: m.networks_need_letters_tag(),
        title: m.networks_need_letters({ count: unsure }),
        detail: m.networks_need_letters_detail(),
        action: {
          label: m.networks_need_letters_action(),
          name: m.networks_need_letters_action(),
          to: `/networks/${network.slug}/coordinate/letters`,
        },
        letBe: null,
      },
    ];
  },
  // One for all, so never more than are listed.
  each: () => null,
};
