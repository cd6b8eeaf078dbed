import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "arches-without-glue",
  title: "Arches without glue",
  language: "en",
  summary:
    "Pupils feel the sideways push of an arch, fold nine wedge blocks, build them over a frame and take the frame away. No glue, and it stands.",
  why: "A stone arch needs nothing to stick its blocks together: every block is squeezed by its neighbours, and stone is very good at being squeezed. The price is a sideways push at the feet, called thrust, which the ground or heavy walls must hold. The great arches of the Pont du Gard in France were built by the Romans without mortar and still stand.",
  subjects: ["physics", "mathematics", "design-and-technology"],
  ageFrom: 11,
  ageTo: 15,
  groupSize: 3,
  licence: "CC BY 4.0",
  safety: [
    "Carry bricks one at a time with two hands and set them on the middle of the table, not near the edge.",
    "In the leaning arch, stand on a dry floor in shoes, lean slowly and bend the elbows to stop.",
    "Keep fingers out from under the arch while it is being loaded.",
  ],
  careers: [
    {
      title: "Conservation engineer",
      text: "Looks after old masonry bridges and vaults, working out where the thrust runs before anyone moves a stone.",
    },
    {
      title: "Stonemason",
      text: "Cuts each wedge to a template so that its faces meet its neighbours over the whole surface, not just at a corner.",
    },
    {
      title: "Tunnel engineer",
      text: "Uses the same squeezed ring of blocks underground, where the soil provides both the load and the sideways support.",
    },
  ],
  keywords: [
    "arc en plein cintre",
    "clé de voûte",
    "voussoir",
    "Rundbogen",
    "Schlussstein",
    "arco de dovelas",
    "Roman aqueduct",
    "catenary",
    "compression",
    "stonework",
    "falsework",
    "Robert Hooke",
  ],
  activities: [
    {
      title: "Feel the thrust",
      summary:
        "Pupils become an arch, then test a bent strip of card with and without something to hold its feet.",
      minutes: 25,
      steps: [
        "Two pupils of similar height face each other, palms together, and shuffle their feet back until they lean. A third presses gently down on their hands. Where do you feel the push? In the arms and in the feet, which want to slide away.",
        "Move the feet 20 cm further apart. Harder or easier? A flatter arch pushes outwards more.",
        "Cut a strip of card 29 cm by 5 cm and bend it into an arch with its feet 20 cm apart on the table. Put coins on the top, one at a time, until it opens. It carries almost nothing.",
        "Put a brick against each foot and load again. Count the coins. Same card, several times the load.",
        "Set the bricks 26 cm apart and repeat. Ask: why does the flatter arch carry less?",
        "Name the forces: the load pushes down, the bricks push in, the card is squeezed along its curve.",
      ],
    },
    {
      title: "Nine equal wedges",
      summary:
        "Pupils work out the size of a wedge for a half circle and fold nine from card, filled with sand.",
      minutes: 50,
      steps: [
        "Draw two half circles from one centre, radius 10 cm and 13 cm. Divide them into nine slices with the protractor. Ask: how many degrees each? 180 / 9 = 20.",
        "Measure one slice in straight lines: 3.5 cm along the inside, 4.5 cm along the outside, 3.0 cm on the sloping sides. Older pupils check with 2 x 10 x sin 10 and 2 x 13 x sin 10, angles in degrees.",
        "Draw the net: a strip 4 cm wide split into lengths of 3.5, 3.0, 4.5 and 3.0 cm, with the slice shape as a flap on each side of the 3.5 cm part. Tape closes it, so it needs no tabs. Four nets fit on a sheet of A4 card.",
        "Score the lines with a ruler and an empty pen, fold, and tape all but one flap.",
        "Fill each wedge to the brim with dry sand (about 70 g), tape it shut and wipe the faces clean. Bulging sides rock, so press the faces flat.",
        "Quality check: put all nine side by side on the drawing. Do they fill the half circle? A gap of 1 mm at each of the eight joints adds up to 8 mm. Remake the worst one.",
      ],
    },
    {
      title: "Take the frame away",
      summary:
        "Groups build the arch on a cardboard frame, lower the frame and find where a load is dangerous.",
      minutes: 40,
      steps: [
        "Cut three half discs of cardboard, radius 10 cm, trim 8 mm off the straight edge and join them with tape and card strips into a frame 3.5 cm wide. Stand it on two piles of four lolly sticks.",
        "Put a brick on each side, tight against the place where the lowest wedges will stand.",
        "Lay wedges from both sides in turn, and the top one last. Ask: does the top wedge, the keystone, carry more than the others? No. Until it is in there is no arch; once it is in, all the wedges matter.",
        "Pull out the lolly sticks two by two. The frame drops and comes free. Does the arch stand? If not, close the gap at the bricks.",
        "Load the top with 100 g masses, up to 1 kg. A well-made arch takes it all: the push runs down both sides alike.",
        "Unload. Now load the wedge next to the keystone, on its lower half, a quarter of the way across the span. Predict first. Expect collapse at a few hundred grams. Film it: joints open like hinges, in turn on the inside and the outside.",
        "Add sand in resealable bags on the haunches, the low shoulders of the arch, and load off centre again. Why do real bridges carry fill there?",
      ],
    },
    {
      title: "The upside-down chain",
      summary:
        "A hanging chain shows the line of thrust, and pupils check whether it fits inside their arch.",
      minutes: 30,
      steps: [
        "On two sheets of paper taped together draw the arch full size: radius 10 cm, 13 cm and the middle line of 11.5 cm. Pin it upside down to a sheet of cardboard held upright.",
        "Link 12 to 14 paper clips into a chain. Pin its ends to the two ends of the middle line, 23 cm apart, and add or remove clips until it hangs 11 to 12 cm deep.",
        "Mark the chain with dots, take it down and turn the drawing the right way up. A chain can only be pulled; upside down it shows the path of pure push.",
        "Does the dotted line stay inside the 3 cm thick ring everywhere? If it does, the arch can stand. Find where it runs closest to the inside edge: about 40 degrees up from each foot.",
        "Hang a mass of two extra clips a quarter of the way along. The curve shifts. Where does it come closest to the edge of the ring? Compare with the joint that opened first.",
        "Ask: how thin could you make the ring before the line leaves it? Which shape would you choose if the blocks had to be very thin?",
      ],
    },
  ],
  materials: [
    { material: "card-a4", perGroup: 6, unit: "sheet", usedIn: [1, 2, 3] },
    { material: "coin", perGroup: 20, unit: "piece", note: "Or washers, all alike.", usedIn: [1] },
    { material: "brick", perGroup: 2, unit: "piece", note: "Or stacks of heavy books.", usedIn: [1, 3] },
    {
      material: "compass-drawing",
      perGroup: 1,
      unit: "piece",
      note: "Must open to 13 cm; a pencil on a string will do.",
      usedIn: [2, 3, 4],
    },
    { material: "protractor", perGroup: 1, unit: "piece", usedIn: [2] },
    { material: "ruler", perGroup: 1, unit: "piece", usedIn: [1, 2, 3, 4] },
    { material: "scissors", perGroup: 2, unit: "pair", usedIn: [1, 2, 3] },
    { material: "clear-tape", perGroup: 1, unit: "roll", usedIn: [2, 3, 4] },
    {
      material: "sand-fine",
      perGroup: 1000,
      unit: "gram",
      note: "Quite dry. Rice works and is lighter.",
      usedIn: [2, 3],
    },
    { material: "cardboard", perGroup: 2, unit: "piece", note: "About 40 cm by 30 cm.", usedIn: [3, 4] },
    { material: "lolly-stick", perGroup: 8, unit: "piece", usedIn: [3] },
    {
      material: "slotted-mass",
      perGroup: 1,
      unit: "pack",
      note: "Ten masses of 100 g. Half-litre bottles of water serve for bigger steps.",
      usedIn: [3],
    },
    { material: "resealable-bag", perGroup: 2, unit: "piece", usedIn: [3] },
    { material: "paper-a4", perGroup: 4, unit: "sheet", usedIn: [2, 4] },
    { material: "paper-clip", perGroup: 18, unit: "piece", usedIn: [4] },
    { material: "drawing-pin", perGroup: 6, unit: "piece", usedIn: [4] },
  ],
  drawing: [
    "M9 10.4A3 3 0 0 0 6.52 7.45L6.94 5.08A5.4 5.4 0 0 1 11.4 10.4Z",
    "M3 10.4A3 3 0 0 1 5.48 7.45L5.06 5.08A5.4 5.4 0 0 0 0.6 10.4Z",
    "M8.82 9.37L11.07 8.55M8.3 8.47L10.14 6.93M7.5 7.8L8.7 5.72",
    "M4.5 7.8L3.3 5.72M3.7 8.47L1.86 6.93M3.18 9.37L0.93 8.55",
    "M6.52 5.45A3 3 0 0 0 5.48 5.45L5.06 3.08A5.4 5.4 0 0 1 6.94 3.08Z",
    "M0 10.4H12",
  ],
};

export default pack;
