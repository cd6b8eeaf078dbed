import type { ActionFunctionArgs } from "@remix-run/node";
import { redirectTo } from "~/platform/http/redirect.server";
import { passkeysPossible, requestOptions } from "../passkey-ceremonies.server";
import { makeChallenge } from "../passkey-challenges.server";
import { credentialsOf } from "../passkeys.server";
import { pendingPersonId } from "../pending-sign-ins.server";

/** There is nothing to see here. */
export const loader = () => redirectTo("/sign-in");

/**
 * A challenge for this browser, as JSON. It writes nothing and says nothing of anybody but to a browser that gave the
 * right password: that one is told which passkeys will do for the second step.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, config } = context.services;
  if (!passkeysPossible(config.appUrl)) throw new Response(null, { status: 404 });
  const cookies = request.headers.get("Cookie");
  const wanted = new URL(request.url).searchParams.get("step") === "second";
  const owes = wanted ? await pendingPersonId(db, cookies) : null;
  const known = owes ? await credentialsOf(db, owes) : [];
  const { challenge, setCookie } = await makeChallenge({ db, appUrl: config.appUrl, cookies }, "sign-in");
  return Response.json(await requestOptions(config.appUrl, challenge, known), {
    headers: { "Set-Cookie": setCookie, "Cache-Control": "no-store" },
  });
}
