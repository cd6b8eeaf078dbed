import { m } from "~/platform/i18n/messages";
import { Section } from "~/ui/section";
import type { DrawnMap } from "../map.server";
import { Overlaps } from "../territory/components/overlaps";
import { NetworkMap } from "./network-map";

type AreaMapProps = {
  map: DrawnMap;
  name: string;
  size: { members: number; schools: number };
  /** What the network's territory holds, and who shares it; null where it has none. */
  ground?: Parameters<typeof Overlaps>[0] | null;
};

/** The side column of a network: its surroundings in squares, and how large it is. */
export function AreaMap({ map, name, size, ground }: AreaMapProps) {
  return (
    <Section title={m.networks_area()} level={3} rule={false}>
      <div className="max-w-80">
        <NetworkMap
          named={false}
          map={map}
          title={m.networks_area_name({ network: name })}
          description={m.networks_area_description()}
        />
      </div>
      <p className="small mt-2">
        {m.networks_members_count({ count: size.members })} ·{" "}
        {m.networks_schools_count({ count: size.schools })}
      </p>
      {ground ? <Overlaps {...ground} /> : null}
    </Section>
  );
}
