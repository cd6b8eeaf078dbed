import { z } from "zod";

export type WrongAddress = {
  /** Line of the list, from 1. */
  line: number;
  /** What stands there, at most 60 characters of it. */
  text: string;
  /** Key of the sentence that says what is wrong. */
  why: "networks_address_none" | "networks_address_odd";
};

const mailAddress = z.string().max(254).toLowerCase().pipe(z.email());

/**
 * Reads a pasted list: addresses between commas, semicolons and line ends, bare or as "Name <a@b>", also with a comma
 * in the name. One that stands there twice is one.
 */
export function readAddresses(list: string): { addresses: string[]; wrong: WrongAddress[] } {
  const addresses = new Set<string>();
  const wrong: WrongAddress[] = [];
  for (const [index, line] of list.split(/\r\n|\r|\n/).entries()) {
    for (const entry of entriesOf(line)) {
      const read = mailAddress.safeParse(bareAddress(entry));
      if (read.success) addresses.add(read.data);
      else {
        const why = entry.includes("@") ? "networks_address_odd" : "networks_address_none";
        wrong.push({ line: index + 1, text: entry.slice(0, 60), why });
      }
    }
  }
  return { addresses: [...addresses], wrong };
}

function entriesOf(line: string): string[] {
  const entries: string[] = [];
  let beforeName = "";
  for (const piece of piecesOf(line)) {
    // "Doe, Jane <jane@example.org>" is one entry, as mail programs write it.
    if (beforeName && piece.includes("<")) {
      entries.push(`${beforeName}, ${piece}`);
      beforeName = "";
      continue;
    }
    if (beforeName) entries.push(beforeName);
    beforeName = piece.includes("@") ? "" : piece;
    if (!beforeName) entries.push(...severalOf(piece));
  }
  if (beforeName) entries.push(beforeName);
  return entries;
}

/** Parted at commas and semicolons that stand in no quotes. */
const piecesOf = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|[^,;"]|")+/g) ?? []).map((piece) => piece.trim()).filter(Boolean);

/** "a@b c@d": a column copied from a table comes with spaces. */
function severalOf(piece: string): string[] {
  const words = piece.split(/\s+/);
  return words.length > 1 && words.every((word) => /^[^<>"]+@[^<>"]+$/.test(word)) ? words : [piece];
}

/** What stands in the angle brackets at the end, or all of it. */
function bareAddress(entry: string): string {
  const opened = entry.endsWith(">") ? entry.lastIndexOf("<") : -1;
  return (opened === -1 ? entry : entry.slice(opened + 1, -1)).trim();
}
