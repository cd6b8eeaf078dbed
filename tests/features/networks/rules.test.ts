import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appointForm } from "~/features/networks/appointing";
import { packMap, unpackMap } from "~/features/networks/map-rows";
import { LONGEST, networksPath, paragraphsOf, slugOf } from "~/features/networks/network";
import { finderQuery, networkForm } from "~/features/networks/network-form";
import {
  mayAppoint,
  mayClose,
  mayCoordinate,
  mayCreateNetwork,
  mayEndAppointment,
  mayJoin,
  mayLeave,
  mayRequest,
  maySeeMembers,
  mayWithdraw,
  outsider,
  type Standing,
} from "~/features/networks/permissions";
import { daysBetween, holdsOn, latestEnd, usualEnd, whyNeeded, yearsLater } from "~/features/networks/term";
import { type Actor, type Person, visitor } from "~/platform/services/actor";

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("terms", () => {
  it("hold from their first to their last day, unless they were ended", () => {
    fc.assert(
      fc.property(day, day, day, fc.boolean(), (a, b, today, ended) => {
        const [startsOn, endsOn] = [a, b].sort() as [string, string];
        const appointment = { duty: "lead" as const, startsOn, endsOn, endedAt: ended ? new Date() : null };
        expect(holdsOn(appointment, today)).toBe(!ended && today >= startsOn && today <= endsOn);
      }),
    );
  });

  it("are proposed for at least a year, and at most for as long as they may be", () => {
    fc.assert(
      fc.property(day, (today) => {
        expect(usualEnd(today) >= yearsLater(today, 1)).toBe(true);
        expect(usualEnd(today) <= latestEnd(today)).toBe(true);
      }),
    );
    expect(yearsLater("2028-02-29", 1)).toBe("2029-02-28");
    expect(yearsLater("2028-02-29", 4)).toBe("2032-02-29");
  });

  it("a network cannot do without its lead, nor without its last coordinator", () => {
    const lead = { personId: "l", duty: "lead" as const };
    const deputy = { personId: "d", duty: "deputy" as const };
    expect(whyNeeded([lead, deputy], "l")).toBe("lead");
    expect(whyNeeded([lead, deputy], "d")).toBeNull();
    expect(whyNeeded([deputy], "d")).toBe("last");
    expect(whyNeeded([deputy], "somebody")).toBeNull();
  });

  it("days are counted whole", () => {
    expect(daysBetween(new Date("2026-03-01T12:00Z"), new Date("2026-03-03T11:59Z"))).toBe(1);
    expect(daysBetween(new Date("2026-03-03"), new Date("2026-03-01"))).toBe(0);
  });
});

describe("addresses", () => {
  it("are made of any name and always fit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(LONGEST.slug);
      }),
    );
    expect(slugOf("Île-de-France Nord")).toBe("ile-de-france-nord");
    expect(slugOf("King’s Lynn & Fens")).toBe("kings-lynn-fens");
    expect(slugOf("Großenhain")).toBe("grossenhain");
    expect(slugOf("កំពង់ចាម")).toBe("");
  });

  it("leave out what is empty", () => {
    expect(networksPath({ near: "", place: "" })).toBe("/networks");
    expect(networksPath({ near: "NG7 2RD", place: "" })).toBe("/networks?near=NG7+2RD");
  });

  it("with nonsense in them count as unset", () => {
    expect(finderQuery.parse({ country: "gb", page: "-3" })).toEqual({
      near: "",
      place: "",
      country: "",
      page: 1,
    });
    expect(finderQuery.parse({ near: "x".repeat(500) }).near).toHaveLength(100);
  });
});

describe("forms", () => {
  const form = {
    name: " Trent  Valley ",
    country: "GB",
    place: "Nottingham",
    summary: "Teachers along the river.",
    joinPolicy: "open",
  };

  it("tidy what they take and refuse what nobody could read", () => {
    expect(networkForm.parse(form)).toMatchObject({
      name: "Trent Valley",
      slug: "",
      leadEmail: "",
      description: "",
    });
    for (const wrong of [
      { name: " " },
      { name: "a\u202eb" },
      { slug: "No Good" },
      { slug: "new" },
      { joinPolicy: "x" },
    ]) {
      expect(networkForm.safeParse({ ...form, ...wrong }).success).toBe(false);
    }
  });

  it("take days that are in the calendar only", () => {
    const input = { personId: "0197f2f4-9b3a-7cc0-8b0a-0242ac120002", duty: "deputy" };
    expect(appointForm.safeParse({ ...input, endsOn: "2027-08-31" }).success).toBe(true);
    for (const endsOn of ["2027-02-30", "31.8.2027", "", undefined]) {
      expect(appointForm.safeParse({ ...input, endsOn }).success).toBe(false);
    }
  });

  it("paragraphs are parted by blank lines", () => {
    expect(paragraphsOf("One\ntwo\n\n \nThree\n")).toEqual(["One\ntwo", "Three"]);
  });
});

