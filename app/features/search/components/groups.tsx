import { m } from "~/platform/i18n/messages";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { FoundEverything } from "../pages/search.server";
import { FoundRow } from "./found-row";

/** Results by kind, two groups side by side where there is room. */
export function Groups({ groups, places }: Pick<FoundEverything, "groups" | "places">) {
  const several = groups.length + (places.rows.length > 0 ? 1 : 0) > 1;
  return (
    <div className={`grid gap-x-12 gap-y-10 ${several ? "lg:grid-cols-2" : ""}`}>
      {groups.map(({ kind, title, rows, all }) => (
        <Section key={kind} id={kind} title={title} link={all ?? undefined}>
          <Register>
            {rows.map((row) => (
              <FoundRow key={row.path} row={row} />
            ))}
          </Register>
        </Section>
      ))}
      {places.rows.length > 0 ? <Places places={places} /> : null}
    </div>
  );
}

function Places({ places: { rows, moreSchools } }: Pick<FoundEverything, "places">) {
  return (
    <Section
      id="place"
      title={m.search_places()}
      link={moreSchools ? { to: moreSchools, label: m.search_schools_more() } : undefined}
    >
      <Register>
        {rows.map(({ id, label, detail, to }) => (
          <RegisterRow key={id} to={to} title={label} detail={detail} end={m.search_place_near()} />
        ))}
      </Register>
    </Section>
  );
}
