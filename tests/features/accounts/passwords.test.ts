import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signUpForm } from "~/features/accounts/account";
import { newPassword, passwordWeakness } from "~/features/accounts/password";

const owner = { name: "Samira Okafor", email: "s.okafor@example.org" };

describe("a new password", () => {
  it.each([
    ["ten letters", "tenletters", true],
    ["nine", "ninechars", false],
    ["ten characters of two units each", "🧪".repeat(10), true],
    ["nine such characters", "🧪".repeat(9), false],
    ["two hundred", "ab".repeat(100), true],
    ["two hundred and one", `${"ab".repeat(100)}c`, false],
  ])("may have %s: %s", (_what, password, accepted) => {
    expect(newPassword.safeParse(password).success).toBe(accepted);
  });

  it.each([
    "s.okafor@example.org",
    "S.Okafor@Example.org",
    "SamiraOkafor",
    "samira okafor",
    "samira.okafor2024",
    "sokafor12345",
  ])("is refused when it is the person's own: %s", (password) => {
    expect(passwordWeakness(password, owner)).toBe("accounts_password_own");
  });

  it.each([
    "password123",
    "Password2026!",
    "qwertyuiop",
    "1234567890",
    "0987654321",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "abcdefghijklm",
    "Staff Room 1",
    "motdepasse1",
  ])("is refused when it is guessed first: %s", (password) => {
    expect(passwordWeakness(password, owner)).toBe("accounts_password_common");
  });

  it.each(["correct horse battery", "staffroom-demo", "le chat dort sous la table", "x7#kP!2mQz"])(
    "may be %s",
    (password) => {
      expect(passwordWeakness(password, owner)).toBeNull();
    },
  );

  it("is judged in bounded time whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 10, maxLength: 200 }), (password) => {
        const weakness = passwordWeakness(password, owner);
        expect([null, "accounts_password_own", "accounts_password_common"]).toContain(weakness);
      }),
    );
  });
});

describe("a name", () => {
  const parse = (name: string) =>
    signUpForm.safeParse({ name, email: "a@example.org", password: "correct horse" });

  it.each(["Siân O’Connor-Lloyd", "J. R. R. Tolkien", "St.John Smythe", "លក្ខិណា ចាន់", "李小龙", "Ng"])(
    "may be %s",
    (name) => {
      expect(parse(name).data?.name).toBe(name);
    },
  );

  it("is kept in one line with single spaces", () => {
    expect(parse("  Tom \n\t Beckett ").data?.name).toBe("Tom Beckett");
  });

  it.each([
    "",
    "   ",
    "12345",
    "win at http://evil.example",
    "evil.example",
    "a@b",
    "<b>Tom</b>",
    "Tom\u202Emot",
    "x".repeat(101),
  ])("may not be %j", (name) => {
    expect(parse(name).success).toBe(false);
  });
});

it("takes an address in any case and keeps it in lower case", () => {
  const parsed = signUpForm.parse({ name: "Tom", email: " Tom@Example.ORG ", password: "correct horse" });
  expect(parsed.email).toBe("tom@example.org");
});

it.each([
  "a@b.c\r\nBcc: x@example.org",
  "a@b.c,d@e.f",
  "a b@example.org",
  "a@localhost",
  `${"a".repeat(250)}@b.org`,
])("refuses the address %j", (email) => {
  expect(signUpForm.safeParse({ name: "Tom", email, password: "correct horse" }).success).toBe(false);
});
