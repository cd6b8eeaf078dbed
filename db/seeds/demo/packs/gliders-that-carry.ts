import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "gliders-that-carry",
  title: "Gliders that carry",
  language: "en",
  summary:
    "Pupils fly, measure and average, calculate where a foam glider must balance, find its glide ratio, and predict how much faster it flies with a load on board.",
  why: "Loading staff work out where an aircraft's centre of mass lies before every flight, because a load too far back makes it unsteady. Extra mass makes a glider fly faster, but hardly changes how far it gets from a given height. Competition gliders even carry water in their wings for this, and let it out before landing.",
  subjects: ["mathematics", "physics"],
  ageFrom: 11,
  ageTo: 15,
  groupSize: 3,
  licence: "CC BY 4.0",
  safety: [
    "All gliders fly in one direction, from one line, on one call. Everybody else stands behind the line until the call to fetch.",
    "Cap the nose with clay so that no skewer point is free, and wear goggles on the flying side.",
    "Cut foam with scissors, sitting down. Sharp blades are for the teacher.",
  ],
  careers: [
    {
      title: "Flight test engineer",
      text: "Plans each test flight to change one thing only, and turns the recordings into numbers that the designers can trust.",
    },
    {
      title: "Weight and balance engineer",
      text: "Calculates an aircraft's centre of mass for every way of loading fuel, people and freight, with the same table that pupils use here.",
    },
    {
      title: "Drone designer",
      text: "Chooses wing area and battery mass so that a small aircraft carries medicine or a camera far enough and slowly enough.",
    },
  ],
  keywords: [
    "planeur",
    "centre de gravité",
    "centre of gravity",
    "paper plane",
    "aeroplane",
    "Segelflugzeug",
    "planeador",
    "យន្តហោះ",
    "aerodynamics",
    "payload",
    "statistics",
    "box plot",
    "wing loading",
    "lift to drag",
  ],
  activities: [
    {
      title: "Ten flights each",
      summary:
        "Pupils throw the same paper dart thirty times and learn to tell a better plane from a lucky throw.",
      minutes: 50,
      steps: [
        "Everyone folds the same dart from one sheet of A4. Each pupil in the group throws it ten times from the line, gently and level from shoulder height. Measure along the floor to where it first touches, to the nearest 10 cm.",
        "Write down the thirty distances. Work out mean, median and range for each thrower and for the plane.",
        "Draw three dot plots one above the other, one for each thrower, on the same scale. Ask: which differs more, the throwers or the throws of one person?",
        "Now one change: a paper clip on the nose. Ask for a prediction, then ten throws by the steadiest thrower, with and without the clip in turn.",
        "Ask: by how much must the means differ before you believe it? A good rule of thumb for the class: compare the difference with the spread of each set. If the middle halves of the dots overlap, be careful.",
        "Agree on the flying rules for the coming lessons: one thrower, one height, at least five flights, report the median and the spread.",
      ],
    },
    {
      title: "Where it must balance",
      summary:
        "Pupils calculate the nose weight that puts the centre of mass in the right place, then check it on two fingertips.",
      minutes: 55,
      steps: [
        "Cut for each glider from 3 mm foam: a wing 24 by 6 cm, a tailplane 10 by 4 cm and a fin 5 by 4 cm. The body is a skewer, 30 cm.",
        "Kitchen scales read whole grams, so weigh ten skewers together, ten wings together, and so on for the class, and divide by ten. Typical: skewer 1.4 g, wing 1.7 g, tailplane and fin 0.7 g.",
        "Fix the tailplane and fin with their middle 28 cm from the nose. Fix the wing with its front edge 8 cm from the nose. Use one elastic band for the wing, so that it can be moved, and tape for the tail.",
        "Mark the balance point to aim for: one third of the wing's depth behind its front edge, so 10 cm from the nose.",
        "Set up the table: part, mass, distance from nose, mass times distance. The centre of mass is the sum of the last column divided by the sum of the masses. Without nose weight it comes out at about 15.6 cm, much too far back.",
        "Let m be the mass of clay, 0.5 cm from the nose. Solve (59.3 + 0.5 m) / (3.8 + m) = 10. Result: m is about 2.2 g. Groups use their own figures.",
        "Press on the clay and balance the glider on two fingertips under the wing. The point should lie within 5 mm of the calculation. If not, look for the forgotten mass: the band and the tape.",
      ],
    },
    {
      title: "How far for each metre",
      summary:
        "Pupils trim their gliders, measure the glide ratio and test what moving the balance point does.",
      minutes: 60,
      steps: [
        "Trim in a corner: firm level push, about as fast as you jog. If it dives, lift the front edge of the wing with one layer of tape between wing and body. If it climbs and then drops, take a layer away or add a little clay. Change one thing per flight.",
        "Glide ratio is distance divided by height. Launch level from 1.5 m, mark the first touch, five flights, median. A glide of 6 m gives a ratio of 4. Expect 3 to 6.",
        "Move the balance point: shift the clay so that the glider balances at 9, 10, 11 and 12 cm from the nose. Five flights each, same thrower, trim left alone.",
        "Plot median distance against balance point and draw the spread as a bar. There is usually a best place, with diving on one side and swooping on the other.",
        "Ask: why is too far back worse than too far forward? When a gust lifts the nose, a glider with its mass in front turns back by itself.",
        "Ask a transfer question: an airliner has a glide ratio of about 17. From a height of 10 km, how far could it glide with its engines off? (About 170 km.)",
      ],
    },
    {
      title: "Carry a load",
      summary:
        "Pupils load paper clips at the balance point and compare speed and glide ratio with a square-root prediction.",
      minutes: 60,
      steps: [
        "Weigh ten paper clips and work out the mass of one. Load clips exactly at the balance point, taped under the body, so that the balance does not move. Check on two fingertips each time.",
        "Predict: the wing must carry the weight, and its lift grows with the square of the speed. So four times the mass needs twice the speed, and twice the mass 1.4 times. Fill in the predicted speeds for 1, 1.5 and 2 times the empty mass.",
        "Measure speed: film from the side with a metre rule leaning in the picture. Count the frames while the glider crosses 2 m in steady flight. At 30 frames a second, 18 frames are 0.6 s, so 3.3 m per second. Three good flights each.",
        "Measure the glide ratio in the same flights. Launch a little faster with more load, or the first metre is lost in a dive.",
        "Plot speed against the square root of total mass. A straight line through the origin supports the prediction. Plot the glide ratio too: it should stay nearly level.",
        "Ask: what stops you from loading more and more? Look at bending wings, hard landings and the length of the hall.",
        "Challenge: carry as many clips as possible over a line 5 m away, in three attempts. Score clips times successes, and let groups work out the safest choice before they fly.",
      ],
    },
  ],
  materials: [
    { material: "paper-a4", perGroup: 4, unit: "sheet", usedIn: [1] },
    { material: "squared-paper", perGroup: 4, unit: "sheet", usedIn: [1, 3, 4] },
    {
      material: "foam-plate",
      perGroup: 2,
      unit: "piece",
      note: "Flat, 3 mm thick and at least 25 cm long. Clean supermarket trays can be pieced together.",
      usedIn: [2, 3, 4],
    },
    { material: "wooden-skewer", perGroup: 1, unit: "piece", usedIn: [2, 3, 4] },
    { material: "modelling-clay", perGroup: 20, unit: "gram", usedIn: [2, 3] },
    { material: "elastic-band", perGroup: 2, unit: "piece", usedIn: [2, 3, 4] },
    { material: "masking-tape", perClass: 3, unit: "roll", usedIn: [1, 2, 3, 4] },
    { material: "paper-clip", perGroup: 12, unit: "piece", note: "All of one size.", usedIn: [1, 4] },
    {
      material: "kitchen-scales",
      perClass: 2,
      unit: "piece",
      note: "A pocket scale reading to 0.1 g saves the weighing in tens.",
      usedIn: [2, 4],
    },
    { material: "scissors", perGroup: 1, unit: "pair", usedIn: [2] },
    { material: "ruler", perGroup: 1, unit: "piece", usedIn: [2, 3] },
    { material: "tape-measure", perGroup: 1, unit: "piece", usedIn: [1, 3, 4] },
    { material: "metre-rule", perClass: 3, unit: "piece", usedIn: [4] },
    {
      material: "smartphone",
      perGroup: 1,
      unit: "piece",
      note: "Slow motion is welcome: note the frames per second.",
      usedIn: [4],
    },
    { material: "goggles", perGroup: 3, unit: "pair", usedIn: [2, 3, 4] },
  ],
  drawing: [
    "M5.3 4 C5.3 1.6 5.5 0.5 6 0.5 C6.5 0.5 6.7 1.6 6.7 4",
    "M5.3 6.2 L5.7 9.6",
    "M6.7 6.2 L6.3 9.6",
    "M6 3.9 L11.7 4.6 V5.6 L6 6.2 L0.3 5.6 V4.6 Z",
    "M6 9.6 L8.6 10.2 V11.2 H3.4 V10.2 Z",
    "M5.3 5 A0.7 0.7 0 1 0 6.7 5 A0.7 0.7 0 1 0 5.3 5",
  ],
};

export default pack;
