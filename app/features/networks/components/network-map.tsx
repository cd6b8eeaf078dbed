import { m } from "~/platform/i18n/messages";
import { SquareMap } from "~/ui/map/square-map";
import type { DrawnMap } from "../map.server";
import { unpackMap } from "../map-rows";

type NetworkMapProps = {
  map: DrawnMap;
  /** What the map shows, in a few words. */
  title: string;
  /** The same at length, for who cannot see it. */
  description?: string;
  /** Whether the yellow circles bear their names. */
  named?: boolean;
};

/** A map of coloured-in squares with networks as circles. */
export function NetworkMap({ map, title, description, named = true }: NetworkMapProps) {
  return (
    <SquareMap
      {...unpackMap(map.rows)}
      ground={map.ground}
      circles={map.circles.map((circle) => ({ ...circle, label: circle.own && named }))}
      columns={map.columns}
      rows={map.rows.length}
      title={title}
      description={description ?? m.networks_map_description()}
    />
  );
}
