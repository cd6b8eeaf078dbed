import { request } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { type Site, site } from "../support/site";

let here: Site;

beforeAll(async () => {
  here = await site();
});

/** fetch would not send some of these headers. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    request(`${here.url}${path}`, { headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });

describe("/metrics", () => {
  it("tells this machine how searches are answered", async () => {
    await get("/api/v1/search?q=bridge");
    const { status, body } = await get("/metrics");
    expect(status).toBe(200);
    expect(body).toMatch(/^staffroom_search_seconds_count\{engine="postgres"\} [1-9]/m);
    expect(body).toMatch(/^staffroom_search_circuit_open 0$/m);
    expect(body).toMatch(/^staffroom_search_pending 0$/m);
  });

  it.each(["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via", "X-Real-IP"])(
    "is not there for a request that a proxy handed on (%s)",
    async (header) => {
      const { status, body } = await get("/metrics", { [header]: "203.0.113.7" });
      expect(status).toBe(404);
      expect(body).not.toContain("staffroom_search");
    },
  );

  it("is not there for a wrong token where none is set", async () => {
    expect((await get("/metrics", { Authorization: "Bearer wrong", Forwarded: "for=x" })).status).toBe(404);
  });
});

describe("/readyz", () => {
  it("says which engine searches", async () => {
    expect(JSON.parse((await get("/readyz")).body)).toMatchObject({
      status: "ok",
      search: { engine: "postgres", circuit: null },
    });
  });
});
