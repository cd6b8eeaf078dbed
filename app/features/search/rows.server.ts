import { z } from "zod";
import { kindName } from "~/features/resources/index.server";
import { countryName } from "~/features/schools/index.server";
import { agesText, languageName, minutesText, subjectName } from "~/platform/i18n/vocabulary";
import type { SearchHit } from "~/platform/search-engine/search-engine";
import { type FoundKind, isFoundKind, pathOf } from "./kinds";

/** A result as the page shows it. */
export type FoundRow = {
  path: string;
  name: string;
  /** Title and excerpt with matched words between marks. */
  title: string;
  excerpt: string;
  /** Language of both; null where nobody said. */
  language: string | null;
  /** A few facts, in the reader's language. */
  tags: string[];
  /** Packs have a cover. */
  cover: { subject: string; drawing: string[] } | null;
};

/** A document made by an older release may lack a fact: then it is not shown, and the row still is. */
const shownSchema = z.object({
  subjects: z.array(z.string()).catch([]),
  ageFrom: z.number().nullable().catch(null),
  ageTo: z.number().nullable().catch(null),
  minutes: z.number().nullable().catch(null),
  drawing: z.array(z.string()).catch([]),
  kind: z.string().catch(""),
  region: z.string().catch(""),
  country: z.string().catch(""),
});

type Shown = z.infer<typeof shownSchema>;

/** @param locale the reader's: a language is told where it is another one */
export function rowsOf(hits: SearchHit[], locale: string): FoundRow[] {
  return hits.flatMap((hit) => (isFoundKind(hit.type) ? [rowOf(hit, hit.type, locale)] : []));
}

function rowOf({ slug, title, highlighted, language, shown }: SearchHit, kind: FoundKind, locale: string) {
  const facts = shownSchema.parse(shown);
  const written = language.split("-")[0] === locale ? "" : languageName(language.replace(/-[A-Z]{2}$/, ""));
  const [subject] = facts.subjects;
  return {
    path: pathOf(kind, slug),
    name: title,
    ...highlighted,
    language: kind === "network" ? null : language,
    tags: tagsOf[kind](facts, written).filter(Boolean),
    cover: kind === "pack" && subject ? { subject, drawing: facts.drawing } : null,
  };
}

const length = (minutes: number | null) => (minutes === null ? "" : minutesText(minutes));

const tagsOf: Record<FoundKind, (facts: Shown, written: string) => string[]> = {
  pack: ({ ageFrom, ageTo, minutes, subjects }, written) => [
    ageFrom === null || ageTo === null ? "" : agesText(ageFrom, ageTo),
    length(minutes),
    ...subjects.slice(0, 1).map(subjectName),
    written,
  ],
  resource: ({ kind, minutes, subjects }, written) => [
    kind && kindName(kind),
    length(minutes),
    ...subjects.slice(0, 1).map(subjectName),
    written,
  ],
  network: ({ region, country }) => [region, country && countryName(country)],
};
