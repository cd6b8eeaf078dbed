import { type Dice, dice } from "../demo/dice";

/** The words of one made language, from the commonest to the rarest. */
export type Vocabulary = {
  language: string;
  words: string[];
  /** Without those that every sentence has, which are rare in titles and keywords. */
  telling: string[];
};

/** So many of the commonest words tell nothing. */
const LITTLE = 40;

/** Words of a made language: about what a large collection of school texts uses. */
const SIZE = 30_000;

const little: Record<string, string> = {
  en: "the of and to in a is it you that for on with as are this be at from or have by one not what all were when we can there use an each which do how their if",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la ou avec son",
  de: "der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat",
  es: "de la que el en y a los se del las un por con no una su para es al lo como",
};

const subjects: Record<string, string> = {
  en: "water bridge paper energy wind light sound force motor circuit battery cardboard design build test material turbine sensor robot code program number angle triangle shape measure graph data weather soil plant seed heart muscle bone cell acid metal plastic concrete tower beam arch pulley gear wheel lever spring magnet wire switch lamp filter sand gravel clay pump pipe boat sail wing glider rocket parachute satellite radio signal mirror lens shadow colour heat temperature insulation ice oven solar climate flood river coast map compass earthquake volcano rock crystal mixture solution milk sugar yeast bread fruit vegetable cotton wool rope knot string straw tape glue scissors hammer saw drill screw nail wood bamboo stone brick tunnel crane ramp road traffic train bicycle helmet cushion package egg hand finger prosthesis stethoscope lung blood virus vaccine medicine recycling waste compost biogas fuel carbon school lesson group network teacher pupil museum library garden kitchen workshop competition club",
  fr: "eau pont papier énergie vent lumière son force moteur circuit pile carton matériau éolienne capteur robot nombre angle triangle forme mesure météo sol plante graine cœur muscle os cellule acide métal plastique béton tour poutre arc poulie engrenage roue levier ressort aimant fil lampe filtre sable gravier argile pompe tuyau bateau voile aile fusée élève école leçon groupe réseau classe",
  de: "wasser brücke papier energie wind licht schall kraft motor stromkreis batterie pappe werkstoff windrad sensor roboter zahl winkel dreieck form messung wetter boden pflanze samen herz muskel knochen zelle säure metall kunststoff beton turm balken bogen rolle zahnrad rad hebel feder magnet draht lampe filter sand kies ton pumpe rohr boot segel flügel rakete schüler schule stunde gruppe netzwerk klasse",
  es: "agua puente papel energía viento luz sonido fuerza motor circuito pila cartón material aerogenerador sensor robot número ángulo triángulo forma medida clima suelo planta semilla corazón músculo hueso célula ácido metal plástico hormigón torre viga arco polea engranaje rueda palanca resorte imán alambre lámpara filtro arena grava arcilla bomba tubo barco vela ala cohete alumno escuela lección grupo red clase",
};

const onsets = "b c d f g h j k l m n p r s t v w br cr dr fl gr pl pr sh sl sp st str th tr ch".split(" ");
const vowels = "a e i o u ea ou ai".split(" ");
const codas = ["", "", "", "n", "r", "s", "l", "t", "nd", "st", "ck", "m"];
const endings: Record<string, string[]> = {
  en: ["", "", "", "s", "ing", "ed", "er", "ation", "ly", "ness"],
  fr: ["", "", "e", "s", "es", "ment", "tion", "é", "eur"],
  de: ["", "", "en", "e", "ung", "er", "keit", "lich"],
  es: ["", "", "a", "o", "os", "as", "ción", "mente"],
};

/** The vocabularies of the made languages; each the same for the same seed. */
export function vocabularies(seed: number): Vocabulary[] {
  const european = Object.keys(little).map((language, n) => {
    const made = dice(seed + n);
    const words = new Set([...little[language]!.split(" "), ...subjects[language]!.split(" ")]);
    while (words.size < SIZE) words.add(syllables(made) + made.pick(endings[language]!));
    return { language, words: [...words] };
  });
  const all = [...european, { language: "ja", words: characters(dice(seed + 9), 0x4e00, 2_000) }];
  return all.map(({ language, words }) => ({ language, words, telling: words.slice(LITTLE) }));
}

function syllables(made: Dice): string {
  let word = "";
  const count = 1 + Math.floor(made.next() * 3);
  for (let n = 0; n < count; n++) word += made.pick(onsets) + made.pick(vowels) + made.pick(codas);
  return word;
}

/** Words of one or two letters of a script that writes no spaces. */
function characters(made: Dice, first: number, size: number): string[] {
  const letter = () => String.fromCodePoint(first + Math.floor(made.next() ** 2 * 1_500));
  const words = new Set<string>();
  while (words.size < size) words.add(made.next() < 0.3 ? letter() : letter() + letter());
  return [...words];
}

/** A word as often as its place among the others says: the tenth about a tenth as often as the first (Zipf 1935). */
export const zipf = (made: Dice, words: readonly string[]): string =>
  words[Math.floor(words.length ** made.next()) - 1]!;
