import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { action as preferences } from "~/features/accounts/pages/preferences.server";
import { keepSignUp, keptSignUp } from "~/features/accounts/pages/sign-up-cookie.server";
import { nextPath } from "~/platform/http/redirect.server";
import type { Services } from "~/platform/services/services.server";
import { house } from "../../support/house";
import { asCookies, post } from "./post";

let services: Services;
beforeAll(async () => {
  services = (await house()).services;
});

const SITE = "http://localhost:3000";

/** Pieces out of which open redirects are made. */
const crafted = fc
  .array(
    fc.constantFrom(
      "/",
      "\\",
      "//",
      "/\\",
      "%2f",
      "%5C",
      "%255c",
      "%2F",
      "evil.example",
      "@",
      ":",
      "http",
      "https:",
      "javascript:",
      "?",
      "#",
      ".",
      "..",
      "\t",
      "\n",
      "%09",
      "%0d",
      "\u2028",
      "networks",
      "data:text/html,",
      "%",
      "%zz",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

/** Where browsers go: their URL parser is the one Node has. */
const leavesTheSite = (location: string) => new URL(location, `${SITE}/sign-in`).origin !== SITE;

describe("next", () => {
  it("never leads to another site, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.oneof(crafted, fc.string(), fc.webUrl(), fc.string({ unit: "binary" })), (wished) => {
        const path = nextPath(wished);
        expect(leavesTheSite(path)).toBe(false);
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
      { numRuns: 3_000 },
    );
  });

  it("survives the way through the sign-up cookie, and nothing else does", () => {
    fc.assert(
      fc.property(fc.oneof(crafted, fc.webPath(), fc.string()), (wished) => {
        const next = nextPath(wished);
        const cookies = asCookies([keepSignUp({ proof: "p", next }, SITE)]);
        expect(keptSignUp(cookies)).toEqual({ proof: "p", next });
        expect(leavesTheSite(keptSignUp(`staffroom_sign_up=p.${wished}`).next)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is followed by forms only within the site", async () => {
    await fc.assert(
      fc.asyncProperty(crafted, async (next) => {
        const answer = await post(services, preferences, { next });
        expect(leavesTheSite(answer.location ?? "")).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
