import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import { withLocale } from "~/platform/i18n/locale.server";
import type { Services } from "~/platform/services/services.server";

type Sent = { cookies?: string; addressGroup?: string; path?: string };

/** The context the server would make for a request. */
export const contextFor = (
  services: Services,
  { addressGroup = "203.0.113.1" }: Sent = {},
): AppLoadContext => ({
  services,
  locale: "en",
  theme: null,
  nonce: "",
  requestId: "",
  addressGroup,
  setCookies: [],
});

/**
 * Posts a form to a page's action.
 * @returns what the browser would see: status, where it is sent, what it gets, its cookies
 */
export async function post(
  services: Services,
  action: (args: ActionFunctionArgs) => Promise<unknown>,
  fields: Record<string, string>,
  sent: Sent = {},
) {
  const request = new Request(`http://localhost:3000${sent.path ?? "/"}`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: sent.cookies ? { Cookie: sent.cookies } : {},
  });
  const args = { request, params: {}, context: contextFor(services, sent) } as ActionFunctionArgs;
  const answer = await withLocale("en", () => action(args)).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    const cookies = answer.headers.getSetCookie();
    return {
      status: answer.status,
      location: answer.headers.get("Location"),
      body: await answer.text(),
      cookies,
    };
  }
  const { data, init } = answer as { data: unknown; init: ResponseInit | null };
  const headers = new Headers(init?.headers);
  return {
    status: init?.status ?? 200,
    location: null,
    body: JSON.stringify(data),
    cookies: headers.getSetCookie(),
    retryAfter: headers.get("Retry-After"),
  };
}

/** The Cookie header a browser sends after these Set-Cookie headers. */
export const asCookies = (setCookies: string[]) =>
  setCookies.map((cookie) => cookie.split(";")[0]).join("; ");

/** The token in a mail's link. */
export const tokenIn = (mail: { text: string } | undefined) =>
  /[?&]token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
