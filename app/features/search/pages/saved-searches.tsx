import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { SavedSearchRow } from "../components/saved-search-row";
import type { loader } from "./saved-searches.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./saved-searches.server";

export const meta = () => pageTitle(m.search_saved_title());

/** A person's saved searches, each with what is new, its name to change and the way to be rid of it. */
export default function SavedSearches() {
  const { rows, most, done, deleted } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const renaming = refusal?.values.intent === "rename" ? refusal : undefined;
  return (
    <Page
      title={m.search_saved_title()}
      lead={m.search_saved_lead()}
      crumbs={[{ to: "/settings", label: m.search_saved_settings() }]}
    >
      <FormErrors errors={refusal?.errors} idFor={() => `name-${renaming?.values.id ?? ""}`} />
      {refusal ? null : <Done done={done} deleted={deleted} />}
      {rows.length === 0 ? (
        <Empty
          title={m.search_saved_none_title()}
          text={m.search_saved_none_text()}
          action={<ButtonLink to="/search">{m.search_saved_begin()}</ButtonLink>}
        />
      ) : (
        <Section title={m.search_saved_list()} note={m.search_saved_limit({ count: rows.length, most })}>
          <Register>
            {rows.map((row) => (
              <SavedSearchRow
                // A new name closes the form that gave it.
                key={`${row.id} ${row.name}`}
                row={row}
                refusal={renaming?.values.id === row.id ? renaming : undefined}
              />
            ))}
          </Register>
        </Section>
      )}
    </Page>
  );
}

type DoneProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "done" | "deleted">;

/** What was just done; a deleted search can be put back. */
function Done({ done, deleted }: DoneProps) {
  if (deleted) {
    const { path, query, name } = deleted;
    return (
      <Notice tone="board" role="status">
        <p className="wrap-anywhere">{m.search_saved_deleted({ name })}</p>
        <Form method="post" className="mt-2">
          <input type="hidden" name="path" value={path} />
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="name" value={name} />
          <Button small>{m.search_saved_undo()}</Button>
        </Form>
      </Notice>
    );
  }
  if (!done) return null;
  return (
    <Notice tone="board" role="status">
      <p>{done === "saved" ? m.search_saved_done_saved() : m.search_saved_done_renamed()}</p>
    </Notice>
  );
}
