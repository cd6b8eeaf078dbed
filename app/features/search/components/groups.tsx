import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { EverythingFound } from "../everything-found.server";
import { FoundRow } from "./found-row";

/** Results by kind, in two columns where there is room, read one after the other. */
export function Groups({ groups, places }: Pick<EverythingFound, "groups" | "places">) {
  const several = groups.length + (places.length > 0 ? 1 : 0) > 1;
  return (
    <div className={several ? "gap-12 lg:columns-2" : ""}>
      {groups.map(({ kind, title, rows, all }) => (
        <Group key={kind}>
          <Section id={kind} title={title} link={all ?? undefined}>
            <Register>
              {rows.map((row) => (
                <FoundRow key={row.path} row={row} />
              ))}
            </Register>
          </Section>
        </Group>
      ))}
      {places.length > 0 ? (
        <Group>
          <Places places={places} />
        </Group>
      ) : null}
    </div>
  );
}

/** A group stays whole where columns break. */
const Group = ({ children }: { children: ReactNode }) => (
  <div className="mb-12 break-inside-avoid">{children}</div>
);

/** Places, each with the way to the networks near it. */
export function Places({ places }: Pick<EverythingFound, "places">) {
  return (
    <Section id="place" title={m.search_places()}>
      <Register>
        {places.map(({ id, label, detail, to }) => (
          <RegisterRow key={id} to={to} title={label} detail={detail} end={m.search_place_near()} />
        ))}
      </Register>
    </Section>
  );
}
