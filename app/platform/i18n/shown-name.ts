import { m } from "./messages";

/** The name of who wrote or did something, wherever it is shown; null is somebody whose account is deleted. */
export const shownName = (name: string | null): string => name ?? m.former_member();
