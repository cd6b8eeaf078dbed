// What other features may use of networks, in the browser too.
export { Finder } from "./components/finder";
export { NetworkMap } from "./components/network-map";
export { type NetworkRow, NetworkRows } from "./components/network-rows";
export { dutyWord } from "./words";
