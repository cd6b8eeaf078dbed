import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lettersOf } from "~/features/networks/letters.server";
import { inviteByLetter } from "~/features/networks/operations/invite-by-letter.server";
import { noteBounce, stoppedSince } from "~/platform/mail/bounces.server";
import { createMail } from "~/platform/mail/create-mail.server";
import type { Mail } from "~/platform/mail/mail.server";
import { isOurMessageId } from "~/platform/mail/message-id.server";
import { houseSecret } from "~/platform/secrets/house-secret.server";
import { auditEntries, mailBounces } from "~db/schema";
import { makeCoordinator, makeNetwork } from "../../factories/networks";
import { makePerson, PASSWORD } from "../../factories/people";
import { type House, house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { site } from "../../support/site";
import { tokenIn } from "./post";

let at: House;
let url: string;
let mail: Mail;
const received: string[] = [];
/** What the mail server says to a recipient, by its name; nothing is yes. */
const replies: Record<string, [number, string]> = {
  gone: [550, "5.1.1 no such mailbox"],
  plain: [550, "no such mailbox"],
  hated: [550, "5.7.1 your server is on a list"],
  later: [450, "4.2.0 come again"],
};
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo({ address }, _session, done) {
    const reply = replies[address.split("@")[0]!];
    done(reply && Object.assign(new Error(reply[1]), { responseCode: reply[0] }));
  },
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      received.push(Buffer.concat(chunks).toString("utf8"));
      done();
    });
  },
});

beforeAll(async () => {
  at = await house();
  url = (await site()).url;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  mail = createMail({ ...at.services.config, smtpUrl: `smtp://127.0.0.1:${port}` }, at.services.db);
});
afterAll(async () => {
  await mail.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

const send = (to: string) => mail.send({ to, id: "letter-1", subject: "A", text: "a", html: "<p>a</p>" });
const rowOf = async (address: string) =>
  (await at.services.db.select().from(mailBounces).where(eq(mailBounces.address, address)))[0] ?? null;
const back = { kind: "permanent", code: "5.1.1", said: "550 no such mailbox" } as const;

describe("sending", () => {
  it.each(["gone@school.example", "plain@school.example"])(
    "is done with for %s, and written down",
    async (to) => {
      await send(to);
      expect(await rowOf(to)).toMatchObject({ kind: "permanent", count: 1 });
      expect((await rowOf(to))!.said).toContain("no such mailbox");
    },
  );

  it.each(["hated@school.example", "later@school.example"])(
    "is tried again for %s, and nothing is written down",
    async (to) => {
      await expect(send(to)).rejects.toThrow();
      expect(await rowOf(to)).toBeNull();
    },
  );

  it("signs the Message-ID for the address it goes to", async () => {
    await send("here@school.example");
    const messageId = /^Message-ID: (<.+>)\r$/im.exec(received.at(-1)!.replace(/\r\n[ \t]+/g, " "))![1]!;
    const secret = await houseSecret(at.services.db);
    expect(isOurMessageId(secret, messageId, "Here@school.example")).toBe(true);
    expect(isOurMessageId(secret, messageId, "gone@school.example")).toBe(false);
  });
});

describe("a person whose mail came back", () => {
  async function signedIn() {
    const person = await makePerson(at.services);
    const browser = httpBrowser(url);
    await browser.post("/sign-in", { email: person.email, password: PASSWORD, next: "/" });
    await noteBounce(at.services.db, person.email, back);
    return { person, browser };
  }

  it("is told on every page, nobody else is, and lets it be tried again", async () => {
    const { person, browser } = await signedIn();
    const page = await browser.get("/packs");
    expect(page.body).toContain("came back on");
    expect(page.body).toContain(person.email);
    const other = await makePerson(at.services);
    const others = httpBrowser(url);
    await others.post("/sign-in", { email: other.email, password: PASSWORD, next: "/" });
    expect((await others.get("/packs")).body).not.toContain("came back on");
    const again = await browser.post("/settings/email", { intent: "again" });
    expect(again.location).toBe("/settings/email?done=again");
    expect((await browser.get("/packs")).body).not.toContain("came back on");
    const acts = await at.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, person.id));
    expect(acts.map(({ act }) => act)).toEqual(["mail tried again"]);
  });

  it("still gets letters they ask for, and answering one says that the address works", async () => {
    const { person } = await signedIn();
    const browser = httpBrowser(url);
    await browser.post("/reset-password", { email: person.email });
    await at.runJobs();
    const letter = (await at.mails()).find(({ recipient }) => recipient === person.email);
    await browser.post("/reset-password", { token: tokenIn(letter!), password: "a whole new password" });
    expect(await stoppedSince(at.services.db, person.email)).toBeNull();
  });

  it("is on the administrators' list", async () => {
    const { person } = await signedIn();
    const admin = await makePerson(at.services, { siteRoles: ["administrator"] });
    const browser = httpBrowser(url);
    await browser.post("/sign-in", { email: admin.email, password: PASSWORD, next: "/" });
    const page = await browser.get("/admin/bounces");
    expect(page.body).toContain(person.email);
    expect(page.body).toContain("550 no such mailbox");
  });
});

it("an invitation that came back is marked in the list of letters", async () => {
  const network = await makeNetwork(at.services);
  const lead = await makeCoordinator(at.services, network.slug);
  const [gone, fine] = ["nobody@school.example", "somebody@school.example"];
  await inviteByLetter(at.services, lead, { slug: network.slug, addresses: [gone!, fine!] });
  await at.runJobs();
  await noteBounce(at.services.db, gone!, back);
  const letters = await lettersOf(at.services.db, network.id, 1, new Date());
  const states = Object.fromEntries(letters.map(({ email, state }) => [email, state]));
  expect(states).toEqual({ [gone!]: "back", [fine!]: "sent" });
});
