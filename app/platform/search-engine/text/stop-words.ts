/** Words that say little in the languages we expect most; they may be missing from what is found. Folded. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    // English
    "the and for with from into onto are was were has have had can could that this these those they them their there how what when where which who why you your our its not but all any than then some about make making build",
    // French
    "les des une aux est son ses sur par pas pour avec dans que qui quoi comment sans sous entre mes nos vos ces cette faire",
    // German
    "der die das den dem des ein eine einen einem einer eines und oder mit von vom zum zur aus bei ist sind wie was wir ich auf fur nicht auch durch",
    // Spanish, Portuguese, Italian
    "los las una uno del con por para que como esta este estos sus dos das nos nas uma com gli una della delle dei nel con per che",
    // Dutch, Swedish, Danish, Norwegian
    "het een van voor met aan bij uit ook och att det som med til ikke",
  ]
    .join(" ")
    .split(" "),
);

/** Whether a word may be missing from what is found, as long as others are there. */
export const isOptional = (word: string) => [...word].length <= 2 || stopWords.has(word);
