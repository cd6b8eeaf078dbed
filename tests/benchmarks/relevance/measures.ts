import type { JudgedQuery } from "./queries/judged";

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), with gain 2^grade - 1. */
export function ndcgAt10({ grades }: JudgedQuery, slugs: string[]): number {
  const gain = (of: number[]) =>
    of.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
  return gain(slugs.map((slug) => grades[slug] ?? 0)) / gain(Object.values(grades).sort((a, b) => b - a));
}

/** 1 where one of the best answers there are is among the first three, else 0. */
export function successAt3({ grades }: JudgedQuery, slugs: string[]): 0 | 1 {
  const best = Math.max(...Object.values(grades));
  return slugs.slice(0, 3).some((slug) => grades[slug] === best) ? 1 : 0;
}

export const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