describe("a packed map", () => {
  const square = fc.record({ column: fc.nat(20), row: fc.nat(20) });
  const key = ({ column, row }: { column: number; row: number }) => `${column} ${row}`;

  it("unpacks to the same squares, land only where there are none", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(square, { selector: key }),
        fc.uniqueArray(square, { selector: key }),
        (places, land) => {
          const squares = places.map((place, index) => ({
            ...place,
            weight: (index % 5) as 0 | 1 | 2 | 3 | 4,
          }));
          const unpacked = unpackMap(packMap({ columns: 21, rows: 21, squares, land }));
          const covered = new Set(squares.map(key));
          expect(new Set(unpacked.squares.map((it) => `${key(it)} ${it.weight}`))).toEqual(
            new Set(squares.map((it) => `${key(it)} ${it.weight}`)),
          );
          expect(new Set(unpacked.land.map(key))).toEqual(
            new Set(land.map(key).filter((it) => !covered.has(it))),
          );
        },
      ),
    );
  });
});

describe("who may do what", () => {
  const person = (id: string, siteRoles: Person["siteRoles"] = []): Person => ({
    kind: "person",
    id,
    name: id,
    email: `${id}@example.org`,
    emailVerified: true,
    siteRoles,
    rolesWait: false,
    schoolId: null,
    locale: null,
  });
  const appointed = (duty: "lead" | "deputy", endsOn: string): Standing => ({
    member: true,
    waiting: false,
    appointment: { duty, startsOn: "2026-01-01", endsOn, endedAt: null },
  });
  const today = "2026-06-01";
  const active = { state: "active" } as const;
  const roles: Record<string, [Actor, Standing]> = {
    visitor: [visitor, outsider],
    outsider: [person("o"), outsider],
    waiting: [person("w"), { ...outsider, waiting: true }],
    member: [person("m"), { ...outsider, member: true }],
    deputy: [person("d"), appointed("deputy", "2026-06-01")],
    lead: [person("l"), appointed("lead", "2026-12-31")],
    formerLead: [person("f"), appointed("lead", "2026-05-31")],
    librarian: [person("b", ["librarian"]), outsider],
    administrator: [person("a", ["administrator"]), outsider],
  };
  const actions: Record<string, (actor: Actor, standing: Standing) => boolean> = {
    join: (actor, standing) => mayJoin(actor, { ...active, joinPolicy: "open" }, standing),
    request: (actor, standing) => mayRequest(actor, { ...active, joinPolicy: "request" }, standing),
    withdraw: mayWithdraw,
    leave: mayLeave,
    seeMembers: maySeeMembers,
    coordinate: (actor, standing) => mayCoordinate(actor, standing, today),
    close: (actor, standing) => mayClose(actor, standing, today),
    appoint: (actor, standing) => mayAppoint(actor, standing, today),
    endAnothers: (actor, standing) => mayEndAppointment(actor, standing, today, "somebody"),
    endOwn: (actor, standing) =>
      mayEndAppointment(actor, standing, today, actor.kind === "person" ? actor.id : ""),
    create: mayCreateNetwork,
  };
  const allowed: Record<string, string[]> = {
    visitor: [],
    outsider: ["join", "request"],
    waiting: ["join", "withdraw"],
    member: ["leave", "seeMembers"],
    deputy: ["leave", "seeMembers", "coordinate", "endOwn"],
    lead: ["leave", "seeMembers", "coordinate", "close", "appoint", "endAnothers", "endOwn"],
    formerLead: ["leave", "seeMembers"],
    librarian: ["join", "request"],
    administrator: [
      "join",
      "request",
      "seeMembers",
      "coordinate",
      "close",
      "appoint",
      "endAnothers",
      "endOwn",
      "create",
    ],
  };

  it.each(Object.keys(roles))("%s", (role) => {
    const [actor, standing] = roles[role]!;
    const may = Object.keys(actions).filter((action) => actions[action]!(actor, standing));
    expect(may).toEqual(allowed[role]);
  });

  it("nobody joins or asks in a network that is dormant or closed, everybody may in one that is starting", () => {
    for (const [actor, standing] of Object.values(roles)) {
      for (const state of ["dormant", "closed"] as const) {
        expect(mayJoin(actor, { joinPolicy: "open", state }, standing)).toBe(false);
        expect(mayRequest(actor, { joinPolicy: "request", state }, standing)).toBe(false);
      }
    }
    expect(mayJoin(person("o"), { joinPolicy: "open", state: "starting" }, outsider)).toBe(true);
  });

  it("nobody joins or asks where the policy is another", () => {
    for (const [actor, standing] of Object.values(roles)) {
      expect(mayJoin(actor, { ...active, joinPolicy: "request" }, standing)).toBe(false);
      expect(mayRequest(actor, { ...active, joinPolicy: "closed" }, standing)).toBe(false);
    }
  });
});
