import { addPasskey } from "~/features/accounts/operations/add-passkey.server";
import { beginPasskey } from "~/features/accounts/operations/begin-passkey.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { Authenticator, type Mischief } from "../../factories/passkeys";
import { PASSWORD } from "../../factories/people";
import { httpBrowser } from "../../support/http-browser";

/** Begins a passkey in a browser of its own. @returns what the browser got and keeps */
export async function begun(services: Services, person: Person, code = "") {
  const input = { currentPassword: PASSWORD, code, cookies: null };
  const { options, setCookie } = await beginPasskey(services, person, input);
  return { options, cookies: setCookie.split(";")[0]! };
}

/** Gives a person a passkey. @returns its authenticator, and recovery codes where it was the first second factor */
export async function givePasskey(services: Services, person: Person, url: string, counts = true) {
  const authenticator = new Authenticator(url, counts);
  const { options, cookies } = await begun(services, person);
  // The operations of a test stand at another address than its site.
  const answer = authenticator.create(options, { origin: services.config.appUrl });
  const { recoveryCodes } = await addPasskey(services, person, { name: "Phone", answer, cookies });
  return { authenticator, recoveryCodes };
}

/** A browser that asked for a challenge. */
export async function asking(url: string, browser = httpBrowser(url), step = "") {
  const answered = await browser.post(`/sign-in/challenge${step}`, {});
  if (answered.status !== 200) throw new Error(`no challenge: ${answered.status}`);
  const options = JSON.parse(answered.body) as { challenge: string; allowCredentials?: { id: string }[] };
  const send = (answer: string, next = "/packs") =>
    browser.post(step ? "/sign-in/code" : "/sign-in", { intent: "passkey", answer, next });
  return { browser, options, send };
}

/** Signs in by a passkey, in a browser of its own unless given. */
export async function signInBy(
  url: string,
  authenticator: Authenticator,
  mischief: Mischief = {},
  browser = httpBrowser(url),
) {
  const { options, send } = await asking(url, browser);
  return send(authenticator.get(options, mischief));
}
