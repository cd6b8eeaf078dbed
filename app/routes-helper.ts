import { index, type RouteConfigEntry, route } from "@remix-run/route-config";

// Not `relative()` of @remix-run/route-config: it yields absolute paths, and server exports are then not stripped.

/**
 * One line of a feature's table of contents.
 * @param path address without the leading slash; "" is "/"
 * @param file below app/features
 */
export function page(path: string, file: string): RouteConfigEntry {
  return path === "" ? index(`features/${file}`) : route(path, `features/${file}`);
}
