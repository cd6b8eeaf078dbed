import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "sort-the-rubbish",
  title: "Sort the rubbish",
  language: "en",
  summary:
    "Pupils turn a bag of mixed rubbish into a tree of yes or no questions, test magnets, water and wind as sensors, and build a line that sorts without looking.",
  why: "A recycling plant never knows what comes next on the belt. It asks simple questions in a good order: does a magnet pull it, does it float, does the air carry it away. Each answer sends the piece left or right, which is exactly a decision tree, and the order of the questions decides how pure the bales at the end are.",
  subjects: ["computing", "physics", "design-and-technology"],
  ageFrom: 9,
  ageTo: 13,
  groupSize: 4,
  licence: "CC BY-SA 4.0",
  safety: [
    "Use clean, chosen pieces only, no real bin contents and no cut tins. The teacher cuts the bottle pieces beforehand and rounds the corners.",
    "Count the magnets out and in. They must never be swallowed, and they stay away from pacemakers.",
    "Keep the fan on a dry table at least 1 m from the water trays. The teacher switches it. Nobody puts fingers or string near the guard.",
  ],
  careers: [
    {
      title: "Recycling process engineer",
      text: "Plans the order of drums, magnets, air jets and tanks in a sorting plant, and measures how pure each bale is when it leaves.",
    },
    {
      title: "Machine vision engineer",
      text: "Teaches cameras to tell one plastic from another on a moving belt, and counts the mistakes in a table like the one in the last activity.",
    },
    {
      title: "Packaging engineer",
      text: "Designs bottles and boxes that can be taken apart and sorted later, for example a label that comes off in water.",
    },
  ],
  keywords: [
    "tri des déchets",
    "recyclage",
    "circular economy",
    "classification",
    "confusion matrix",
    "algorithm",
    "Mülltrennung",
    "reciclaje",
    "សំរាម",
    "waste separation",
    "eddy current",
    "materials recovery facility",
    "machine learning",
  ],
  activities: [
    {
      title: "Eight things, three questions",
      summary:
        "Pupils play a yes or no game, then draw the tree that finds any of eight pieces in three questions.",
      minutes: 45,
      steps: [
        "Give each group one piece of each of the eight kinds: paper clip, washer, flat foil square, bottle top, piece of clear bottle, cork, marble and paper ball. One pupil thinks of a piece, the others find it with yes or no questions only. Count the questions, five rounds.",
        'Ask: which first question was the best? Compare "is it the cork?" with "is it metal?". The first gets rid of one piece or seven, the second always splits three from five.',
        'Rule for a machine: no naming and no opinions. Strike out questions such as "is it rubbish?" and keep those that can be tested.',
        "Draw a tree on paper, a question in every fork, a piece at every end. Aim for no more than three questions to any piece. Eight pieces need at least three, because 2 times 2 times 2 is 8.",
        "Swap trees with another group. They run your tree exactly as written with eyes on the piece. Mark each wrong end.",
        "Change the mixture: now nine pieces in ten are bottle pieces. Ask: which question should come first now, so that the machine asks as few as possible on average?",
      ],
    },
    {
      title: "Pull, float, blow",
      summary:
        "Pupils test every piece with a magnet, water and moving air and find which results can be trusted.",
      minutes: 55,
      steps: [
        "Predict first. Each pupil fills in a table for the eight kinds: magnet pulls, floats, blown away. Then test each piece three times.",
        "Magnet: bring it to 1 cm. Only the steel pieces jump. Foil does not, because aluminium is not magnetic. Try a few copper-coloured coins: some are steel inside. Ask: what does the magnet really test, metal or iron?",
        "Water: push each piece under, shake off bubbles and let go. Bottle tops float and pieces of bottle sink: two plastics, one lighter than water (about 0.9 g per cm³) and one heavier (about 1.4).",
        "Find the trap: a loosely crumpled ball of foil floats, a flat square pushed under sinks. Ask: what has changed, the material or the shape?",
        "Air: drop each kind in front of the fan from 30 cm, at 50 cm from the fan, and measure how far it lands from the drop point. Three drops each, same height, same speed.",
        "In one tray for the class, stir 50 g of salt into each litre and float the pieces again. Ask: does any piece change its answer? For these it should not. Which liquid would split two plastics of 1.05 and 1.4?",
        "Give each test a mark: always right, mostly right, depends on shape. Keep this list. It decides the order of the machine.",
      ],
    },
    {
      title: "Build the line",
      summary:
        "Groups build a chute with three stations that sorts forty pieces into four bins without a hand touching them.",
      minutes: 80,
      steps: [
        "The task: forty mixed pieces, five of each kind, tipped in at the top. Out come four bins: steel, light, floats, sinks. After tipping, nobody may pick a piece by hand.",
        "Draw the plan as a tree first, then as a machine from the side. Decide the order. Ask: why should the wet station come last? (Wet paper sticks, and wet pieces fly differently.)",
        "Build a chute 50 cm long from cardboard with raised edges. Find the slope at which pieces just slide: start at 20 degrees and raise it. Put tape over the joints where pieces catch.",
        "Steel: tape magnets under a card roller or behind a thin card flap across the chute. Test with ten paper clips. Too thick a card weakens the pull quickly, so try one layer and two.",
        "Light: leave a gap of 15 cm at the end of the chute, where pieces fall past a flat card waved by one pupil, into a far and a near box. No electric fan here: the next station is wet. A steady beat matters, so count aloud. Adjust the distance until paper flies and marbles do not.",
        "Wet: the near box is a tray of water. A card paddle pushes floating pieces over one end. What sinks stays.",
        "Run with ten pieces, watch, and mend one fault. Run with forty and time it. Do not tidy the bins: they are the data for the next activity.",
      ],
    },
    {
      title: "Count the mistakes",
      summary:
        "Pupils count what landed where, work out purity and recovery, and improve one station with the figures.",
      minutes: 45,
      steps: [
        "Draw a table with a row for each true kind and a column for each bin. Count the forty pieces into it. Right answers lie in the cells you planned, every other cell is a mistake with a name.",
        "Work out two numbers for the steel bin. Purity: of the pieces in the bin, how many are steel? Recovery: of the ten steel pieces, how many are in the bin? Do the same for the other bins.",
        "Example to check with: 8 steel and 2 foil in the bin gives a purity of 8 out of 10. Two steel pieces elsewhere gives a recovery of 8 out of 10.",
        "Ask: how could a bin be perfectly pure and still useless? How could it have full recovery and be useless? (One piece only. Everything in one bin.)",
        "Each group finds its largest mistake cell, changes one station, and runs again with the same forty pieces, dried. Compare both numbers before and after. Often one rises while the other falls.",
        "Decide as a class: which matters more for steel, for food waste, for batteries hidden in the rubbish? There is no single answer, but there must be a reason.",
      ],
    },
  ],
  materials: [
    { material: "paper-clip", perGroup: 5, unit: "piece", usedIn: [1, 2, 3, 4] },
    {
      material: "washer",
      perGroup: 5,
      unit: "piece",
      note: "Plain steel. Check that a magnet pulls them.",
      usedIn: [1, 2, 3, 4],
    },
    {
      material: "aluminium-foil",
      perGroup: 0.3,
      unit: "metre",
      note: "Five flat squares of 4 cm, and one loose ball.",
      usedIn: [1, 2, 3, 4],
    },
    { material: "bottle-top", perGroup: 5, unit: "piece", usedIn: [1, 2, 3, 4] },
    {
      material: "plastic-bottle-500",
      perGroup: 1,
      unit: "piece",
      note: "Five pieces of 4 cm cut from the clear wall.",
      usedIn: [1, 2, 3, 4],
    },
    { material: "cork", perGroup: 5, unit: "piece", usedIn: [1, 2, 3, 4] },
    { material: "marble", perGroup: 5, unit: "piece", usedIn: [1, 2, 3, 4] },
    {
      material: "paper-a4",
      perGroup: 4,
      unit: "sheet",
      note: "One quartered for the paper balls, the rest for trees and tables.",
      usedIn: [1, 2, 3, 4],
    },
    { material: "coin", perClass: 10, unit: "piece", note: "Small change of different years.", usedIn: [2] },
    { material: "magnet", perGroup: 3, unit: "piece", usedIn: [2, 3, 4] },
    {
      material: "plastic-tray",
      perGroup: 1,
      unit: "piece",
      note: "With 5 to 8 litres of water.",
      usedIn: [2, 3, 4],
    },
    { material: "salt", perClass: 400, unit: "gram", note: "50 g for each litre in one tray.", usedIn: [2] },
    {
      material: "cardboard",
      perGroup: 4,
      unit: "piece",
      note: "Flat sides and two or three small boxes as bins.",
      usedIn: [3],
    },
    { material: "masking-tape", perClass: 4, unit: "roll", usedIn: [3, 4] },
    { material: "scissors", perGroup: 2, unit: "pair", usedIn: [3, 4] },
    { material: "desk-fan", perClass: 2, unit: "piece", usedIn: [2] },
  ],
  drawing: [
    "M1.7 3.2 H8.8 A1.2 1.2 0 0 1 8.8 5.6 H1.7 A1.2 1.2 0 0 1 1.7 3.2 Z",
    "M1.6 3.2 V1.2 H3.6 V3.2",
    "M5 2.2 A1 1 0 1 0 7 2.2 A1 1 0 1 0 5 2.2",
    "M9.4 2.8 A4 4 0 0 1 11.4 6",
    "M0.4 8 L0.9 11.6 H3.4 L3.9 8",
    "M4.25 8 L4.75 11.6 H7.25 L7.75 8",
    "M8.1 8 L8.6 11.6 H11.1 L11.6 8",
  ],
};

export default pack;
