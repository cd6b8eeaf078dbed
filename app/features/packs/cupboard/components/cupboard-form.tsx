import { Form } from "@remix-run/react";
import { type FormEvent, type RefObject, useEffect } from "react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { fieldId } from "~/ui/fields/field";
import { SuggestField } from "~/ui/fields/suggest-field";
import { TextArea } from "~/ui/fields/text-field";
import { ChevronIcon } from "~/ui/icons";
import { type CupboardAddress, PATH } from "../cupboard";

export const FORM = "cupboard";

export type CupboardFormProps = {
  address: CupboardAddress;
  formRef: RefObject<HTMLFormElement>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  add: (slug: string) => void;
  /** Whether one came to this address by typing: then one goes on typing. */
  typed: boolean;
};

/** Where one types what is there, or pastes a list. The boxes beside the results belong to this form too. */
export function CupboardForm({ address, formRef, onSubmit, add, typed }: CupboardFormProps) {
  const { list } = address;
  // A new field for every cupboard, so that what was added does not stay in it.
  const cupboard = address.materials.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every cupboard
  useEffect(() => {
    if (typed) document.getElementById(fieldId("add"))?.focus();
  }, [cupboard, typed]);
  return (
    <Form id={FORM} action={PATH} ref={formRef} onSubmit={onSubmit} className="no-print max-w-[46rem]">
      <div className="flex flex-wrap items-end gap-2">
        <SuggestField
          key={cupboard}
          className="min-w-0 max-w-none flex-[1_1_12rem]"
          label={m.materials_add_label()}
          hint={m.materials_add_hint()}
          name="add"
          action="/materials/suggest"
          maxLength={200}
          onChoose={({ id }) => add(id)}
        />
        <Button variant="filled">{m.materials_add()}</Button>
      </div>
      <details className="group mt-3">
        <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1 text-blue [&::-webkit-details-marker]:hidden">
          {m.materials_paste()}
          <span className="group-open:rotate-180">
            <ChevronIcon />
          </span>
        </summary>
        <div className="mt-2 grid gap-3">
          <TextArea
            key={`${cupboard} ${list}`}
            className="max-w-none"
            label={m.materials_list_label()}
            hint={list ? m.materials_list_left() : m.materials_list_hint()}
            name="list"
            rows={4}
            defaultValue={list}
          />
          <div>
            {/* Posted, because a list may be longer than an address; the answer leads to one. */}
            <Button formMethod="post">{m.materials_read_list()}</Button>
          </div>
        </div>
      </details>
    </Form>
  );
}
