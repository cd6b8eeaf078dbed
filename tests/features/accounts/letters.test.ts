import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sendReset } from "~/features/accounts/emails/reset.server";
import { sendVerification } from "~/features/accounts/emails/verification.server";
import { writeToPerson } from "~/features/accounts/index.server";
import { writeLetter } from "~/platform/mail/letter.server";
import type { Services } from "~/platform/services/services.server";
import { emailTokens } from "~db/schema";
import { makePerson } from "../../factories/people";
import { type House, house } from "../../support/house";

let at: House;
let services: Services;
beforeAll(async () => {
  at = await house();
  services = at.services;
});

describe("a letter", () => {
  it("says the same as text and as HTML", () => {
    const letter = writeLetter({
      subject: "A subject",
      greeting: "Hello Tom,",
      paragraphs: ["one", "two\nlines"],
      button: { label: "Press", url: "http://localhost:3000/x?a=1&b=2" },
    });
    expect(letter.subject).toBe("A subject");
    expect(letter.text).toBe(
      "Hello Tom,\n\none\n\ntwo\nlines\n\nPress\nhttp://localhost:3000/x?a=1&b=2\n\n-- \nStaffroom\n",
    );
    for (const part of [
      "Hello Tom,",
      "one",
      "two<br>lines",
      "Press",
      'href="http://localhost:3000/x?a=1&amp;b=2"',
    ]) {
      expect(letter.html).toContain(part);
    }
    expect(letter.html).toContain("prefers-color-scheme:dark");
  });

  it("shows what people wrote letter by letter", () => {
    const nasty = `<img src=x onerror=alert(1)>"'&`;
    const button = { label: nasty, url: `http://localhost:3000/"><script>` };
    const { html } = writeLetter({ subject: nasty, greeting: nasty, paragraphs: [nasty], button });
    expect(html).not.toMatch(/<img|<script|<\/title><img/);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
  });
});

describe("letters to people", () => {
  it("go out in the person's language, and to nobody who is gone", async () => {
    const person = await makePerson(services, { locale: "fr" });
    const content = ({ name }: { name: string }) => ({ subject: "S", greeting: name, paragraphs: ["p"] });
    await writeToPerson(services, person.id, "x-1", content);
    await writeToPerson(services, "01930000-0000-7000-8000-000000000000", "x-2", content);
    const mails = await at.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ recipient: person.email, subject: "S" });
    expect(mails[0]?.html).toContain('<html lang="fr">');
  });

  it("with a link are not sent where there is nothing to do", async () => {
    const person = await makePerson(services);
    const before = (await at.mails()).length;
    await sendVerification(services, { personId: person.id });
    await sendReset(services, { personId: "01930000-0000-7000-8000-000000000000" });
    expect(await at.mails()).toHaveLength(before);
  });

  it("leave no token behind that could not be sent", async () => {
    const person = await makePerson(services);
    const down = {
      ...services,
      mail: {
        send: () => Promise.reject(new Error("down")),
        close: async () => undefined,
        recognisesRepeats: false,
      },
    };
    await expect(sendReset(down, { personId: person.id })).rejects.toThrow("down");
    expect(await services.db.select().from(emailTokens).where(eq(emailTokens.personId, person.id))).toEqual(
      [],
    );
  });
});
