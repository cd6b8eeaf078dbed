import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { mayEditMaterials } from "../../permissions";
import { listMaterials } from "../queries.server";

const PER_PAGE = 50;
const LONGEST_TEXT = 80;

/** The vocabulary of materials, for librarians. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    if (!mayEditMaterials(actor)) throw new NotAllowed();
    const text = (searchParams.get("q") ?? "").replaceAll("\0", "").trim().slice(0, LONGEST_TEXT);
    const asked = searchParams.get("page") ?? "";
    const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
    const done = searchParams.get("merged");
    const { rows, total } = await listMaterials(context.services.db, { text, page, perPage: PER_PAGE });
    return { text, page, rows, total, pages: Math.ceil(total / PER_PAGE), merged: done === "1" };
  });
}
