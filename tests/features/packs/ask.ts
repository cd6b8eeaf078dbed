import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import pg from "pg";
import { vi } from "vitest";
import { signIn } from "~/features/accounts/operations/sign-in.server";
import type { Locale } from "~/platform/i18n/locale";
import { withLocale } from "~/platform/i18n/locale.server";
import { type Person, visitor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { PASSWORD } from "../../factories/people";

type Asking = {
  as?: Person;
  locale?: Locale;
  form?: Record<string, string>;
  /** Parts of the path beside the slug. */
  params?: Record<string, string>;
};

/**
 * Asks a loader or action as a browser would.
 * @param path of the page; its last part is the slug where the page has one
 * @returns what it answers, or throws, and the statements it sent to the database
 */
export async function ask<Result>(
  services: Services,
  handler: (args: LoaderFunctionArgs) => Promise<Result>,
  path: string,
  { as, locale = "en", form, params }: Asking = {},
): Promise<{ result: Result; statements: number }> {
  const cookie = as ? await cookieOf(services, as) : "";
  const request = new Request(`http://localhost:3000${path}`, {
    method: form ? "POST" : "GET",
    body: form ? new URLSearchParams(form) : null,
    headers: { Cookie: cookie },
  });
  const context: AppLoadContext = {
    services,
    locale,
    theme: null,
    nonce: "",
    requestId: "",
    addressGroup: "203.0.113.1",
    setCookies: [],
  };
  const slug = new URL(request.url).pathname.split("/")[2];
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    const result = await withLocale(locale, () => handler({ request, params: { slug, ...params }, context }));
    return { result, statements: spy.mock.calls.length };
  } finally {
    spy.mockRestore();
  }
}

let address = 0;

async function cookieOf(services: Services, { email }: Person): Promise<string> {
  address += 1;
  const input = { email, password: PASSWORD, addressGroup: `198.51.100.${address}`, cookies: null };
  return (await signIn(services, visitor, input)).setCookie.split(";")[0]!;
}
