import type { ReactNode } from "react";

/** A 20 by 20 line drawing in the colour and size of the text it stands in; always beside words. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="8.5" cy="8.5" r="5" />
      <path d="m12.5 12.5 4.5 4.5" />
    </Icon>
  );
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m3.5 10.5 4.5 4.5L16.5 5" />
    </Icon>
  );
}

export function ChevronIcon() {
  return (
    <Icon>
      <path d="m5 7.5 5 5 5-5" />
    </Icon>
  );
}

/** The mark of the site: a sheet with a marked corner and three lines of writing. */
export function Mark() {
  return (
    <svg className="mark-drawing" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="mark-sheet" d="M2 1h20v22H2z" />
      <path className="mark-corner" d="M16 1h6v6z" />
      <path className="mark-lines" d="M6 9h12M6 13h12M6 17h7" />
    </svg>
  );
}
