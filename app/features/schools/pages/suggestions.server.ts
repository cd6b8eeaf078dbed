export type Suggestion = { id: string; label: string; detail: string };

/** Most suggestions in one answer. */
const MOST_ITEMS = 10;

/** The answer a `SuggestField` waits for. A browser may keep it for a minute. */
export function suggestions(items: Suggestion[]): Response {
  return Response.json(
    { items: items.slice(0, MOST_ITEMS) },
    { headers: { "Cache-Control": "private, max-age=60" } },
  );
}

/** What was typed; how much of it is looked at, the searches decide. */
export const typedIn = (request: Request) => new URL(request.url).searchParams.get("q") ?? "";
