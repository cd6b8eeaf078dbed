import { subjectName } from "~/platform/i18n/vocabulary";
import { licenceAddress } from "../licence";
import type { ResourcePage } from "./resource.server";

/** The resource as a schema.org LearningResource, for search engines and libraries. */
export function learningResource({ resource, address }: Pick<ResourcePage, "resource" | "address">) {
  const { title, summary, language, licence, kind, author, collection, minutes, ageFrom, ageTo } = resource;
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    "@id": address,
    url: address,
    name: title,
    description: summary,
    inLanguage: language,
    license: licenceAddress(licence),
    ...(kind ? { learningResourceType: kind } : {}),
    ...(author ? { author: { "@type": "Organization", name: author } } : {}),
    ...(collection ? { isPartOf: { "@type": "CreativeWork", name: collection } } : {}),
    ...(minutes ? { timeRequired: `PT${minutes}M` } : {}),
    ...(ageFrom && ageTo ? { typicalAgeRange: `${ageFrom}-${ageTo}` } : {}),
    audience: { "@type": "EducationalAudience", educationalRole: "teacher" },
    about: resource.subjects.map((subject) => ({ "@type": "Thing", name: subjectName(subject) })),
    keywords: resource.topics,
    isAccessibleForFree: true,
  };
}
