import { beginnings } from "./beginnings";
import { type JudgedQuery, judged } from "./judged";
import { knownItems } from "./known-items";
import { misspelt } from "./misspelt";
import { otherLanguages } from "./other-languages";
import { severalWords } from "./several-words";
import { synonyms } from "./synonyms";

/** What must never go wrong: the first three results hold what is meant. */
export const musts: JudgedQuery[] = judged(`
  brigde = bridges-that-hold 3, bruecken-aus-papier 2
  wnd turbine = catch-the-wind 3
  protesis hand = a-hand-that-grips 3
  filtre à eau = filtrer-l-eau-de-pluie 3, clean-water-from-mud 3
`);

/** All questions by their kind. */
export const queries: Record<string, JudgedQuery[]> = {
  "never wrong": musts,
  "known item": knownItems,
  misspelt,
  "several words": severalWords,
  synonym: synonyms,
  "other language": otherLanguages,
  beginning: beginnings,
};
