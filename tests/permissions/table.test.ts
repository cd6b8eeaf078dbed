import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/platform/services/actor";
import { PASSWORD } from "../factories/people";
import { house } from "../support/house";
import { site } from "../support/site";
import { type Asked, actions, elsewhere } from "./actions";
import { type Cast, makeCast, type Role, roles, setStage } from "./cast";
import { type Outcome, table, tableRows } from "./table";

const { services } = await house();
let url: string;
let cast: Cast;
const cookies: Partial<Record<Role, string>> = {};
const asked = new Set<string>();

beforeAll(async () => {
  ({ url } = await site());
  cast = await makeCast(services);
  for (const [role, person] of Object.entries(cast)) cookies[role as Role] = await cookieOf(person);
});

async function cookieOf({ email }: Person): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  return answer.headers.getSetCookie().join("; ").split(";")[0]!;
}

async function outcomeOf({ route, path, form }: Asked, role: Role): Promise<Outcome | string> {
  asked.add(`${form ? "POST" : "GET"} ${route}`);
  const answer = await fetch(url + path, {
    method: form ? "POST" : "GET",
    redirect: "manual",
    headers: { Cookie: cookies[role] ?? "", Origin: url },
    body: form && new URLSearchParams(form),
  });
  if ((answer.headers.get("Location") ?? "").startsWith("/sign-in?next=")) return "sign in";
  if (answer.status < 400) return "yes";
  const words: Record<number, Outcome> = { 403: "no", 404: "none", 409: "rule", 422: "rule" };
  return words[answer.status] ?? `status ${answer.status}`;
}

const rows = tableRows(table);

describe("who may do what", () => {
  it.each(rows)("$action", async ({ action, cells }) => {
    const found: Record<string, string> = {};
    for (const role of roles) {
      const { policy, asks } = actions[action]!;
      const outcomes = new Set<string>();
      for (const each of await asks(() => setStage(services, role, cast, policy), services))
        outcomes.add(await outcomeOf(each, role));
      found[role] = [...outcomes].join(" and ");
    }
    expect(found).toEqual(cells);
  });

  it("asks every address of the site, and nothing else", async () => {
    const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
    type Route = { id: string; path?: string; module: { loader?: unknown; action?: unknown } };
    const there = (Object.values(build.routes) as Route[])
      .filter(({ id }) => id !== "root")
      .flatMap(({ path = "", module }) => [
        ...(module.loader ? [`GET ${path}`] : []),
        ...(module.action ? [`POST ${path}`] : []),
      ]);
    expect([...asked, ...Object.keys(elsewhere)].sort()).toEqual([...there].sort());
    expect(rows.map(({ action }) => action).sort()).toEqual(Object.keys(actions).sort());
  });
});
