import { m } from "~/platform/i18n/messages";
import { subjectName } from "~/platform/i18n/vocabulary";
import { licences } from "~db/vocabulary/licences";
import type { PackPage } from "./pack.server";

/** The pack as a schema.org LearningResource, for search engines and libraries. */
export function learningResource({ pack, address, siteAddress }: PackPage) {
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    "@id": address,
    url: address,
    name: pack.title,
    description: pack.summary,
    inLanguage: pack.language,
    license: licences[pack.licence],
    learningResourceType: "project",
    educationalUse: "instruction",
    audience: { "@type": "EducationalAudience", educationalRole: "teacher" },
    typicalAgeRange: `${pack.ageFrom}-${pack.ageTo}`,
    timeRequired: `PT${pack.minutes}M`,
    about: pack.subjects.map((subject) => ({ "@type": "Thing", name: subjectName(subject) })),
    keywords: pack.keywords,
    isAccessibleForFree: true,
    ...(pack.publishedAt ? { datePublished: pack.publishedAt.toISOString().slice(0, 10) } : {}),
    hasPart: pack.activities.map(({ title, summary, minutes }, index) => ({
      "@type": "LearningResource",
      name: title,
      description: summary,
      position: index + 1,
      timeRequired: `PT${minutes}M`,
    })),
    publisher: { "@type": "Organization", name: m.site_name(), url: siteAddress },
  };
}
