/** What teachers of the demo offer and wish for, by subject; invented. */
export const demoOffers: Record<string, { offers: string[]; wishes: string[] }> = {
  physics: {
    offers: [
      "A wind tunnel made of cardboard, with a fan. Two classes have tested it.",
      "An hour on circuits with the whole class, batteries included.",
    ],
    wishes: ["A second pair of hands on our bridge day.", "Ideas for sound without a laboratory."],
  },
  chemistry: {
    offers: [
      "Water filters for thirty pupils, all in one box.",
      "Plastic from milk: I bring the recipe and the vinegar.",
    ],
    wishes: ["Somebody who has done the gas from peelings in winter.", "Safety glasses to borrow in May."],
  },
  biology: {
    offers: [
      "A heart that beats, from balloons and straws.",
      "School garden: what grows before the holidays.",
    ],
    wishes: ["A microscope for a week.", "A colleague near us with a pond."],
  },
  mathematics: {
    offers: ["Scale drawings outdoors, with strings and pegs.", "Maps from angles, ready to print."],
    wishes: ["Real measurements from a physics class.", "A visit to a class that builds towers."],
  },
  computing: {
    offers: [
      "Traffic lights with ten small boards, to lend.",
      "Help with the first program, in any language.",
    ],
    wishes: ["Old boards and cables that nobody needs.", "Somebody to try a unit with before March."],
  },
  "design-and-technology": {
    offers: ["Soldering irons and an afternoon to learn it.", "Cardboard chairs that hold a head teacher."],
    wishes: ["Offcuts of plywood.", "A colleague who can sharpen chisels."],
  },
  geography: {
    offers: ["A sand table that shows how rivers move.", "Flood models from plasticine."],
    wishes: ["Photographs of the same river, over years.", "A partner class by the sea."],
  },
};

/** The language most teach in, by country. */
export const demoLanguages: Record<string, string[]> = {
  GB: ["en"],
  KH: ["km", "en"],
  DE: ["de", "en"],
  FR: ["fr", "en"],
};

/** The bands of age that are taught together. */
export const demoAges: string[][] = [["5-7", "7-11"], ["7-11"], ["11-14"], ["11-14", "14-18"], ["14-18"]];
