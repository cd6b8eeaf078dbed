import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { countryName } from "../../countries";
import { distanceKm } from "../../distance";
import { mayMergeSchools } from "../../permissions";
import { comparedRecords } from "../compared.server";
import { likelySurvivor } from "../survivor";

export { action } from "./decide.server";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Two schools side by side. One that was merged meanwhile is not there. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    if (!mayMergeSchools(actor)) throw new NotAllowed();
    const ids = ["one", "other"].map((name) => searchParams.get(name) ?? "");
    const records = ids.every((id) => uuid.test(id)) ? await comparedRecords(context.services.db, ids) : [];
    const [one, other] = ids.map((id) => records.find((record) => record.id === id && !record.mergedInto));
    if (!one || !other || one.id === other.id) throw new NotFound("schools_merge_not_there");
    const keep = likelySurvivor(one, other);
    return {
      locale: context.locale,
      schools: [one, other].map((school) => ({ ...school, country: countryName(school.country) })),
      /** Kilometres. */
      apart: distanceKm(one, other),
      oneCountry: one.country === other.country,
      keep: keep.id,
    };
  });
}
