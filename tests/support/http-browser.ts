/** What a browser was answered. */
export type Answer = { status: number; location: string | null; body: string; headers: Headers };

export const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

/**
 * A browser without a screen: keeps its cookies, follows no redirects.
 * @param url of the site, without a path
 */
export function httpBrowser(url: string, userAgent = FIREFOX) {
  const jar = new Map<string, string>();
  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "User-Agent": userAgent, Cookie: cookies, ...init.headers };
    const answer = await fetch(url + path, { redirect: "manual", ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/Max-Age=0/.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return {
      status: answer.status,
      location: answer.headers.get("Location"),
      body: await answer.text(),
      headers: answer.headers,
    };
  }
  return {
    jar,
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, { method: "POST", body: new URLSearchParams(fields), headers: { Origin: url, ...headers } }),
  };
}
