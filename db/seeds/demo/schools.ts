/** A school of the demo world: invented, set down at a plausible place. */
export type SchoolContent = {
  name: string;
  town: string;
  postcode: string;
  country: string;
  latitude: number;
  longitude: number;
  /** Slug of the network most of its teachers belong to. */
  network: string;
};

const rows: [
  network: string,
  country: string,
  name: string,
  town: string,
  postcode: string,
  latitude: number,
  longitude: number,
][] = [
  ["nottingham", "GB", "Trentside Sixth Form", "Nottingham", "NG2 9QX", 52.938, -1.137],
  ["nottingham", "GB", "Larkfields School", "Nottingham", "NG8 9QA", 52.958, -1.222],
  ["nottingham", "GB", "Colwick Vale High School", "Nottingham", "NG4 9ZB", 52.951, -1.093],
  ["nottingham", "GB", "Ashgate Academy", "Long Eaton", "NG10 9YD", 52.898, -1.271],
  ["nottingham", "GB", "St Hilda's Primary", "Beeston", "NG9 9XE", 52.927, -1.215],
  // Two that teachers added a second time: what `/admin/schools` is for.
  ["nottingham", "GB", "Saint Hilda's Primary School", "Beeston", "", 52.925, -1.212],
  ["leeds", "GB", "Aire Bridge Primary", "Leeds", "", 53.8, -1.55],
  ["leeds", "GB", "Aire Bridge Primary School", "Leeds", "LS5 9QF", 53.816, -1.594],
  ["leeds", "GB", "Millrace High School", "Otley", "LS21 9ZG", 53.905, -1.692],
  ["leeds", "GB", "Temple Works Academy", "Leeds", "LS11 9YH", 53.781, -1.554],
  ["cumbria", "GB", "Eamont Valley School", "Penrith", "CA11 9QJ", 54.664, -2.752],
  ["cumbria", "GB", "Fellside Church School", "Kendal", "LA9 9ZK", 54.328, -2.746],
  ["kent-coast", "GB", "Fort Hill Primary", "Margate", "CT9 9QL", 51.389, 1.386],
  ["kent-coast", "GB", "Harbour View School", "Whitstable", "CT5 9ZM", 51.359, 1.025],
  ["kent-coast", "GB", "White Cliff Academy", "Dover", "CT16 9YN", 51.131, 1.31],
  ["tyne-and-wear", "GB", "Ouse Burn School", "Newcastle upon Tyne", "NE6 9QP", 54.976, -1.584],
  ["tyne-and-wear", "GB", "Saltwell Park High School", "Gateshead", "NE8 9ZQ", 54.947, -1.604],
  ["greater-manchester", "GB", "Irwell Bank School", "Salford", "M6 9QR", 53.49, -2.286],
  ["greater-manchester", "GB", "Medlock Primary School", "Manchester", "M12 9ZS", 53.467, -2.203],
  ["greater-manchester", "GB", "Pennine Edge Academy", "Oldham", "OL4 9YT", 53.541, -2.078],
  ["birmingham", "GB", "Digbeth Locks School", "Birmingham", "B9 9QU", 52.476, -1.873],
  ["birmingham", "GB", "Rea Meadow Primary", "Birmingham", "B30 9ZV", 52.427, -1.926],
  ["birmingham", "GB", "Sandwell Forge Academy", "West Bromwich", "B70 9YW", 52.518, -1.996],
  ["norfolk", "GB", "Broadland Staithe School", "Wroxham", "NR12 9QY", 52.712, 1.408],
  ["norfolk", "GB", "Wensum Primary", "Norwich", "NR2 9ZA", 52.635, 1.276],
  ["cambridge", "GB", "Fen Drove Village College", "Ely", "CB6 9QB", 52.401, 0.259],
  ["east-london", "GB", "Lea Marsh School", "London", "E10 9QD", 51.568, -0.019],
  ["east-london", "GB", "Royal Wharf Primary", "London", "E16 9ZE", 51.507, 0.028],
  ["east-london", "GB", "Roding Academy", "Ilford", "IG1 9YF", 51.559, 0.066],
  ["bristol", "GB", "Avon Gorge School", "Bristol", "BS8 9QG", 51.456, -2.622],
  ["bristol", "GB", "Kingswood Chase Primary", "Bristol", "BS15 9ZH", 51.463, -2.505],
  ["cornwall", "GB", "Carn Moor School", "Redruth", "TR15 9QJ", 50.233, -5.226],
  ["cornwall", "GB", "Fal Estuary Primary", "Truro", "TR1 9ZL", 50.264, -5.049],
  ["solent", "GB", "Itchen Quay School", "Southampton", "SO19 9QN", 50.9, -1.362],
  ["solent", "GB", "Spithead Academy", "Portsmouth", "PO4 9ZP", 50.79, -1.065],
  ["kampong-cham", "KH", "Boeng Snay Lower Secondary School", "Kampong Cham", "", 12.001, 105.43],
  ["kampong-cham", "KH", "Koh Paen Island School", "Kampong Cham", "", 11.965, 105.487],
  ["kampong-cham", "KH", "Wat Nokor Secondary School", "Kampong Cham", "", 11.987, 105.441],
  ["kampong-cham", "KH", "Chamkar Leu School", "Chamkar Leu", "", 12.296, 105.27],
  ["battambang", "KH", "Sangker River School", "Battambang", "", 13.094, 103.2],
  ["battambang", "KH", "Phnom Sampov Lower Secondary School", "Battambang", "", 13.023, 103.1],
  ["battambang", "KH", "Thma Koul School", "Thma Koul", "", 13.267, 103.075],
  ["bretagne", "FR", "Collège des Deux-Rivières", "Rennes", "35000", 48.112, -1.68],
  ["bretagne", "FR", "Lycée de la Rade", "Brest", "29200", 48.39, -4.486],
  ["sachsen", "DE", "Elbtal-Oberschule", "Dresden", "01097", 51.063, 13.744],
  ["sachsen", "DE", "Grundschule am Auenwald", "Leipzig", "04109", 51.34, 12.36],
];

export const schoolContents: SchoolContent[] = rows.map(
  ([network, country, name, town, postcode, latitude, longitude]) => ({
    network,
    country,
    name,
    town,
    postcode,
    latitude,
    longitude,
  }),
);
