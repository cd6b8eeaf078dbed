/** How well a record answers a question: 3 it is what was meant, 2 it serves as well, 1 it has to do with it. */
export type Grade = 1 | 2 | 3;

/** A question a teacher may ask, and the records that answer it by their slugs; all others answer it not at all. */
export type JudgedQuery = { text: string; grades: Record<string, Grade> };

/**
 * Reads lines like "water filter = clean-water-from-mud 3, filtrer-l-eau-de-pluie 2".
 * @throws Error for a line that is not like that
 */
export function judged(lines: string): JudgedQuery[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [text, answers] = line.split(" = ");
      const grades = (answers ?? "").split(", ").map((answer) => {
        const [, slug, grade] = /^\s*(\S+) ([123])$/.exec(answer) ?? [];
        if (!slug) throw new Error(`Not a judged question: ${line}`);
        return [slug, Number(grade) as Grade] as const;
      });
      return { text: text!.trim(), grades: Object.fromEntries(grades) };
    });
}
