import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "stories-with-cams",
  title: "Stories with cams",
  language: "en",
  summary:
    "Pupils make a bird peck, a whale rise and a drummer drum: first with levers, then with cams of three shapes that turn a handle's steady spin into a story.",
  why: "Inside a car engine, a shaft with egg-shaped lumps opens every valve at exactly the right moment, over and over. Those lumps are cams: the shape of the edge is the program. Sewing machines and musical boxes store their movements in metal in much the same way.",
  subjects: ["design-and-technology"],
  ageFrom: 7,
  ageTo: 11,
  groupSize: 2,
  licence: "CC BY 4.0",
  safety: [
    "An adult makes the holes in the boxes beforehand. Where pupils pierce card, they push into modelling clay, not into a hand.",
    "An adult cuts the pointed ends off the skewers, and pupils sit down while they work with them.",
  ],
  careers: [
    {
      title: "Mechanism designer",
      text: "Designs the moving parts of printers, locks and packing machines, and often starts, as here, with a cardboard model.",
    },
    {
      title: "Engine designer",
      text: "Shapes the cams that open the valves of an engine, and decides how high and for how long each valve opens.",
    },
    {
      title: "Theatre automation engineer",
      text: "Builds the lifts, tracks and puppets that move scenery on stage, safely and to the second.",
    },
  ],
  keywords: [
    "automates",
    "came et suiveur",
    "automata",
    "autómatas",
    "Nockenwelle",
    "moving toys",
    "crank",
    "pop-up mechanism",
    "jouet mécanique",
    "rotary motion",
    "reciprocating motion",
    "cardboard mechanisms",
  ],
  activities: [
    {
      title: "A bird that pecks",
      summary:
        "Pupils join card strips with split pins and find how the place of the pin changes the movement.",
      minutes: 45,
      steps: [
        "Show a strip of card pinned to a sheet at its middle. Pull one end down. Ask: which way does the other end go, and how far? Then move the pin nearer to one end and ask again before you pull.",
        "Each pair cuts two card strips 15 cm by 2 cm. Pierce one of them at 3, 7 and 12 cm from one end.",
        "Pin the strip to a backing card through the hole at 7 cm. Mark where both ends start. Pull one end down 2 cm and measure how far the other end rises. Repeat with the pin at 3 cm and at 12 cm.",
        "Fill in a small table: pin at, I pulled, it moved. With the pin near the hand a small pull makes a large movement. With the pin far from the hand it is the other way round.",
        "Join the second strip to the first with a loose split pin, so that a push from below swings the lever. This is a linkage.",
        "Draw a bird, a crocodile or a cook on card, and fix its moving part to the lever with tape. Choose the pin hole that gives the size of movement the story needs.",
        "Pairs show each other and say one sentence: our pin is here because we wanted a big, or a small, movement.",
      ],
    },
    {
      title: "Round turns into up",
      summary:
        "Pupils build a box with a handle, an off-centre cam and a follower, and watch turning become rising.",
      minutes: 60,
      steps: [
        "Stand a small box on its side, open to the front, at least 11 cm high inside. An adult has made two holes for the axle, opposite each other, 5 cm below the lid, and one hole in the middle of the lid.",
        "Draw a circle 6 cm across on cardboard, cut out two, and stick them together. Pierce the hole not in the centre but 1 cm beside it.",
        "Push the axle skewer through one side of the box, the cam and the other side. Wind masking tape round the skewer on both sides of the cam until the cam turns with it. Bend card into a handle and tape it on outside.",
        "Tape 4 cm of straw upright in the lid hole: this is the guide. Slide a second skewer down through it and fix a cardboard disc, 4 cm across, to its foot. The disc rests on the cam.",
        "Turn the handle slowly. Ask: how often does the follower rise in one turn, and how high? Hold a ruler beside it: once, and about 2 cm. Where do you see those 2 cm on the cam? (Twice the 1 cm from hole to centre.)",
        "Slide the cam to sit under the middle of the disc, then under its edge. What else does the follower do now? It also spins. Which suits a dancer, and which a whale?",
        "If it jams, look for the cause together: a guide that is too short, a disc that touches the wall, or a cam that slips. Let pairs mend one cause at a time.",
      ],
    },
    {
      title: "Three shapes, three stories",
      summary: "Pupils predict and draw how the follower moves on a round, a snail and a three-bump cam.",
      minutes: 45,
      steps: [
        "Give each pair two more cams to cut from doubled cardboard. The snail: its edge winds out from 2 cm to 4 cm from the hole in one turn, then drops straight back. The clover: three bumps, 4 cm from the hole, with dips at 3 cm.",
        "Before building, each pupil draws a guess: one turn of the handle from left to right, the height of the follower upwards.",
        "Mark the handle at eight places round the turn. Fit the snail, stop at each mark, read the height with the ruler and plot it on squared paper. Do the same for the clover and for the round cam.",
        "Compare the guess with the points. The round cam makes one gentle hill, the snail climbs slowly and drops suddenly, the clover makes three hills.",
        "Turn the snail the wrong way. It jams at the step. Ask: what would you change so that it could turn both ways?",
        "Match each graph with a story: a sleeping cat breathes, a hammer strikes, a drummer drums. Then think of one more for each.",
      ],
    },
    {
      title: "A scene that moves",
      summary:
        "Each pair plans and builds a small scene whose movement tells a story in one turn of the handle.",
      minutes: 60,
      steps: [
        "Tell the story first, in three short pictures: before, during, after. Name the movement: up and down, sudden drop, quick beat, or spin.",
        "Choose the cam from the graphs. Draw a plan of the box from the front, with the cam, the follower and the sizes in centimetres.",
        "Build the figure from paper and card, no heavier than two sheets of paper, and tape it to the top of the follower. Ask: what happens if the figure is too heavy, or leans to one side?",
        "Pairs who are ready put a second cam on the same axle, turned by half a turn, so that one figure rises while the other sinks.",
        "Test with ten turns of the handle. Count how often it works. Mend the weakest part and count again.",
        "Open the fair: half the class shows, half visits, then change over. Visitors guess the cam from the movement before they look inside.",
      ],
    },
  ],
  materials: [
    {
      material: "cardboard",
      perGroup: 2,
      unit: "piece",
      note: "One small box about 20 by 15 by 12 cm, and one flat piece for cams.",
      usedIn: [2, 3, 4],
    },
    { material: "card-a4", perGroup: 3, unit: "sheet", usedIn: [1, 2, 4] },
    { material: "paper-a4", perGroup: 2, unit: "sheet", usedIn: [4] },
    { material: "squared-paper", perGroup: 2, unit: "sheet", usedIn: [3, 4] },
    {
      material: "wooden-skewer",
      perGroup: 4,
      unit: "piece",
      note: "Points cut off beforehand.",
      usedIn: [2, 3, 4],
    },
    {
      material: "paper-straw",
      perGroup: 2,
      unit: "piece",
      note: "Wide enough for a skewer to slide freely.",
      usedIn: [2, 4],
    },
    { material: "split-pin", perGroup: 3, unit: "piece", usedIn: [1] },
    { material: "masking-tape", perClass: 4, unit: "roll", usedIn: [1, 2, 3, 4] },
    { material: "glue-stick", perGroup: 1, unit: "piece", usedIn: [2, 3, 4] },
    {
      material: "modelling-clay",
      perGroup: 30,
      unit: "gram",
      note: "To pierce into. A cork or an eraser is fine.",
      usedIn: [1, 2, 3],
    },
    { material: "scissors", perGroup: 2, unit: "pair", usedIn: [1, 2, 3, 4] },
    { material: "ruler", perGroup: 1, unit: "piece", usedIn: [1, 2, 3, 4] },
    {
      material: "compass-drawing",
      perGroup: 1,
      unit: "piece",
      note: "Round lids of 6 and 4 cm are quicker for the youngest.",
      usedIn: [2, 3],
    },
    { material: "coloured-pencil", perGroup: 1, unit: "pack", usedIn: [1, 4] },
  ],
  drawing: [
    "M1 5.4 H10.2 V11.6 H1 Z",
    "M3.9 9.4 A1.7 1.7 0 1 0 7.3 9.4 A1.7 1.7 0 1 0 3.9 9.4",
    "M6.4 9.4 H11.5 V7.3",
    "M4 7.2 H7.2",
    "M5.6 7.2 V3.6",
    "M2.2 2.6 C2.8 0.4 5.6 -0.4 7.6 1 L9.4 1.5 L7.9 2.3 C7 4.2 3.8 4.2 2.2 2.6 Z",
    "M2.2 2.6 L0.8 1.4",
  ],
};

export default pack;
