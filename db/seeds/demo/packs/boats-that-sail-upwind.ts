import type { PackContent } from "../pack-content";

const pack: PackContent = {
  slug: "boats-that-sail-upwind",
  title: "Boats that sail upwind",
  language: "en",
  summary:
    "Keel, sail and rudder from a milk carton. Pupils measure what stops a boat from slipping sideways, then race along the gutter into the wind as steeply as they dare.",
  why: "A sail set at a slant pushes a boat mostly sideways and a little forwards. The keel refuses to be pushed sideways through the water, so the forward part is what remains. That is how a yacht works its way upwind in zigzags, usually no closer than about 45 degrees to the wind. Some cargo ships now carry tall rigid sails again, to save fuel.",
  subjects: ["physics", "design-and-technology"],
  ageFrom: 9,
  ageTo: 13,
  groupSize: 3,
  licence: "CC BY 4.0",
  safety: [
    "Fans stand on a dry table at least 1 m from any water, with the cable away from the floor. Only the teacher moves or switches a fan, with dry hands.",
    "Keep a cloth by each gutter and tray and wipe the floor as you go.",
    "The teacher starts the long cuts in the cartons with pointed scissors. The point of the mast goes down into the clay, and a small ball of clay caps the top so that nobody meets it with an eye.",
  ],
  careers: [
    {
      title: "Naval architect",
      text: "Draws the hull, keel and rudder of ships and works out how far they lean, drift and resist. Small models are still towed in long water tanks before a ship is built.",
    },
    {
      title: "Wind propulsion engineer",
      text: "Fits sails and spinning rotors to cargo ships and calculates on which routes, and at which wind angles, they save fuel.",
    },
    {
      title: "Sail designer",
      text: "Decides how curved a sail should be and cuts flat cloth so that it takes that curve in the wind.",
    },
  ],
  keywords: [
    "bateau à voile",
    "voilier",
    "tacking",
    "close-hauled",
    "sailing boat",
    "Segelboot",
    "velero",
    "ទូក",
    "centreboard",
    "leeway",
    "hydrodynamics",
    "regatta",
  ],
  activities: [
    {
      title: "Half a carton",
      summary: "Pupils build the same hull, mast and sail, and balance it so that it floats level.",
      minutes: 40,
      steps: [
        "Cut a rinsed one-litre carton in half lengthwise. Each half is a hull about 20 cm long and 7 cm wide. Pinch one end into a bow and close it with duct tape while everything is dry.",
        "Stand a skewer mast in a walnut-sized lump of clay on the floor of the hull, 8 cm behind the bow. The mast is 16 cm high.",
        "Cut the sail from a plastic bag: a triangle 14 cm high and 11 cm along the foot. Tape the upright edge to the mast and the foot to half a skewer, the boom, so that the boom swings freely.",
        "Tie 20 cm of thread to the end of the boom and trap the other end under a bit of tape at the stern. This line sets how far the sail can swing out.",
        "Float the boat in the tray. Put four washers on the floor of the hull and slide them until it sits level. Blow on the sail from behind, then from the side. Ask: which way did it go each time?",
        "Draw what happened from above, with one arrow for the wind and one for the boat. Keep the drawing for the next activity.",
      ],
    },
    {
      title: "Sideways or forwards",
      summary:
        "With the wind from the side, pupils measure how far the boat slips sideways with no keel, a short one and a long one.",
      minutes: 30,
      steps: [
        "Place the fan so that it blows across the tray, on low, 1 m away. Put tape marks every 5 cm along two edges of the tray. The boat points along the tray, near the fan side, with the boom let out to 45 degrees.",
        "Release it without a push. When it touches an edge, read two numbers: centimetres forwards and centimetres sideways. Three runs, take the middle value.",
        "Dry the hull. From the spare half of the carton fold a keel: 10 cm long and 3 cm deep, doubled over, with two flaps to tape flat under the middle of the hull. Run again, then with a keel only 3 cm long.",
        "Fair test: same sail, same boom angle, same washers, same fan. Only the keel changes.",
        "Compare forwards divided by sideways. Without a keel the boat mostly slips sideways, a result below 1. With the long keel expect 3 or more.",
        "Ask: push a ruler through the water edge first, then flat side first. What does the keel let the boat do, and what does it forbid?",
      ],
    },
    {
      title: "Race into the wind",
      summary:
        "The wind comes round towards the bow step by step, and groups find the steepest angle at which their boat still arrives.",
      minutes: 50,
      steps: [
        "Lay each gutter on a low table, stop ends on, and fill it to 1 cm below the rim, about 8 litres. Tape marks on the floor 2 m from the middle of the gutter, at 90, 60, 45 and 30 degrees to its line, measured from the bow. It is easier to move the fan than a full gutter. It always blows at the middle, on high.",
        "Add a rudder from spare carton: 3 cm by 3 cm below the water, taped to the stern. Sheet the boom to about half the angle between boat and wind: 45 degrees in a side wind, 20 degrees when the wind is at 45.",
        "Start at 90 degrees. Time each boat over 1.5 m. Then the teacher moves the fan to 60 degrees, and pupils pull the boom in.",
        "Go on to 45 and 30 degrees. A boat is out when it stops or moves back for 10 seconds. Most boats get through 60, some 45, hardly any 30.",
        "Between runs a group may change one thing: boom angle, sail curve, keel, place of the mast. They must say first what they expect.",
        "Watch the leeward wall. Ask: when the boat rubs along the gutter, what is the wall doing that the keel should do? Would this boat win on a pond?",
        "Try straight into the wind, 0 degrees. The sail only flaps. Draw the route a real boat would take to a buoy directly upwind, with legs at 45 degrees, and measure how much longer it is: 1.4 times.",
      ],
    },
  ],
  materials: [
    {
      material: "milk-carton",
      perGroup: 2,
      unit: "piece",
      note: "One litre, rinsed. Two boats' worth, so that a soaked hull can be replaced.",
      usedIn: [1, 2, 3],
    },
    { material: "wooden-skewer", perGroup: 2, unit: "piece", usedIn: [1] },
    {
      material: "plastic-bag",
      perGroup: 1,
      unit: "piece",
      note: "Thin bin liner. Paper works until it is wet.",
      usedIn: [1],
    },
    { material: "sewing-thread", perGroup: 0.5, unit: "metre", usedIn: [1] },
    { material: "modelling-clay", perGroup: 60, unit: "gram", usedIn: [1] },
    { material: "washer", perGroup: 4, unit: "piece", note: "Coins will do.", usedIn: [1, 2, 3] },
    { material: "duct-tape", perClass: 2, unit: "roll", usedIn: [1, 2, 3] },
    { material: "masking-tape", perClass: 1, unit: "roll", usedIn: [2, 3] },
    { material: "scissors", perGroup: 1, unit: "pair", usedIn: [1, 2, 3] },
    { material: "ruler", perGroup: 1, unit: "piece", usedIn: [1, 2, 3] },
    { material: "protractor", perGroup: 1, unit: "piece", usedIn: [2, 3] },
    {
      material: "plastic-tray",
      perClass: 3,
      unit: "piece",
      note: "At least 50 cm long. A toddler's paddling pool is even better.",
      usedIn: [1, 2],
    },
    {
      material: "gutter",
      perClass: 2,
      unit: "piece",
      note: "Half round, at least 110 mm wide, each with two push-on stop ends.",
      usedIn: [3],
    },
    { material: "water", perClass: 40, unit: "litre", usedIn: [1, 2, 3] },
    { material: "desk-fan", perClass: 3, unit: "piece", usedIn: [2, 3] },
    { material: "stopwatch", perGroup: 1, unit: "piece", usedIn: [3] },
  ],
  drawing: [
    "M1 8.3 H11 L9.4 10.3 H3 Z",
    "M5.6 8.3 V0.6",
    "M5.6 1 L10.4 7.2 H5.6",
    "M5 2.6 L1.8 7.2 H5",
    "M0.4 11.6 Q1.8 10.8 3.2 11.6 Q4.6 12.4 6 11.6 Q7.4 10.8 8.8 11.6 Q10.2 12.4 11.6 11.6",
  ],
};

export default pack;
