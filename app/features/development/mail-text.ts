/** A piece of a mail's text; `path` where it is an address of this site. */
export type Piece = { text: string; path?: string };

/**
 * Cuts a mail's text so that the addresses of this site in it can be made links.
 * @param appUrl public address of the site, without a slash at its end
 */
export function pieces(text: string, appUrl: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const { 0: url, index } of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    if (!url.startsWith(`${appUrl}/`)) continue;
    if (index > from) found.push({ text: text.slice(from, index) });
    found.push({ text: url, path: url.slice(appUrl.length) });
    from = index + url.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}
