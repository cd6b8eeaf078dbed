import { Form, useNavigate } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { SuggestField } from "~/ui/fields/suggest-field";
import { networksPath } from "../network";

type FinderProps = {
  /** What was looked for, when this is the answer. */
  near?: string;
  /** Id of the place that was meant. */
  place?: string;
};

/** The one field that finds a network: leads to /networks, also without scripts. */
export function Finder({ near = "", place = "" }: FinderProps) {
  const navigate = useNavigate();
  return (
    <Form
      action="/networks"
      role="search"
      aria-label={m.networks_finder_button()}
      className="joined joined-search max-w-form"
    >
      <SuggestField
        // Another question, another field: what was typed in the last one goes.
        key={near}
        className="max-w-none flex-1 gap-0"
        label={<span className="sr-only">{m.networks_finder_label()}</span>}
        name="near"
        idName="place"
        action="/places/suggest"
        placeholder={m.networks_finder_label()}
        defaultValue={near}
        defaultId={place}
        maxLength={100}
        enterKeyHint="search"
        onChoose={({ id, label, value }) => navigate(networksPath({ near: value ?? label, place: id }))}
      />
      <Button variant="filled">{m.networks_finder_button()}</Button>
    </Form>
  );
}
