import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "beams-that-bend",
  title: "Beams that bend",
  language: "en",
  summary:
    "Students measure how far a beam sags as its span and its depth change, find two cubes in the data, and work out how stiff the wood of a metre rule is.",
  why: "Floors and shelves are seldom too weak; far more often they are too bendy. Double the span of a cantilever and the same load bends it eight times as far; double its depth and it bends an eighth as far. That is why a common design rule limits the sag of a floor that carries plaster or tiles to about the span divided by 360.",
  subjects: ["physics", "mathematics", "design-and-technology"],
  ageFrom: 14,
  ageTo: 18,
  groupSize: 3,
  licence: "CC BY-SA 4.0",
  safety: [
    "Everyone wears goggles: a bent rule that slips from its clamp springs up hard.",
    "Hang masses low over a box of crumpled paper, and keep feet back.",
    "Do not bend a wooden rule more than a quarter of its free length; it may split.",
  ],
  careers: [
    {
      title: "Structural engineer",
      text: "Checks every floor twice, once for strength and once for sag and bounce, and finds that the second check usually decides the size of the beam.",
    },
    {
      title: "Aircraft wing engineer",
      text: "Predicts how far a wing tip rises in flight and proves it on the ground by pulling the wing up with jacks and cables.",
    },
    {
      title: "Microsystems engineer",
      text: "Uses the same bending equation for silicon beams thinner than a hair, which sense movement inside a phone.",
    },
  ],
  keywords: [
    "flexion d'une poutre",
    "flèche",
    "module d'Young",
    "Balkenbiegung",
    "Durchbiegung",
    "deflection",
    "elastic modulus",
    "second moment of area",
    "power law",
    "A level practical",
    "rigidity",
    "viga",
  ],
  activities: [
    {
      title: "Sag against span",
      summary:
        "Students load a clamped metre rule at several lengths and find the power that links sag and span.",
      minutes: 55,
      steps: [
        "Clamp a metre rule flat to the table under a wooden block, so that it overhangs by 80 cm. The block's edge must be square to the rule and line up with the table edge: that is where the span begins.",
        "Stand a second rule upright beside the tip. Read the height of the tip with your eye level with it. Estimate your reading uncertainty; 1 mm is honest.",
        "Hang 50, 100, 150 and 200 g from a string loop at the tip and record the sag for each. Unload: does it come back to the start? If not, the clamp slips.",
        "Plot sag against load. A straight line through the origin means the beam is elastic and you may trust one load for the rest.",
        "Keep 100 g. Measure the sag at overhangs of 40, 50, 60, 70 and 80 cm. Repeat each reading twice, resetting the clamp. A typical rule sags 25 to 50 mm at 80 cm.",
        "Before plotting, guess: if the span doubles from 40 to 80 cm, what happens to the sag? Twice, four times, eight times?",
        "Plot log sag against log span, or sag against span cubed. Find the gradient of the log plot. Expect 2.8 to 3.1.",
        "Which points are furthest from the line, in percent? Small sags have the largest relative uncertainty. How would you improve just those?",
      ],
    },
    {
      title: "Two rules, loose or fixed",
      summary:
        "Students stack two rules, first free to slide and then taped together, and explain the large difference.",
      minutes: 40,
      steps: [
        "Predict in writing: one rule sags by s under 200 g at 60 cm. How far will two rules stacked on top of each other sag?",
        "Measure one rule at 60 cm with 200 g. Then lay a second rule of the same kind on top, clamp both and measure again. Expect about s/2: two beams sharing the load.",
        "Draw a pencil line across the edges of the loose pair at mid length. Load it and look. The two halves of the line shift: the rules slide over each other.",
        "Join the rules over their full width and length with double-sided tape, press hard, clamp and measure again. A perfect bond would give s/8; tape gives a little, so expect between s/5 and s/8.",
        "Explain with areas: a rectangular beam's stiffness goes with width times depth cubed. Two loose rules: 2 x 1. One rule twice as deep: 2 cubed, which is 8.",
        "Turn a single rule on edge in the clamp. It is about 28 mm deep and 6 mm wide that way. How many times stiffer should it be than flat? (28/6) squared, about 22. Check with 500 g, and watch that it does not twist.",
      ],
    },
    {
      title: "How stiff is the wood?",
      summary:
        "Students combine their readings with width and thickness to find the Young modulus and its uncertainty.",
      minutes: 35,
      steps: [
        "Write the cantilever equation: sag = 4 F L cubed / (E b d cubed), with load F in newtons, span L, width b and thickness d all in metres.",
        "Thickness matters most. Stack five identical rules, measure the pile and divide by five. How much smaller is the uncertainty than for one rule?",
        "Use the gradient of your sag against load line, or of sag against span cubed, to find E. Do not use a single reading. Why not?",
        "Wood along the grain commonly gives 8 to 14 GPa. If your answer is a thousand times out, look for millimetres in the sum.",
        "Add percentage uncertainties: thickness counts three times, span three times, the others once. Which measurement would you pay to improve?",
        "Collect every group's value on the board with its uncertainty. Do the ranges overlap? Are differences due to the wood or to the measuring?",
      ],
    },
    {
      title: "Same card, better shape",
      summary:
        "Students fold identical sheets of card into beams and rank them by load for a sag of five millimetres.",
      minutes: 45,
      steps: [
        "Each group has five sheets of A4 card of the same kind. Every beam uses one sheet, is 29.7 cm long and spans 25 cm between two wooden blocks.",
        "Make four beams: a sheet folded twice and taped into a flat strip 5 cm wide, a U channel 5 cm wide with upright sides, a closed box about 5 cm by 5 cm, and one design of your own with the fifth sheet in reserve.",
        "Rank them by eye before testing and write the reason for first and last place.",
        "Hang a cup from a loop of string with a folded pad of paper under it, so the string does not cut in. Add masses until the middle has gone down 5 mm. Record the load, then go on to failure.",
        "How does each one fail? The strip just bends, the channel's sides splay or buckle, the box dents under the string. Only one of these is a failure of the material.",
        "Repair the weak spot of your best beam with the fifth sheet: a diaphragm inside the box, a lid on the channel. Test again.",
        "Explain the winner in one sentence using depth and one using buckling. Where have you seen this cross-section in a building?",
      ],
    },
  ],
  materials: [
    {
      material: "metre-rule",
      perGroup: 3,
      unit: "piece",
      note: "Wooden, two of them alike. The class also needs five alike to share for the stack.",
      usedIn: [1, 2, 3],
    },
    { material: "wooden-clamp", perGroup: 1, unit: "piece", usedIn: [1, 2] },
    {
      material: "wooden-block",
      perGroup: 2,
      unit: "piece",
      note: "One with a sharp straight edge.",
      usedIn: [1, 2, 4],
    },
    {
      material: "slotted-mass",
      perGroup: 1,
      unit: "pack",
      note: "50 g steps up to 1 kg.",
      usedIn: [1, 2, 4],
    },
    { material: "string", perGroup: 1, unit: "metre", usedIn: [1, 2, 4] },
    { material: "ruler", perGroup: 1, unit: "piece", usedIn: [2, 3, 4] },
    {
      material: "double-sided-tape",
      perClass: 4,
      unit: "roll",
      note: "Thin tissue tape, not foam tape.",
      usedIn: [2],
    },
    { material: "squared-paper", perGroup: 4, unit: "sheet", note: "Or a spreadsheet.", usedIn: [1, 3] },
    { material: "card-a4", perGroup: 5, unit: "sheet", usedIn: [4] },
    { material: "clear-tape", perGroup: 1, unit: "roll", usedIn: [4] },
    { material: "plastic-cup", perGroup: 1, unit: "piece", usedIn: [4] },
    { material: "scissors", perGroup: 1, unit: "pair", usedIn: [2, 4] },
    { material: "paper-a4", perGroup: 2, unit: "sheet", note: "Scrap.", usedIn: [4] },
    {
      material: "cardboard",
      perGroup: 1,
      unit: "piece",
      note: "A box with crumpled paper to catch the masses.",
      usedIn: [1, 2, 4],
    },
    { material: "goggles", perGroup: 3, unit: "pair", usedIn: [1, 2] },
  ],
  drawing: [
    "M2.4 0.8V8.6",
    "M2.4 0.8L0.6 2.6M2.4 2.7L0.6 4.5M2.4 4.6L0.6 6.4M2.4 6.5L0.6 8.3",
    "M2.4 2.8C6 2.8 9 3.8 11.4 6.2",
    "M2.4 4.4C5.6 4.4 8.2 5.4 10.3 7.4L11.4 6.2",
    "M4.4 1.6H5.6M7.4 1.6H8.6M10.4 1.6H11.6",
    "M10.3 7.4V9",
    "M9.1 9H11.5V11.4H9.1Z",
  ],
};

export default pack;
