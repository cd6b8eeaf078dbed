import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { action as signIn } from "~/features/accounts/pages/sign-in.server";
import { action as signUp } from "~/features/accounts/pages/sign-up.server";
import type { Services } from "~/platform/services/services.server";
import { makePerson, PASSWORD } from "../../factories/people";
import { house } from "../../support/house";
import { post } from "./post";

// Time itself is not measured: hashing is what takes it, so the same calls take the same time.
const calls = vi.hoisted(() => ({ hash: [] as unknown[], verify: [] as string[] }));

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    hash: (...args: Parameters<typeof real.hash>) => {
      calls.hash.push(args[1]);
      return real.hash(...args);
    },
    verify: (...args: Parameters<typeof real.verify>) => {
      calls.verify.push(String(args[0]).split("$").slice(0, 4).join("$"));
      return real.verify(...args);
    },
  };
});

let services: Services;
beforeAll(async () => {
  services = (await house()).services;
});
beforeEach(() => {
  calls.hash.length = 0;
  calls.verify.length = 0;
});

const PARAMETERS = "$argon2id$v=19$m=19456,t=2,p=1";
let address = 0;

it("signing in checks one hash of the same cost, whether or not somebody is there", async () => {
  const person = await makePerson(services);
  const unset = await makePerson(services, { passwordHash: undefined });
  for (const email of [person.email, "nobody@example.org", unset.email]) {
    calls.verify.length = 0;
    const fields = { email, password: "wrong password", next: "/" };
    const answer = await post(services, signIn, fields, { addressGroup: `198.51.100.${++address}` });
    expect(answer.status).toBe(422);
    expect(calls.verify).toEqual([PARAMETERS]);
  }
});

it("signing up hashes once, whether or not somebody is there", async () => {
  const person = await makePerson(services);
  for (const email of ["first-time@example.org", "first-time@example.org", person.email]) {
    calls.hash.length = 0;
    const fields = { name: "Tom Beckett", email, password: PASSWORD, next: "/" };
    await post(services, signUp, fields, { addressGroup: `198.51.100.${++address}` });
    expect(calls.hash).toEqual([{ algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }]);
    expect(calls.verify).toEqual([]);
  }
});
