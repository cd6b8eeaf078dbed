import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { deleteSavedSearch } from "../operations/delete-saved-search.server";
import { renameSavedSearch } from "../operations/rename-saved-search.server";
import { saveSearch } from "../operations/save-search.server";
import { deleteForm, MOST_SAVED, renameForm, saveForm } from "../saved-search";
import { newFinds, type SavedSearch, savedSearchesOf } from "../saved-searches.server";
import { canonicalAddress, hrefOf } from "../searched-pages.server";

const page = "/settings/saved-searches";

/** What the page calls new came within so many days, or since the search was saved. */
const NEW_DAYS = 7;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const saved = await savedSearchesOf(context.services.db, person.id);
  const until = new Date();
  const weekAgo = new Date(until.getTime() - NEW_DAYS * 86_400_000);
  const finds = await newFinds(
    context.services,
    person,
    saved.map((one) => ({
      saved: one,
      window: { id: one.id, after: one.createdAt > weekAgo ? one.createdAt : weekAgo, until },
    })),
  );
  const fresh = new Map(finds.map(({ saved: { id }, hits, more }) => [id, { count: hits.length, more }]));
  return {
    most: MOST_SAVED,
    rows: saved.map((one) => rowOf(one, fresh.get(one.id))),
    ...doneOf(request, context.services),
  };
}

export type SavedRow = ReturnType<typeof rowOf>;

function rowOf(saved: SavedSearch, fresh: { count: number; more: boolean } | undefined) {
  const since = new Intl.DateTimeFormat(formattingLocale(), { dateStyle: "medium", timeZone: "UTC" });
  return {
    id: saved.id,
    name: saved.name,
    to: hrefOf(saved),
    since: m.search_saved_since({ date: since.format(saved.createdAt) }),
    fresh: fresh
      ? m.search_saved_new({ count: fresh.count, number: `${fresh.count}${fresh.more ? "+" : ""}` })
      : null,
  };
}

/** What was just done, as the address says it; a search that was just deleted can be put back. */
function doneOf(request: Request, { searchables }: Services) {
  const { searchParams } = new URL(request.url);
  const done = searchParams.get("done");
  const deleted = saveForm.safeParse(Object.fromEntries(searchParams));
  const address = done === "deleted" && deleted.success ? canonicalAddress(deleted.data, searchables) : null;
  return {
    done: done === "saved" || done === "renamed" ? done : null,
    deleted: deleted.success && address ? { ...address, name: deleted.data.name } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const person = await personOf(args.request, args.context);
  const intent = (await formOf(args.request.clone())).get("intent");
  return answering(args.request, args.context, () => {
    if (intent === "rename") return rename(args, person);
    if (intent === "delete") return remove(args, person);
    return save(args, person);
  });
}

/** With `stay` the page that saved goes on; otherwise the list of saved searches follows. */
async function save({ request, context }: ActionFunctionArgs, person: Person) {
  const read = await readForm(request, saveForm);
  const stays = read.form.get("stay") === "1";
  const done =
    "refusal" in read
      ? read
      : await submit(read.form, () => saveSearch(context.services, person, read.input));
  if (!("refusal" in done)) return stays ? { saved: true, error: null } : redirectTo(`${page}?done=saved`);
  if (!stays) return done.refusal;
  return { saved: false, error: Object.values(done.refusal.data.errors)[0] ?? null };
}

async function rename({ request, context }: ActionFunctionArgs, person: Person) {
  const read = await readForm(request, renameForm);
  if ("refusal" in read) return read.refusal;
  await renameSavedSearch(context.services, person, read.input);
  return redirectTo(`${page}?done=renamed`);
}

async function remove({ request, context }: ActionFunctionArgs, person: Person) {
  const read = await readForm(request, deleteForm);
  if ("refusal" in read) return read.refusal;
  const { path, query, name } = await deleteSavedSearch(context.services, person, read.input);
  return redirectTo(`${page}?${new URLSearchParams({ done: "deleted", path, query, name })}`);
}
