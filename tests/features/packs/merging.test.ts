import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitedNames } from "~/features/packs/merging";

describe("the names of two materials that become one", () => {
  it("keep what stays and make synonyms of the rest, each once", () => {
    const into = { name: "String", synonyms: ["cord"], names: { fr: "ficelle" } };
    const from = { name: "Twine", synonyms: ["Cord", "garden string"], names: { fr: "fil", km: "ខ្សែ" } };
    expect(unitedNames(into, from)).toEqual({
      synonyms: ["cord", "Twine", "garden string", "fil"],
      names: { fr: "ficelle", km: "ខ្សែ" },
    });
  });

  it("say nothing twice and lose no name", () => {
    const text = fc.string({ minLength: 1, maxLength: 6 });
    const material = fc.record({
      name: text,
      synonyms: fc.array(text, { maxLength: 5 }),
      names: fc.dictionary(fc.constantFrom("fr", "km", "de"), text),
    });
    fc.assert(
      fc.property(material, material, (into, from) => {
        const united = unitedNames(into, from);
        const all = [into.name, ...united.synonyms, ...Object.values(united.names)];
        expect(new Set(united.synonyms).size).toBe(united.synonyms.length);
        const again = unitedNames({ ...into, ...united }, from);
        expect(again).toEqual(united);
        const spelt = (name: string) =>
          name
            .toLowerCase()
            .normalize("NFKD")
            .replace(/[^\p{L}\p{N}]/gu, "");
        for (const name of [from.name, ...from.synonyms]) {
          expect(all.map(spelt)).toContain(spelt(name));
        }
      }),
    );
  });
});
