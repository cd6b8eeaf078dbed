import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { makePerson, PASSWORD } from "../../factories/people";
import { house } from "../../support/house";
import { site } from "../../support/site";
import { documentOf } from "./documents";
import { hostileQueries } from "./hostile-queries";

let url: string;
/** The published schema of an answer. */
let answerSchema: z.ZodType;
const ask = (path: string, init?: RequestInit) => fetch(url + path, init);
const search = async (query: string) => (await ask(`/api/v1/search?${query}`)).json();

const turbine = documentOf({
  type: "pack",
  title: "Catch the wind & <b>turn</b>",
  summary: "Test a turbine that lifts a kilogram.",
  facets: { subject: ["physics"], age: ["11-14"], language: ["en"], material: ["cardboard-tube"] },
});
const filter = documentOf({
  title: "Clean water",
  summary: "A filter of sand.",
  facets: { subject: ["chemistry"], language: ["en"], kind: ["lesson plan"] },
});
const inside = documentOf({ title: "Kestrelmoor for members", audience: ["members"] });

beforeAll(async () => {
  const { services } = await house();
  await services.searchEngine.put([turbine, filter, inside]);
  url = (await site()).url;
  const description = await (await ask("/api/v1/openapi.json")).json();
  answerSchema = z.fromJSONSchema(description.components.schemas.SearchAnswer);
});

describe("/api/v1/search", () => {
  it("answers as the contract says", async () => {
    const answer = await search("q=turbine");
    expect(Object.keys(answer)).toEqual([
      "query",
      "engine",
      "tookMs",
      "total",
      "page",
      "perPage",
      "hits",
      "facets",
    ]);
    expect(answer).toMatchObject({ query: "turbine", engine: "postgres", total: 1, page: 1, perPage: 20 });
    expect(answer.hits).toEqual([
      {
        type: "pack",
        id: turbine.recordId,
        slug: turbine.slug,
        url: `${url}/packs/${turbine.slug}`,
        title: "Catch the wind & <b>turn</b>",
        excerpt: "Test a turbine that lifts a kilogram.",
        highlighted: {
          title: "Catch the wind &amp; &lt;b&gt;turn&lt;/b&gt;",
          excerpt: "Test a <mark>turbine</mark> that lifts a kilogram.",
        },
      },
    ]);
    expect(answer.facets.subject).toEqual([{ value: "physics", count: 1 }]);
    expect(answer.facets.type).toEqual([{ value: "pack", count: 1 }]);
  });

  it("narrows by type and facets, and pages", async () => {
    expect((await search("type=resource")).hits.map(({ id }: { id: string }) => id)).toEqual([
      filter.recordId,
    ]);
    expect((await search("type=pack,network")).total).toBe(1);
    expect((await search("subject=physics&subject=chemistry")).total).toBe(2);
    expect((await search("subject=physics&material=string")).total).toBe(0);
    expect((await search("kind=lesson%20plan")).total).toBe(1);
    expect(await search("perPage=1&page=2&sort=title")).toMatchObject({
      total: 2,
      page: 2,
      hits: [{ title: "Clean water" }],
    });
    expect((await search("page=50")).hits).toEqual([]);
  });

  it("finds for members what it finds for visitors", async () => {
    const { services } = await house();
    const { email } = await makePerson(services);
    const signedIn = await ask("/sign-in", {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ email, password: PASSWORD }),
    });
    const Cookie = signedIn.headers.getSetCookie().join("; ").split(";")[0]!;
    // The page shows that the document is there, and that the session holds.
    expect(await (await ask("/search?q=Kestrelmoor", { headers: { Cookie } })).text()).toContain(
      "for members",
    );
    const answer = await ask("/api/v1/search?q=Kestrelmoor", { headers: { Cookie } });
    expect(await answer.json()).toMatchObject({ total: 0, hits: [] });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await search("q=")).facets.type).toEqual([
      { value: "pack", count: 1 },
      { value: "resource", count: 1 },
    ]);
  });

  it("may be read by pages of any site, and kept for half a minute", async () => {
    const { headers } = await ask("/api/v1/search?q=wind");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    expect(headers.get("Cache-Control")).toBe("public, max-age=30");
    expect(headers.get("Content-Type")).toMatch(/^application\/json/);
    expect(headers.get("Vary")).not.toMatch(/cookie/i);
  });

  it("answers GET, HEAD and OPTIONS, and refuses the rest", async () => {
    const head = await ask("/api/v1/search?q=wind", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const options = await ask("/api/v1/search", {
      method: "OPTIONS",
      headers: { Origin: "https://a.example" },
    });
    expect([options.status, options.headers.get("Access-Control-Allow-Methods")]).toEqual([
      204,
      "GET, HEAD, OPTIONS",
    ]);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const body = method === "DELETE" ? undefined : "{}";
      const refused = await ask("/api/v1/search", { method, body, headers: { Origin: "https://a.example" } });
      expect([method, refused.status, refused.headers.get("Allow")]).toEqual([
        method,
        405,
        "GET, HEAD, OPTIONS",
      ]);
      await expectProblem(refused, 405, method);
    }
  });

  it("says what is wrong as RFC 9457 has it", async () => {
    await expectProblem(await ask("/api/v1/search?type=foo"), 400, 'type is "foo"');
    await expectProblem(await ask("/api/v1/search?page=two"), 400, "expected a whole number");
    await expectProblem(await ask("/api/v1/searches"), 404, "/api/v1/openapi.json");
    await expectProblem(await ask("/api/v1/search.data"), 404, "Nothing is at this address.");
    await expectProblem(await ask(`/api/v1/search?q=${"x".repeat(10_000)}`), 414, "8192");
  });

  it.each(hostileQueries)("answers cleanly: %s", async (_name, text) => {
    const query = encodeURIComponent(text);
    for (const path of [
      `q=${query}`,
      `q=wind&material=${query}`,
      `type=${query}`,
      `page=${query}`,
      `q=a&sort=${query}`,
    ]) {
      const response = await ask(`/api/v1/search?${path}`);
      expect([200, 400, 414]).toContain(response.status);
      const answer = await response.json();
      if (response.status === 200) expect(answerSchema.parse(answer)).toEqual(answer);
      else expect(answer).toMatchObject({ status: response.status, detail: expect.any(String) });
    }
  });

  it("answers cleanly to addresses that are broken or without end", async () => {
    for (const path of [
      "?q=%E0%A4%A",
      "?q=%ff%fe",
      "?q=%00",
      `?${"material=a&".repeat(700)}`,
      `?${Array.from({ length: 700 }, (_, n) => `f${n}=1`).join("&")}`,
      "?page=-1",
      "?q[]=a&q[b]=c",
      "?q=a&q=b",
    ]) {
      const { status } = await ask(`/api/v1/search${path}`);
      expect([path.slice(0, 20), [200, 400].includes(status)]).toEqual([path.slice(0, 20), true]);
    }
  });
});

