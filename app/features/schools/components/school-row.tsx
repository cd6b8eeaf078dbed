import type { ReactNode } from "react";
import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { DateText } from "~/ui/date-text";
import { RegisterRow } from "~/ui/register";
import { Tag } from "~/ui/tag";

export type ShownSchool = {
  id: string;
  name: string;
  /** Town, postcode, and the country where there are several. */
  place: string;
  /** "2025-07-31"; null while it is open. */
  closedOn: string | null;
};

/**
 * A school in a register.
 * @param end what one can do with it
 */
export function SchoolRow({ school, end }: { school: ShownSchool; end?: ReactNode }) {
  const closed = school.closedOn ? (
    <Tag>
      {isPast(school.closedOn) ? m.schools_closed_on() : m.schools_closes_on()}{" "}
      <DateText value={school.closedOn} locale={currentLocale()} />
    </Tag>
  ) : null;
  return (
    <RegisterRow to={`/schools/${school.id}`} title={school.name} detail={school.place} end={end ?? closed}>
      {end && closed ? <p className="mt-1">{closed}</p> : null}
    </RegisterRow>
  );
}

/** Whether a day such as "2025-07-31" has come. */
export const isPast = (day: string) => day <= new Date().toISOString().slice(0, 10);
