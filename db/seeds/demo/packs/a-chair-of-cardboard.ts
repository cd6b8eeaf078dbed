import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "a-chair-of-cardboard",
  title: "A chair of cardboard",
  language: "en",
  summary:
    "Teams test how corrugated board crushes, design slotted joints at one-fifth scale, then cut a full-size chair that must carry 75 kg with no glue.",
  why: "Corrugated board is two thin skins held apart by a wavy core, so it is stiff for its weight in the same way as an aircraft floor panel or a steel I-beam. It has a strong direction, along the flutes, and a weak one across them. Engineers who work with timber or carbon fibre face the same question every day: which way must the fibres run?",
  subjects: ["design-and-technology", "physics", "mathematics"],
  ageFrom: 14,
  ageTo: 18,
  groupSize: 4,
  licence: "CC BY-NC 4.0",
  safety: [
    "Cut on a mat along a steel ruler, in several light passes, with the free hand well away from the path of the blade; the knife goes back, closed, to the teacher's tray after each use.",
    "Load the chair with bricks before anyone sits on it, and keep feet clear of the seat while you stack.",
    "The sitter is a volunteer, keeps both feet on the floor, lowers slowly with a classmate on each side, and sits on a mat area with no hard edges behind.",
    "Nobody has to say or show their weight: the brick test alone is a full result.",
  ],
  careers: [
    {
      title: "Packaging engineer",
      text: "Chooses board, flute and box shape so that goods survive being stacked in a lorry, and measures the crush strength of every new design.",
    },
    {
      title: "Furniture designer",
      text: "Turns a flat sheet into something comfortable and stable, and proves with load tests that it will last.",
    },
    {
      title: "Composite materials engineer",
      text: "Decides the direction of every layer of fibre in a wind turbine blade or a bicycle frame, because strength along the fibre is many times the strength across it.",
    },
  ],
  keywords: [
    "chaise en carton",
    "carton ondulé",
    "Pappstuhl",
    "silla de cartón",
    "កៅអី",
    "corrugated furniture",
    "halving joint",
    "egg-crate structure",
    "anisotropy",
    "buckling",
    "sustainable design",
    "ergonomics",
  ],
  activities: [
    {
      title: "Which way do flutes run?",
      summary:
        "Pupils crush small columns on bathroom scales and measure the strength of board along and across its flutes.",
      minutes: 45,
      steps: [
        "Cut six rectangles of 6 cm by 10 cm: three with the flutes along the 10 cm side, three with the flutes across it. Fold each lengthwise into an L of 3 cm and 3 cm, so that it stands 10 cm high.",
        "Stand one L on the scales, put the board on top and press down slowly and level. One pupil reads the highest number before it collapses.",
        "Record the three results of each kind and their means. Flutes upright commonly hold 10 to 25 kg; flutes lying down hold a fraction of that.",
        "Work out crush strength per centimetre of edge: mean load in newtons divided by 6 cm. Keep this number, you will design with it.",
        "Test two more upright columns, 5 cm and 20 cm high. Short columns crush; tall ones bow sideways first and carry less. How would you stop the bowing?",
        "Calculate: the seat must carry 75 kg, about 740 N, with a safety factor of 3. How many centimetres of upright edge must touch the floor?",
      ],
    },
    {
      title: "Slots at one-fifth scale",
      summary:
        "Teams design slotted joints in card models and choose the one that does not rack, lean or slip.",
      minutes: 55,
      steps: [
        "Cut two card rectangles of 8 cm by 6 cm. Cut a slot in each, half the height long and as wide as the card is thick, and push them together. Loose, tight or tearing? The slot width is the whole secret.",
        "Push the cross sideways. It folds flat. Add a third piece parallel to the first: now it resists. Add a seat on top: better still. Explain with triangles or boxes.",
        "Fix the brief: seat 40 to 45 cm high and at least 38 by 38 cm, a back rest, six large sheets of board at most, no glue, no tape in the finished chair, flat-packable.",
        "Each pupil draws one idea on squared paper at 1 to 5 (1 cm is 5 cm), marking the flute direction of every part with an arrow.",
        "Build the two best ideas in card. Press on the seat edge, on the back, and from the side.",
        "Choose one with a table of marks out of five: stiffness, edge length on the floor, number of cuts, comfort. Write down the weakest part and what you will do about it.",
      ],
    },
    {
      title: "Cut it full size",
      summary:
        "Teams mark out, cut and assemble the chair from full sheets, with the flutes running the planned way.",
      minutes: 110,
      steps: [
        "Measure the thickness of your board by stacking ten offcuts and dividing by ten. Slot width is that number, not a guess; 4 to 7 mm is common.",
        "Redraw the parts at full size on the board, largest first. Arrows for the flutes go on before the outlines. A second person checks every arrow.",
        "Cut one slot and one tab from scrap and try the fit before cutting anything real.",
        "Cut outlines in three light passes. Stop each slot at its exact depth: an over-cut slot is where a tear begins.",
        "Round the inner ends of slots and keep 4 cm of board beyond every slot.",
        "Slide the parts together without forcing. Where the board must be doubled, keep the flutes of both layers the same way in legs and crossed in the seat.",
        "Sight along the legs. If one leans, correct it now: a leg 5 degrees off upright will bend under load.",
      ],
    },
    {
      title: "Proof load, then sit",
      summary:
        "Chairs are loaded brick by brick, measured for sag, improved and compared by load per kilogram.",
      minutes: 50,
      steps: [
        "Weigh one brick and the chair. Bricks are about 2.5 kg; a chair is often 2 to 4 kg.",
        "Lay the wooden board on the seat and mark the height of its middle against a metre rule. Add bricks four at a time, spread evenly, up to 30 bricks or until something creases.",
        "After every four bricks write down the load and the sag. Plot sag against load. A straight line means elastic; a line that bends upwards means something is giving way.",
        "Leave the full load for five minutes. Does the sag grow? That slow growth is called creep.",
        "Unload. Does the seat come all the way back? If it carried the load, a volunteer may sit.",
        "Divide the load carried by the mass of the chair. Twenty is good, thirty is excellent.",
        "Spend ten minutes on one improvement that adds no more than 200 g. Test again and say whether your explanation of the weak part was right.",
      ],
    },
  ],
  materials: [
    {
      material: "cardboard",
      perGroup: 8,
      unit: "piece",
      note: "Flattened boxes of at least 80 cm by 60 cm, double wall if you can. Bicycle and washing machine shops give them away.",
      usedIn: [1, 3, 4],
    },
    { material: "card-a4", perGroup: 6, unit: "sheet", usedIn: [2] },
    { material: "squared-paper", perGroup: 6, unit: "sheet", usedIn: [2, 4] },
    { material: "bathroom-scales", perClass: 2, unit: "piece", usedIn: [1, 4] },
    { material: "wooden-board", perClass: 3, unit: "piece", usedIn: [1, 4] },
    { material: "craft-knife", perGroup: 1, unit: "piece", note: "With a locking blade.", usedIn: [1, 3, 4] },
    {
      material: "cutting-mat",
      perGroup: 1,
      unit: "piece",
      note: "A spare sheet of board underneath protects the table as well.",
      usedIn: [1, 3, 4],
    },
    { material: "scissors", perGroup: 2, unit: "pair", usedIn: [2] },
    { material: "ruler", perGroup: 1, unit: "piece", note: "Steel, for cutting.", usedIn: [1, 2, 3] },
    { material: "metre-rule", perGroup: 1, unit: "piece", usedIn: [3, 4] },
    { material: "marker-pen", perGroup: 1, unit: "piece", usedIn: [3] },
    {
      material: "brick",
      perClass: 30,
      unit: "piece",
      note: "Reams of paper weigh the same, about 2.5 kg each.",
      usedIn: [4],
    },
    { material: "ladder-mat", perClass: 2, unit: "piece", usedIn: [4] },
  ],
  drawing: [
    "M1.2 0.8H3L3.6 6.2H8.2V11.4H6.6L5.8 8.6H3.4L2.6 11.4H1Z",
    "M3 0.8L6 0.4L6.6 5.4",
    "M3.6 6.2L6.6 5.4H11.2L8.2 6.2",
    "M11.2 5.4V10.4L8.2 11.4",
  ],
};

export default pack;
