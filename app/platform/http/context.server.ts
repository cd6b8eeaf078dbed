import type { AppLoadContext } from "@remix-run/node";
import type { Locale } from "../i18n/locale";
import { type Actor, type Person, visitor } from "../services/actor";
import type { Services } from "../services/services.server";
import { readSession } from "../sessions/sessions.server";
import { redirectTo } from "./redirect.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    locale: Locale;
    theme: "light" | "dark" | null;
    /** Content-Security-Policy nonce of this response. */
    nonce: string;
    requestId: string;
    /** Network address of the caller, grouped for rate limits; never logged. */
    addressGroup: string;
    /** More was sent than a form may send, and was thrown away unread: the page says so, with status 413. */
    tooLarge?: boolean;
    /** Set-Cookie values that loaders found necessary; the server adds them to the answer. */
    setCookies: string[];
  }
}

/** The one page of who has asked for their account to be deleted. */
export const LEAVING_PATH = "/leaving";

/** All that is open to them: that page, the way out, and what changes how pages look. */
const openToLeaving = new Set([LEAVING_PATH, "/sign-out", "/preferences"]);

const actors = new WeakMap<AppLoadContext, Promise<Actor>>();

/**
 * Who sent the request. Asked once a request however many loaders want to know.
 * @throws a redirect to their one page for who has asked for their account to be deleted, whatever they ask for: this is
 *   the one place where that is decided
 */
export function actorOf(request: Request, context: AppLoadContext): Promise<Actor> {
  const known = actors.get(context);
  if (known) return known;
  const asked = resolveActor(request, context);
  actors.set(context, asked);
  return asked;
}

async function resolveActor(request: Request, context: AppLoadContext): Promise<Actor> {
  const { db, config } = context.services;
  const { person, leaving, setCookie } = await readSession(
    { db, appUrl: config.appUrl },
    request.headers.get("Cookie"),
  );
  if (setCookie) context.setCookies.push(setCookie);
  if (leaving && !openToLeaving.has(pathOf(request))) throw redirectTo(LEAVING_PATH);
  return person ?? visitor;
}

/**
 * The person who is signed in.
 * @throws a redirect to /sign-in that leads back here
 */
export async function personOf(request: Request, context: AppLoadContext): Promise<Person> {
  const actor = await actorOf(request, context);
  if (actor.kind === "person") return actor;
  throw signInFirst(request);
}

/** The redirect to /sign-in that leads back to the page of this request. */
export const signInFirst = (request: Request): Response =>
  redirectTo(`/sign-in?next=${encodeURIComponent(pageOf(request))}`);

/** The redirect to where a second factor is set up, which leads back to the page of this request. */
export const secondFactorFirst = (request: Request): Response =>
  redirectTo(`/settings/second-factor?next=${encodeURIComponent(pageOf(request))}`);

function pageOf(request: Request): string {
  return request.method === "GET" ? pathOf(request) + new URL(request.url).search : refererPath(request);
}

/** Single-fetch requests name the page with ".data" at its end. */
const pathOf = ({ url }: Request) => new URL(url).pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");

function refererPath(request: Request): string {
  const referer = request.headers.get("Referer");
  return referer && URL.canParse(referer) ? new URL(referer).pathname : "/";
}
