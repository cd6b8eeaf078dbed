import { useFetcher, useLocation, useRouteLoaderData } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import { Button } from "../button";

/** Where searches are saved and listed. */
const PAGE = "/settings/saved-searches";

/** Longest name a search is given, in characters. */
const LONGEST_NAME = 100;

export type SaveSearchProps = {
  /** The address of the search. */
  href: string;
  /** What it is called unless somebody calls it otherwise: its words and filters. */
  name: string;
};

type Answer = { saved: boolean; error: string | null };

/**
 * Keeps the search of this page for whoever is signed in; others are asked to sign in and come back. Without scripts
 * the list of saved searches follows, with them the page stays.
 */
export function SaveSearch({ href, name }: SaveSearchProps) {
  const reader = useRouteLoaderData<{ reader: unknown }>("root")?.reader;
  const { pathname, search } = useLocation();
  const fetcher = useFetcher<Answer>();
  if (!reader) {
    return (
      <AppLink className="save-search link" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
        {m.ui_save_search_sign_in()}
      </AppLink>
    );
  }
  const [path = "", query = ""] = href.split("?");
  const { data } = fetcher;
  return (
    <div className="save-search">
      {data?.saved ? null : (
        <fetcher.Form
          method="post"
          action={PAGE}
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            form.set("stay", "1");
            fetcher.submit(form, { method: "post", action: PAGE });
          }}
        >
          <input type="hidden" name="path" value={path} />
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="name" value={[...name].slice(0, LONGEST_NAME).join("")} />
          <Button small busy={fetcher.state !== "idle"} title={m.ui_save_search_about()}>
            {m.ui_save_search()}
          </Button>
        </fetcher.Form>
      )}
      <p role="status" className={data?.error ? "field-error" : undefined}>
        {data?.saved ? (
          <>
            {m.ui_saved_search()} <AppLink to={PAGE}>{m.ui_saved_searches()}</AppLink>
          </>
        ) : (
          data?.error
        )}
      </p>
    </div>
  );
}