describe("/api/v1/openapi.json", () => {
  it("describes the parameters and answers that are there", async () => {
    const response = await ask("/api/v1/openapi.json");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const description = await response.json();
    expect(description).toMatchObject({ openapi: "3.1.0", servers: [{ url }] });
    const { parameters, responses } = description.paths["/api/v1/search"].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
      "q",
      "type",
      "subject",
      "age",
      "material",
      "duration",
      "language",
      "licence",
      "kind",
      "sort",
      "page",
      "perPage",
    ]);
    expect(Object.keys(responses)).toEqual(["200", "400", "405", "414", "503"]);
    for (const parameter of parameters) {
      const value = parameter.schema.items?.enum?.[0] ?? parameter.schema.enum?.[0] ?? "1";
      expect((await ask(`/api/v1/search?${parameter.name}=${value}`)).status).toBe(200);
    }
  });

  it("holds for live answers, and not for others", async () => {
    const answer = await search("q=turbine");
    expect(answerSchema.parse(answer)).toEqual(answer);
    expect(answerSchema.safeParse({ ...answer, total: "1" }).success).toBe(false);
    expect(answerSchema.safeParse({ ...answer, facets: { subject: [{ value: "physics" }] } }).success).toBe(
      false,
    );
    expect(answerSchema.safeParse({ ...answer, hits: [{ ...answer.hits[0], id: "1" }] }).success).toBe(false);
    const { facets: _left, ...without } = answer;
    expect(answerSchema.safeParse(without).success).toBe(false);
  });
});

async function expectProblem(response: Response, status: number, detail: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ type: "about:blank", title: expect.any(String), status });
  expect(problem.detail).toContain(detail);
}
