import { type InputHTMLAttributes, useId } from "react";
import { m } from "~/platform/i18n/messages";

export type SearchFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  /** Names the input; not seen, for the button beside it says the same. */
  label: string;
  /** The button's words; "Search" unless given. */
  button?: string;
  name?: string;
};

/** A search input joined to its button, to stand in a GET form. */
export function SearchField({ label, button, name = "q", id, ...rest }: SearchFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className="joined joined-search">
      <label className="sr-only" htmlFor={inputId}>
        {label}
      </label>
      <input className="input" type="search" enterKeyHint="search" {...rest} id={inputId} name={name} />
      <button type="submit" className="btn btn-filled">
        {button ?? m.ui_search()}
      </button>
    </div>
  );
}
