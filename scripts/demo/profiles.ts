import { saveProfile } from "~/features/accounts/index.server";
import type { Services } from "~/platform/services/services.server";
import { networkContents } from "~db/seeds/demo/networks";
import { demoAges, demoLanguages, demoOffers } from "~db/seeds/demo/profiles";
import type { AgeBand } from "~db/vocabulary/ages";
import { subjects } from "~db/vocabulary/subjects";
import type { Dice } from "./dice";
import type { Resident } from "./people";

/** Share of teachers who have told what they teach. */
const TOLD = 0.7;

/** Most members tell what they teach; some of these offer something or wish for something. */
export async function seedProfiles(
  services: Services,
  { pick, next }: Dice,
  residents: Resident[],
): Promise<void> {
  const countries = new Map(networkContents.map(({ slug, country }) => [slug, country]));
  for (const { person, networks } of residents) {
    const country = countries.get(networks[0] ?? "");
    if (!country || next() > TOLD) continue;
    const taught = [pick([...subjects]), ...(next() < 0.4 ? [pick([...subjects])] : [])];
    const { offers, wishes } = demoOffers[taught[0]!]!;
    await saveProfile(services, person, {
      subjects: subjects.filter((subject) => taught.includes(subject)),
      ages: pick(demoAges) as AgeBand[],
      languages: demoLanguages[country] ?? ["en"],
      offers: next() < 0.5 ? pick(offers) : "",
      wishes: next() < 0.35 ? pick(wishes) : "",
      about: "",
      version: 0,
    });
  }
}
