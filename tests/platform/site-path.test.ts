import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSitePath } from "~/platform/http/site-path";

/** Encodes some of the characters, as often as asked. */
function encoded(text: string, layers: number, every: number): string {
  let out = text;
  for (let layer = 0; layer < layers; layer++) {
    out = [...out]
      .map((char, index) =>
        index % every === 0 ? `%${char.charCodeAt(0).toString(16).padStart(2, "0")}` : char,
      )
      .join("");
  }
  return out;
}

describe("a path of this site", () => {
  it.each([
    "/",
    "/packs",
    "/packs?q=a%5Cb&next=//x",
    "/networks/leeds#members",
    "/threads/1?x=%2F%2F",
    "/packs/fil%C3%A9",
  ])("is %s", (path) => {
    expect(isSitePath(path)).toBe(true);
  });

  it.each([
    "",
    "packs",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/a//b",
    "/\tevil",
    "javascript:alert(1)",
  ])("is not %j", (path) => {
    expect(isSitePath(path)).toBe(false);
  });

  it("is nothing that hides two slashes, a backslash or a control character, however it is encoded", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("/", "\\", "\n", "\t", "\u0000", "\u007f"),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.stringMatching(/^[a-z.]{0,12}$/),
        (danger, layers, every, rest) => {
          expect(isSitePath(`/${encoded(danger, layers, every)}${rest}`)).toBe(false);
        },
      ),
    );
  });

  it("leads a browser to no other site", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (tail) => {
        const path = `/${tail}`;
        if (isSitePath(path)) expect(new URL(path, "https://here.example").host).toBe("here.example");
      }),
    );
  });
});
