import { describe, expect, it } from "vitest";
import { networkAtlas } from "~/features/networks/atlas.server";
import { findNetworks } from "~/features/networks/find-networks.server";
import { coordinatorsOf, isMember, networkBySlug } from "~/features/networks/index.server";
import { createNetwork } from "~/features/networks/operations/create-network.server";
import { networkSearchable } from "~/features/networks/searchable.server";
import { dayOf } from "~/features/networks/term";
import { loadPlaces } from "~/features/schools/index.server";
import { NotAllowed } from "~/platform/errors/errors";
import { system, visitor } from "~/platform/services/actor";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";

const { services, runJobs } = await house();
const { db } = services;

const content = {
  name: "Fenland",
  slug: "",
  country: "GB",
  place: "Ely",
  placeId: "",
  summary: "Teachers of the fens.",
  description: "",
  joinPolicy: "open",
  leadEmail: "",
} as const;

describe("founding a network", () => {
  it("is for administrators", async () => {
    const lead = await makeCoordinator(services, (await makeNetwork(services)).slug);
    for (const actor of [visitor, await makePerson(services), lead]) {
      await expect(createNetwork(services, actor, content)).rejects.toThrow(NotAllowed);
    }
  });

  it("looks the place up, proposes an address and appoints the first lead", async () => {
    const administrator = await makePerson(services, { siteRoles: ["administrator"] });
    const lead = await makePerson(services);
    const { id, slug } = await createNetwork(services, administrator, {
      ...content,
      place: "Ely, Cambridgeshire, England",
      leadEmail: lead.email,
    });
    expect(slug).toBe("fenland");
    const network = await networkBySlug(db, slug);
    expect(network!.latitude).toBeCloseTo(52.4, 1);
    expect(network!.region).toContain("Cambridgeshire");
    expect(await isMember(db, lead.id, id)).toBe(true);
    expect(await coordinatorsOf(db, id, dayOf(new Date()))).toMatchObject([
      { personId: lead.id, duty: "lead" },
    ]);
    await runJobs();
    expect(await networkSearchable.loadDocuments(db, [id])).toMatchObject([
      { title: "Fenland", audience: ["everyone"] },
    ]);
  });

  it("keeps the rules, each at its field", async () => {
    const refused = (input: Partial<Record<keyof typeof content, string>>) =>
      createNetwork(services, system, { ...content, name: "Another", ...input } as Parameters<
        typeof createNetwork
      >[2]);
    const { slug } = await makeNetwork(services);
    await expect(refused({ slug })).rejects.toMatchObject({ code: "networks_slug_taken", field: "slug" });
    await expect(refused({ slug: "new" })).rejects.toMatchObject({ code: "networks_slug_taken" });
    await expect(refused({ name: "កំពង់ចាម" })).rejects.toMatchObject({
      code: "networks_slug_missing",
      field: "slug",
    });
    await expect(refused({ country: "XX" })).rejects.toMatchObject({ field: "country" });
    await expect(refused({ place: "Xyzzyqqville" })).rejects.toMatchObject({
      code: "networks_place_unknown",
      field: "place",
    });
    await expect(refused({ place: "Newport" })).rejects.toMatchObject({
      code: "networks_place_several",
      field: "place",
    });
    await expect(
      refused({ leadEmail: "nobody@example.org", place: "Ely, Cambridgeshire, England" }),
    ).rejects.toMatchObject({
      code: "networks_lead_unknown",
      field: "leadEmail",
    });
  });
});

describe("finding networks", () => {
  const query = { near: "", place: "", country: "", page: 1 };

  it("by real distance from a town, with the others of its name as choices", async () => {
    await loadPlaces(services, system, { country: "GB" });
    const leeds = { latitude: 53.801, longitude: -1.549, region: "Yorkshire" };
    const { slug } = await makeNetwork(services, { at: leeds });
    const found = await findNetworks(db, visitor, { ...query, near: "Leeds" });
    expect(found.rows[0]).toMatchObject({ network: { slug } });
    expect(found.rows[0]!.km).toBeLessThan(3);
    expect(found.rows.map(({ km }) => km)).toEqual(found.rows.map(({ km }) => km!).sort((a, b) => a - b));
    const several = await findNetworks(db, visitor, { ...query, near: "Newport" });
    expect(several.others.length).toBeGreaterThan(1);
    const other = several.others[0]!;
    const chosen = await findNetworks(db, visitor, { ...query, near: "Newport", place: other.id });
    expect(chosen.origin).toMatchObject({ label: other.label, detail: other.detail });
  });

  it("from the reader's school where nothing is typed; by country otherwise", async () => {
    const schoolId = await makeSchool(services, { name: "Hill Top School" });
    const teacher = await makePerson(services, { schoolId });
    const own = await findNetworks(db, teacher, query);
    expect(own.origin).toMatchObject({ kind: "school", label: "Hill Top School" });
    const { slug } = await makeNetwork(services, {
      country: "KH",
      at: { latitude: 12, longitude: 105.45, region: "Kampong Cham" },
    });
    const inCambodia = await findNetworks(db, teacher, { ...query, country: "KH" });
    expect(inCambodia.rows.map(({ network }) => network.slug)).toEqual([slug]);
    expect(inCambodia.country).toBe("KH");
  });

  it("says that nothing was found and still lists", async () => {
    const found = await findNetworks(db, visitor, { ...query, near: "xyzzyqq", page: 900 });
    expect(found).toMatchObject({ missed: true, origin: null });
    expect(found.rows.length).toBeGreaterThan(0);
  });
});

describe("the atlas", () => {
  it("counts a member at once for who joined, and reads one list for many visitors", async () => {
    const { slug } = await makeNetwork(services);
    const sizeOf = async () => (await networkAtlas(db)).find((network) => network.slug === slug)?.members;
    expect(await sizeOf()).toBe(0);
    await makeMember(services, slug);
    expect(await sizeOf()).toBe(1);
    expect(networkAtlas(db)).toBe(networkAtlas(db));
  });
});
