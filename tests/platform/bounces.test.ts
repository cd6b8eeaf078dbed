import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_MESSAGE, takeBounceMessage } from "~/platform/mail/bounce-message.server";
import { forgetBounces, ignoredBounces, noteBounce, stoppedSince } from "~/platform/mail/bounces.server";
import { signedMessageId } from "~/platform/mail/message-id.server";
import { kindOfStatus, refusalOf } from "~/platform/mail/refusals";
import { houseSecret } from "~/platform/secrets/house-secret.server";
import { mailBounces } from "~db/schema";
import { readMessage } from "../../scripts/cli/message";
import { house } from "../support/house";

const { services } = await house();
const { db } = services;

let made = 0;
const someone = () => `somebody-${++made}@school.example`;
const rowOf = async (address: string) =>
  (await db.select().from(mailBounces).where(eq(mailBounces.address, address)))[0] ?? null;
const messageIdFor = async (address: string) =>
  `<${signedMessageId(await houseSecret(db), "news-1", address)}@localhost>`;

type Report = {
  messageId: string;
  to: string;
  recipient?: string;
  status?: string;
  action?: string;
  returned?: string;
};

/** A bounce as Postfix writes it. */
const report = ({ messageId, to, recipient = to, status = "5.1.1", action = "failed", returned }: Report) =>
  Buffer.from(
    [
      "From: MAILER-DAEMON@mx.example",
      "Subject: Undelivered Mail Returned to Sender",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"',
      "",
      "--edge",
      "Content-Type: text/plain",
      "",
      "I'm sorry to have to inform you …",
      "--edge",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 no such user",
      " here",
      "",
      "--edge",
      `Content-Type: ${returned ?? "message/rfc822"}`,
      "",
      `Message-ID: ${messageId}`,
      `To: ${to}`,
      "Subject: News",
      "",
      "Hello",
      "--edge--",
      "",
    ].join("\r\n"),
  );

describe("a message that was sent back", () => {
  it.each(["message/rfc822", "text/rfc822-headers"])("stops mail for good, with %s", async (returned) => {
    const to = someone();
    expect(await takeBounceMessage(db, report({ messageId: await messageIdFor(to), to, returned }))).toBe(
      true,
    );
    expect(await rowOf(to)).toMatchObject({
      ...{ kind: "permanent", code: "5.1.1", count: 1 },
      said: "smtp; 550 no such user here",
    });
    expect(await stoppedSince(db, to.toUpperCase())).toBeInstanceOf(Date);
  });

  it("counts for the address we wrote to where it was forwarded", async () => {
    const to = someone();
    const message = report({ messageId: await messageIdFor(to), to, recipient: "elsewhere@example.net" });
    expect(await takeBounceMessage(db, message)).toBe(true);
    expect(await rowOf(to)).not.toBeNull();
    expect(await rowOf("elsewhere@example.net")).toBeNull();
  });

  it("stops mail after five in a week that are not for good, and not before", async () => {
    const to = someone();
    const messageId = await messageIdFor(to);
    for (let n = 1; n <= 5; n++) {
      expect(await stoppedSince(db, to)).toBeNull();
      await takeBounceMessage(db, report({ messageId, to, status: "4.4.7" }));
    }
    expect(await stoppedSince(db, to)).toBeInstanceOf(Date);
    expect(await forgetBounces(db, to)).toBe(true);
    for (let n = 1; n <= 6; n++) {
      await takeBounceMessage(db, report({ messageId, to, status: "5.2.2" }));
      await db
        .update(mailBounces)
        .set({ firstAt: sql`${mailBounces.firstAt} - interval '2 days'` })
        .where(eq(mailBounces.address, to));
    }
    expect(await stoppedSince(db, to)).toBeNull();
  });

  it("is ignored and counted when somebody made it up", async () => {
    const [to, other] = [someone(), someone()];
    const messageId = await messageIdFor(to);
    const forged = [
      report({ messageId: `<news-1.${"A".repeat(43)}@localhost>`, to }),
      report({ messageId: "<news-1@localhost>", to }),
      // Who got a letter knows its id: it says nothing of anybody else.
      report({ messageId, to: other }),
      report({ messageId, to, action: "delayed" }),
      report({ messageId, to, status: "5.7.1" }),
      Buffer.from("Hello"),
      Buffer.alloc(0),
      Buffer.concat([report({ messageId, to }), Buffer.alloc(LONGEST_MESSAGE)]),
    ];
    const before = await ignoredBounces(db);
    for (const each of forged) expect(await takeBounceMessage(db, each)).toBe(false);
    expect(await ignoredBounces(db)).toBe(before + forged.length);
    expect([await rowOf(to), await rowOf(other)]).toEqual([null, null]);
  });

  it("breaks nothing, whatever it is", async () => {
    const to = someone();
    const honest = report({ messageId: "<x@y>", to }).toString("latin1");
    const cutUp = fc
      .tuple(fc.nat(honest.length), fc.nat(honest.length), fc.string())
      .map(([a, b, more]) => honest.slice(0, a) + more + honest.slice(b));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cutUp, fc.string()), async (text) => {
        expect(await takeBounceMessage(db, Buffer.from(text))).toBe(false);
      }),
      { numRuns: 100 },
    );
    const deep = `Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n`.repeat(3_000);
    expect(await takeBounceMessage(db, Buffer.from(deep))).toBe(false);
  });

  it("is read to its end and kept no longer than may be", async () => {
    const chunks = async function* () {
      for (let n = 0; n < 40; n++) yield Buffer.alloc(65_536, 97);
    };
    expect((await readMessage(chunks())).length).toBe(LONGEST_MESSAGE + 1);
  });
});

describe("what a status says of an address", () => {
  it.each([
    ...[
      ["5.1.1", "permanent"],
      ["5.1.2", "permanent"],
      ["5.2.1", "permanent"],
    ],
    ...[
      ["5.2.2", "transient"],
      ["4.4.7", "transient"],
      ["4.2.2", "transient"],
    ],
    ...[
      ["5.7.1", null],
      ["5.1.8", null],
      ["5.3.4", null],
      ["5.5.2", null],
      ["4.7.0", null],
      ["2.1.5", null],
      ["", null],
    ],
  ])("%s: %s", (status, kind) => expect(kindOfStatus(status!)).toBe(kind));

  it.each([
    [550, "550 no such user", "RCPT TO", "permanent"],
    [550, "550 5.1.1 no such user", "DATA", "permanent"],
    [550, "550 5.7.1 we do not like you", "RCPT TO", undefined],
    [554, "554 spam", "DATA", undefined],
    [552, "552 mailbox full", "RCPT TO", "transient"],
    [450, "450 4.2.0 come again", "RCPT TO", undefined],
    [535, "535 wrong password", "AUTH PLAIN", undefined],
  ])("%i %s at %s %s", (responseCode, response, command, kind) => {
    const error = Object.assign(new Error("no"), { responseCode, response, command });
    expect(refusalOf(error)?.bounce.kind).toBe(kind);
  });
});

it("keeps what a mail server says short and on its line", async () => {
  const to = someone();
  await noteBounce(db, to, { kind: "permanent", code: "5.1.1".repeat(50), said: "no\r\nno 😀".repeat(500) });
  const row = await rowOf(to);
  expect(row!.said).not.toMatch(/[\r\n]/);
  expect([...row!.said].length).toBeLessThanOrEqual(300);
});
