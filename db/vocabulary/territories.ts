/** How a network says which ground is its own: names of local authorities, a circle around its place, or a border. */
export const territoryKinds = ["authorities", "radius", "border"] as const;

export type TerritoryKind = (typeof territoryKinds)[number];
