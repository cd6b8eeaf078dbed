/** A question somebody may ask, and what they mean by it: 2 exactly this, 1 also useful. */
export type JudgedQuery = { text: string; meant: Record<string, 1 | 2> };

const is = (text: string, ...[best, ...also]: string[]): JudgedQuery => ({
  text,
  meant: { ...Object.fromEntries(also.map((slug) => [slug, 1 as const])), [best!]: 2 },
});

/** What must never go wrong: the first three results hold what is meant. */
export const musts: JudgedQuery[] = [
  is("brigde", "bridges-that-hold"),
  is("wnd turbine", "catch-the-wind"),
  is("protesis hand", "a-hand-that-grips"),
  is("filtre à eau", "filtrer-l-eau-de-pluie", "clean-water-from-mud"),
];

/** Known items, slips of the pen, several words, other words for the same, other languages. */
export const queries: JudgedQuery[] = [
  ...musts,
  // known item
  is("bridges that hold", "bridges-that-hold"),
  is("catch the wind", "catch-the-wind"),
  is("hear the heart", "hear-the-heart"),
  is("helmets for eggs", "helmets-for-eggs"),
  is("under the river", "under-the-river"),
  is("maps from angles", "maps-from-angles"),
  is("talk to a satellite", "talk-to-a-satellite"),
  is("binary candles", "binary-candles-or-normal-candles-on-your-cake"),
  is("rock paper scissors", "rock-paper-scissors", "rock-paper-scissors-v2", "rock-paper-scissors-teams"),
  // misspelt
  is("turbne", "catch-the-wind", "water-wheels"),
  is("sattelite", "talk-to-a-satellite"),
  is("hydralic arm", "arms-of-water"),
  is("erthquake", "towers-that-sway"),
  is("crash cushon", "crash-cushions"),
  is("bambo joints", "bamboo-joints"),
  is("counterwieght", "cranes-and-counterweights"),
  is("periscop", "round-the-corner"),
  is("tunel", "under-the-river"),
  is("filtr water", "clean-water-from-mud", "filtrer-l-eau-de-pluie"),
  is("micrbit radio", "micro-chat", "radio-bridge"),
  // several words
  is("water filter", "clean-water-from-mud", "filtrer-l-eau-de-pluie"),
  is("earthquake tower", "towers-that-sway"),
  is("wind turbine blades", "catch-the-wind"),
  is("paper bridge", "bruecken-aus-papier", "bridges-that-hold"),
  is("egg drop", "helmets-for-eggs", "packaging-that-protects"),
  is("solar oven", "sun-ovens"),
  is("lift water pump", "lift-the-water"),
  is("how to build a crane", "cranes-and-counterweights"),
  is("traffic light", "lights-at-the-crossing"),
  is("wheelchair ramp", "ramps-for-everyone"),
  is("rubber band car", "rubber-band-racers"),
  is("vaccine cool box", "keep-it-cold"),
  is("lemon battery", "batteries-from-the-kitchen"),
  is("bioplastic milk", "plastic-from-milk"),
  is("concrete strength", "mix-pour-break"),
  // another word for it
  is("prosthesis", "a-hand-that-grips"),
  is("stethoscope", "hear-the-heart"),
  is("geodesic dome", "domes-from-newspaper"),
  is("coastal defence", "hold-back-the-sea"),
  is("landslide", "hold-the-hillside"),
  is("recycling", "sort-the-rubbish"),
  is("biogas", "gas-from-peelings"),
  is("parachute", "soft-landings"),
  is("fibre optics", "light-carries-words"),
  is("noise", "quiet-please"),
  is("arch", "arches-without-glue"),
  is("irrigation", "gardens-that-water-themselves"),
  is("hydropower", "water-wheels"),
  is("cardboard furniture", "a-chair-of-cardboard"),
  // another language
  is("éolienne", "catch-the-wind"),
  is("pont", "bridges-that-hold", "bruecken-aus-papier", "arches-without-glue"),
  is("Brücke", "bruecken-aus-papier", "bridges-that-hold"),
  is("prothèse de main", "a-hand-that-grips"),
  is("ស្ពាន", "bridges-that-hold", "bruecken-aus-papier"),
  is("Bruecken aus Papier", "bruecken-aus-papier"),
  is("récupérer l'eau de pluie", "filtrer-l-eau-de-pluie"),
];
