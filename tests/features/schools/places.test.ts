import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loadPlaces, loadPlacesOfCountriesInUse } from "~/features/schools/index.server";
import { system } from "~/platform/services/actor";
import { places } from "~db/schema";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

describe("the gazetteer", () => {
  it("is read country by country, and a second time changes nothing", async () => {
    const { services } = await house();
    const loaded = await loadPlaces(services, system, { country: "IE" });
    const all = await services.db.select().from(places).where(eq(places.country, "IE"));
    expect(loaded).toBe(all.length);
    expect(all.length).toBeGreaterThan(300);
    expect(all.find(({ name }) => name === "Galway")).toMatchObject({
      region: expect.stringContaining("Connacht"),
    });
    expect(await loadPlaces(services, system, { country: "IE" })).toBe(0);
  });

  it("is read only for the countries that lack it", async () => {
    const { services } = await house();
    await loadPlaces(services, system, { country: "LU" });
    const first = await loadPlacesOfCountriesInUse(services, system, { countries: ["LU", "MT", "MT"] });
    expect([...first.keys()]).toEqual(["MT"]);
    expect(first.get("MT")).toBeGreaterThan(20);
    expect(await loadPlacesOfCountriesInUse(services, system, { countries: ["LU", "MT"] })).toEqual(
      new Map(),
    );
  });

  it("is read for administrators and commands, and for countries there are", async () => {
    const { services } = await house();
    const member = await makePerson(services);
    await expect(loadPlaces(services, member, { country: "BE" })).rejects.toMatchObject({
      code: "error_not_allowed",
    });
    await expect(loadPlaces(services, system, { country: "XX" })).rejects.toMatchObject({
      code: "schools_country_unknown",
    });
  });
});
