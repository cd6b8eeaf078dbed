import { request } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { type Site, site } from "../support/site";

let here: Site;
beforeAll(async () => {
  here = await site();
});

/** Sends exactly this path and these headers, which fetch() would tidy up. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const { hostname, port } = new URL(here.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        agent: false,
        headers: body ? { "content-length": Buffer.byteLength(body), ...headers } : headers,
      },
      (res) => {
        let text = "";
        res.on("data", (chunk) => (text += chunk));
        res.on("end", () => resolve({ status: res.statusCode!, headers: res.headers, text }));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

const formType = { "content-type": "application/x-www-form-urlencoded" };

describe("what every request passes", () => {
  it.each([
    ["two slashes", "//evil.example"],
    ["a backslash", "/\\evil.example"],
    ["an encoded backslash", "/%5Cevil.example"],
    ["an encoded NUL", "/a%00b"],
    ["a broken encoding", "/%E0%A4%A"],
    ["2,000 letters", `/${"a".repeat(2_000)}`],
  ])("refuses an address with %s", async (_what, path) => {
    expect((await raw(path)).status).toBe(400);
  });

  it("bounds what /__manifest may be asked", async () => {
    const many = Array.from({ length: 100 }, (_, index) => `p=%2Fa${index}`).join("&");
    expect((await raw(`/__manifest?${many}`)).status).toBe(400);
    expect((await raw(`/__manifest?p=${encodeURIComponent(`/${"a/".repeat(300)}`)}`)).status).toBe(400);
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["an opaque origin", { origin: "null" }],
    ["another site by referrer", { referer: "https://evil.example/form" }],
    ["another site by fetch metadata", { "sec-fetch-site": "cross-site" }],
  ])("refuses a post from %s", async (_what, headers) => {
    const answer = await raw(
      "/sign-in",
      { ...formType, ...headers } as Record<string, string>,
      "POST",
      "email=a&password=b",
    );
    expect(answer.status).toBe(403);
  });

  it("refuses bodies that are too large, endless or no form", async () => {
    const ours = { origin: here.url };
    expect(
      (await raw("/sign-in", { ...ours, ...formType, "content-length": "2000000" }, "POST")).status,
    ).toBe(413);
    expect(
      (await raw("/sign-in", { ...ours, ...formType, "transfer-encoding": "chunked" }, "POST")).status,
    ).toBe(411);
    expect(
      (await raw("/sign-in", { ...ours, "content-type": "application/json" }, "POST", "{}")).status,
    ).toBe(415);
  });

  it("answers with a policy that allows no inline script, and a fresh nonce each time", async () => {
    const [first, second] = [await raw("/"), await raw("/")];
    const policy = String(first.headers["content-security-policy"]);
    const scripts = policy.split(";").find((part) => part.startsWith("script-src"))!;
    expect(scripts).toMatch(/^script-src 'self' 'nonce-[^']+'$/);
    expect(policy).not.toBe(second.headers["content-security-policy"]);
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
    expect(first.headers["x-powered-by"]).toBeUndefined();
  });

  it("answers an unknown address with a page, not a stack", async () => {
    const answer = await raw("/nothing-here");
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("<html");
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(/);
  });
});
