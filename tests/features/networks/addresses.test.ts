import { describe, expect, it } from "vitest";
import { readAddresses } from "~/features/networks/addresses";

describe("a pasted list of addresses", () => {
  it("is read between commas, semicolons and lines, with names, once each", () => {
    const list = [
      "ada@school.example, Ben Holt <ben@school.example>;cy@school.example",
      "",
      '"Doe, Jane" <jane@school.example>, Roe, Max <max@school.example>',
      "ADA@School.example\r\neve@school.example fay@school.example\t",
      "<gus@school.example>;;,",
    ].join("\n");
    expect(readAddresses(list)).toEqual({
      addresses: ["ada", "ben", "cy", "jane", "max", "eve", "fay", "gus"].map(
        (name) => `${name}@school.example`,
      ),
      wrong: [],
    });
  });

  it("says of each entry that is wrong where it stands, what it is and why; the others are read all the same", () => {
    const list =
      "ada@school.example, staff room\nben@\n\nBen Holt <ben at school>; x@y@z.example, cy@school.example";
    expect(readAddresses(list)).toEqual({
      addresses: ["ada@school.example", "cy@school.example"],
      wrong: [
        { line: 1, text: "staff room", why: "networks_address_none" },
        { line: 2, text: "ben@", why: "networks_address_odd" },
        { line: 4, text: "Ben Holt <ben at school>", why: "networks_address_none" },
        { line: 4, text: "x@y@z.example", why: "networks_address_odd" },
      ],
    });
  });

  it("never yields what a mail header could be smuggled through", () => {
    const odd = [
      "a@b.example>\u0000",
      "a@b.example\u000bBcc: c@d.example",
      "<a@b.example>, <c@d.example",
      "a\u2028@b.example",
    ];
    for (const entry of odd) {
      for (const address of readAddresses(entry).addresses) expect(address).toMatch(/^[a-z@.]+$/);
    }
  });

  it("is read in no time, however long and hostile", () => {
    const longest = 30_000;
    for (const piece of ['"', "<", "@", " ", ",", "a@", '"a,', "<a@b>", "a b "]) {
      const { addresses } = readAddresses(piece.repeat(longest / piece.length));
      expect(addresses).toEqual([]);
    }
  }, 5_000);
});
