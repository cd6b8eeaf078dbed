/** A saved search and the time in which what is new to it came: after `after`, until `until` inclusive. */
export type Window = { id: string; after: Date; until: Date };

/** Windows as a fact carries them: "<id>.<ms>.<ms>,…". */
export const writeWindows = (windows: readonly Window[]): string =>
  windows.map(({ id, after, until }) => `${id}.${after.getTime()}.${until.getTime()}`).join(",");

/** Reads what `writeWindows` wrote; what is not of that form is left out. */
export function readWindows(text: string): Window[] {
  return text.split(",").flatMap((part) => {
    const [, id, after, until] = /^([0-9a-f-]{36})\.(\d{1,15})\.(\d{1,15})$/.exec(part) ?? [];
    return id ? [{ id, after: new Date(Number(after)), until: new Date(Number(until)) }] : [];
  });
}
