import type { JoinPolicy } from "../../vocabulary/networks";

/** A network of the demo world. Places are real; everything else is invented. */
export type NetworkContent = {
  slug: string;
  name: string;
  country: string;
  region: string;
  summary: string;
  description: string;
  latitude: number;
  longitude: number;
  joinPolicy: JoinPolicy;
  /** How many members the demo gives it, coordinators included. */
  members: number;
  /** Kilometres around its place, or the corners of its border; without one, the network has no territory. */
  territory?: { radiusKm: number } | { corners: string };
};

export const networkContents: NetworkContent[] = [
  {
    slug: "nottingham",
    name: "Nottingham",
    country: "GB",
    region: "East Midlands",
    latitude: 52.954,
    longitude: -1.15,
    joinPolicy: "request",
    members: 34,
    territory: { radiusKm: 35 },
    summary:
      "Primary and secondary teachers from the city and the Trent valley, meeting on the first Thursday of the month.",
    description:
      "We meet at a different school each month, build one thing together and take the leftovers home. Half of us teach in primary schools. The network keeps three boxes that go round by the cars of whoever is driving anyway.\n\nWe ask everybody to say in a line what they teach, so that we know whom to sit next to whom.",
  },
  {
    slug: "leeds",
    name: "Leeds",
    country: "GB",
    region: "Yorkshire and the Humber",
    latitude: 53.801,
    longitude: -1.549,
    joinPolicy: "open",
    members: 28,
    territory: { radiusKm: 25 },
    summary:
      "Design and technology and science departments between Otley and Castleford, strong on structures.",
    description:
      "We started with a bridge-building evening and never stopped. There is a meetup each half term, and a short online one before each for those who cannot travel.\n\nAnybody who teaches in or around Leeds is welcome from the first day.",
  },
  {
    slug: "cumbria",
    name: "Cumbria",
    country: "GB",
    region: "North West",
    latitude: 54.578,
    longitude: -2.797,
    joinPolicy: "open",
    members: 14,
    territory: {
      corners:
        "55.0, -3.1\n54.97, -2.7\n54.8, -2.4\n54.4, -2.3\n54.15, -2.55\n54.05, -3.2\n54.5, -3.65\n54.9, -3.4",
    },
    summary:
      "Small schools with long roads between them: most of what we do is online, with two days a year in person.",
    description:
      "Many of us are the only science teacher in the building. We lend each other kit by post and answer each other's questions within two days.\n\nThe two days in person are in Penrith and Kendal.",
  },
  {
    slug: "kent-coast",
    name: "Kent Coast",
    country: "GB",
    region: "South East",
    latitude: 51.36,
    longitude: 1.2,
    joinPolicy: "request",
    members: 18,
    summary:
      "From Whitstable to Dover: water, waves and sea walls, taught by people who can see them from the classroom.",
    description:
      "Our packs on coastal defences were tried on Margate sands before anybody wrote them down. We meet on Tuesdays after school.",
  },
  {
    slug: "tyne-and-wear",
    name: "Tyne and Wear",
    country: "GB",
    region: "North East",
    latitude: 54.973,
    longitude: -1.614,
    joinPolicy: "open",
    members: 22,
    summary: "Teachers on both banks of the river, with a soft spot for bridges and offshore engineering.",
    description:
      "We pair each new member with somebody who has taught a pack before. Bring a lesson that went wrong: those are the evenings people remember.",
  },
  {
    slug: "greater-manchester",
    name: "Greater Manchester",
    country: "GB",
    region: "North West",
    latitude: 53.483,
    longitude: -2.244,
    joinPolicy: "open",
    members: 30,
    summary: "Ten boroughs, one list of dates. Computing and electronics are our most borrowed boxes.",
    description:
      "Each borough has somebody who knows which schools are quiet and rings them up. We plan the year in July and keep to it.",
  },
  {
    slug: "birmingham",
    name: "Birmingham",
    country: "GB",
    region: "West Midlands",
    latitude: 52.481,
    longitude: -1.899,
    joinPolicy: "open",
    members: 32,
    territory: { radiusKm: 60 },
    summary: "City schools that share one store room of materials and a great deal of cardboard.",
    description:
      "A workshop in Digbeth gives us a corner for the boxes. We are good at projects that cost less than a pound a pupil.",
  },
  {
    slug: "norfolk",
    name: "Norfolk",
    country: "GB",
    region: "East of England",
    latitude: 52.63,
    longitude: 1.297,
    joinPolicy: "open",
    members: 15,
    summary: "Wind, water and flat land: small rural schools around Norwich and the Broads.",
    description:
      "Most schools here have fewer than a hundred pupils, so we plan activities for mixed ages. One Saturday in spring we build outdoors.",
  },
  {
    slug: "cambridge",
    name: "Cambridge and the Fens",
    country: "GB",
    region: "East of England",
    latitude: 52.205,
    longitude: 0.122,
    joinPolicy: "closed",
    members: 12,
    summary: "A network in its first year, finding its feet with a fixed group of eleven schools.",
    description:
      "We are trying out how to work before we open to more schools in September. The coordinators answer letters from anybody who would like to know when.",
  },
  {
    slug: "east-london",
    name: "East London",
    country: "GB",
    region: "London",
    latitude: 51.534,
    longitude: 0.012,
    joinPolicy: "open",
    members: 26,
    summary: "Hackney to Havering: many languages in each classroom and engineering as the one we share.",
    description:
      "Our members write pictures into instructions and words out of them. We meet near a station, always, and we start with food.",
  },
  {
    slug: "bristol",
    name: "Bristol and Bath",
    country: "GB",
    region: "South West",
    latitude: 51.455,
    longitude: -2.588,
    joinPolicy: "open",
    members: 20,
    summary: "Aerospace on the doorstep and balloons overhead; flight is what pupils here ask about.",
    description:
      "Engineers from the area visit our meetups and are asked to bring a broken thing. Secondary and primary meet together.",
  },
  {
    slug: "cornwall",
    name: "Cornwall",
    country: "GB",
    region: "South West",
    latitude: 50.263,
    longitude: -5.051,
    joinPolicy: "open",
    members: 12,
    summary: "From Bude to Penzance, mostly online, with a summer camp for teachers and their tools.",
    description:
      "It takes two hours to drive from one end of us to the other, so the boxes travel with the library van. We know a lot about waves.",
  },
  {
    slug: "solent",
    name: "Solent",
    country: "GB",
    region: "South East",
    latitude: 50.909,
    longitude: -1.404,
    joinPolicy: "open",
    members: 16,
    summary: "Southampton, Portsmouth and the island: boats, docks and everything that floats.",
    description: "We race what our pupils build along a gutter in June and nobody keeps the score for long.",
  },
  {
    slug: "kampong-cham",
    name: "Kampong Cham",
    country: "KH",
    region: "Kampong Cham Province",
    latitude: 11.993,
    longitude: 105.463,
    joinPolicy: "request",
    members: 18,
    summary: "Lower secondary teachers along the Mekong, meeting at the provincial teacher training centre.",
    description:
      "We adapt each pack to what can be bought at the market in Kampong Cham, and write down the price. Stage 1 seminars take place in the school holidays; in term time we visit each other's lessons.",
  },
  {
    slug: "battambang",
    name: "Battambang",
    country: "KH",
    region: "Battambang Province",
    latitude: 13.102,
    longitude: 103.198,
    joinPolicy: "open",
    members: 14,
    summary: "Science and mathematics teachers of the rice plain, with a focus on water and energy.",
    description:
      "Our lessons begin with something from the village: a pump, a pond, a roof. Mentors visit each school twice a term.",
  },
  {
    slug: "bretagne",
    name: "Bretagne",
    country: "FR",
    region: "Bretagne",
    latitude: 48.117,
    longitude: -1.678,
    joinPolicy: "open",
    members: 12,
    summary:
      "Enseignants de collège et de lycée autour de Rennes, de Brest et de Lorient ; l’océan est notre laboratoire.",
    description:
      "Nous nous retrouvons un mercredi par mois, une fois sur deux en ligne. Chaque séance part d’un objet que l’on peut construire en une heure.",
  },
  {
    slug: "sachsen",
    name: "Sachsen",
    country: "DE",
    region: "Sachsen",
    latitude: 51.05,
    longitude: 13.738,
    joinPolicy: "open",
    members: 12,
    summary: "Lehrkräfte aus Dresden, Leipzig und Chemnitz, die Technik mit einfachen Mitteln unterrichten.",
    description:
      "Wir treffen uns zweimal im Halbjahr in einer Schulwerkstatt und probieren aus, was wir danach unterrichten.",
  },
];
