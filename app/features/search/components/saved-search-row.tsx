import { Form } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/fields/text-field";
import { RegisterRow } from "~/ui/register";
import { Tag } from "~/ui/tag";
import type { SavedRow } from "../pages/saved-searches.server";

type SavedSearchRowProps = {
  row: SavedRow;
  /** What was wrong with a new name. */
  refusal: FormRefusal | undefined;
};

/** One saved search: its link, what is new, and the forms that rename and delete it. */
export function SavedSearchRow({ row: { id, name, to, since, fresh }, refusal }: SavedSearchRowProps) {
  return (
    <RegisterRow
      to={to}
      title={<span className="wrap-anywhere">{name}</span>}
      detail={
        <>
          {since} · {fresh ? <Tag tone="marker">{fresh}</Tag> : m.search_saved_nothing_new()}
        </>
      }
      end={
        <Form method="post" preventScrollReset>
          <input type="hidden" name="id" value={id} />
          <Button
            small
            variant="quiet"
            name="intent"
            value="delete"
            aria-label={m.search_saved_delete_name({ name })}
          >
            {m.search_saved_delete()}
          </Button>
        </Form>
      }
    >
      <details className="saved-rename" open={Boolean(refusal)}>
        <summary aria-label={m.search_saved_rename_name({ name })}>{m.search_saved_rename()}</summary>
        <Form method="post" preventScrollReset noValidate>
          <input type="hidden" name="id" value={id} />
          <TextField
            id={`name-${id}`}
            label={m.search_saved_name()}
            name="name"
            defaultValue={refusal?.values.name ?? name}
            error={refusal?.errors.name}
            maxLength={100}
            required
          />
          <Button small className="mt-2" name="intent" value="rename">
            {m.search_saved_name_save()}
          </Button>
        </Form>
      </details>
    </RegisterRow>
  );
}
