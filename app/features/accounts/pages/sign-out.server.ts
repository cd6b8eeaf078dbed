import type { ActionFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { signOut } from "../operations/sign-out.server";
import { redirectWithSession } from "./session-redirect.server";

/** Signing out is a post: a link somebody else wrote must not do it. */
export const loader = () => redirectTo("/");

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await actorOf(request, context);
  const { setCookie } = await signOut(context.services, actor, { cookies: request.headers.get("Cookie") });
  return redirectWithSession(context, "/", [setCookie]);
}
