import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";

type OverlapsProps = {
  /** Open schools in the territory. */
  schools: number;
  overlaps: { slug: string; name: string; schools: number }[];
};

/** How many schools a territory holds, and which networks share some of them. */
export function Overlaps({ schools, overlaps }: OverlapsProps) {
  return (
    <>
      <p className="small mt-2">{m.networks_territory_schools({ count: schools })}</p>
      {overlaps.length > 0 ? (
        <>
          <p className="small mt-2">{m.networks_territory_shared()}</p>
          <ul className="small link mt-1">
            {overlaps.map(({ slug, name, schools: shared }) => (
              <li key={slug}>
                <AppLink to={`/networks/${slug}`}>{name}</AppLink>{" "}
                {m.networks_schools_count({ count: shared })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
