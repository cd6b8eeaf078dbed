// What stands before and after the name of a thing in a list, in English and French, without accents.

const symbols = new Set("m cm mm g kg ml cl l x pcs pc pce pces".split(" "));

const containers = new Set(
  `piece pieces sheet sheets roll rolls metre metres meter meters pair pairs pack packs packet packets box boxes bag
  bags bottle bottles jar jars tin tins tub tubs set sets bundle bundles ream reams length lengths bit bits handful
  kilo kilos gram grams litre litres liter liters feuille feuilles rouleau rouleaux paire paires paquet paquets boite
  boites sac sacs bouteille bouteilles pot pots lot lots morceau morceaux gramme grammes bobine ramette`.split(
    /\s+/,
  ),
);

const ofWords = new Set(["of", "de", "d", "du", "des"]);

const countWords = new Set(
  `a an the some few several many any our my old one two three four five six seven eight nine ten eleven twelve dozen
  hundred un une le la les l du de des d quelques plusieurs nos mes vieux vieilles deux trois quatre cinq sept huit neuf
  dix onze douze douzaine cent`.split(/\s+/),
);

const isNumber = (word: string | undefined) => word !== undefined && /^\p{N}+$/u.test(word);

/**
 * The words of a line without how many there are, one step after the other: "2 rolls of tape" is "2 rolls of tape",
 * "rolls of tape", "of tape", "tape". The longest that names something is meant.
 * @returns at least the words themselves; nothing where they say a quantity alone
 */
export function withoutQuantity(words: readonly string[]): string[][] {
  const steps = [[...words]];
  let rest = withoutTail(words);
  if (rest.length === 0) return [];
  steps.push(rest);
  let counted = false;
  while (rest.length > 1) {
    const [first, second] = rest as [string, string];
    const counts = isNumber(first) || countWords.has(first);
    const measures =
      (symbols.has(first) && counted) || (containers.has(first) && (counted || ofWords.has(second)));
    if (!counts && !measures && !(counted && ofWords.has(first))) break;
    counted = true;
    rest = rest.slice(1);
    steps.push(rest);
  }
  return steps;
}

/** Without "x 3" or "5 m" at the end. */
function withoutTail(words: readonly string[]): string[] {
  const rest = [...words];
  for (;;) {
    const last = rest.at(-1);
    const before = rest.at(-2);
    const measure = last !== undefined && (symbols.has(last) || containers.has(last)) && isNumber(before);
    if (isNumber(last) || /^x\p{N}+$/u.test(last ?? "") || (last === "x" && rest.length > 1)) rest.pop();
    else if (measure) rest.splice(-2);
    else return rest;
  }
}
