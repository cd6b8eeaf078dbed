import { RuleBroken } from "~/platform/errors/errors";
import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { missingParts, type RequiredPart } from "./pack";

const partNames: Record<RequiredPart, () => string> = {
  summary: m.packs_missing_summary,
  why: m.packs_missing_why,
  steps: m.packs_missing_steps,
  materials: m.packs_missing_materials,
  safety: m.packs_missing_safety,
  careers: m.packs_missing_careers,
  drawing: m.packs_missing_drawing,
};

/**
 * Lets a pack pass that can be published.
 * @throws RuleBroken that names what is missing, in the words of the reader
 */
export function assertComplete(pack: Parameters<typeof missingParts>[0]): void {
  const missing = missingParts(pack).map((part) => partNames[part]());
  if (missing.length === 0) return;
  throw new RuleBroken("packs_not_complete", {
    missing: new Intl.ListFormat(formattingLocale()).format(missing),
  });
}
