import { m } from "~/platform/i18n/messages";

const names: Record<string, () => string> = {
  activity: m.resources_kind_activity,
  challenge: m.resources_kind_challenge,
  "lesson plan": m.resources_kind_lesson_plan,
  project: m.resources_kind_project,
};

/** What a kind of resource is called; a kind we have no word for, as its record says. */
export function kindName(kind: string): string {
  const known = Object.hasOwn(names, kind) ? names[kind] : undefined;
  return known ? known() : kind.charAt(0).toUpperCase() + kind.slice(1);
}
