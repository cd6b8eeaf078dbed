import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMail } from "~/platform/mail/create-mail.server";
import { keepingMail, listKeptMails } from "~/platform/mail/kept.server";
import { DeliveryUnknown, type Letter, type Mail } from "~/platform/mail/mail.server";
import { smtpMail } from "~/platform/mail/smtp.server";
import { house } from "../support/house";

/** What reached somebody: an envelope and what a mail program would show. */
type Delivered = { recipients: string[]; subject: string; text: string; html: string };

type Post = { name: string; open: () => Promise<{ mail: Mail; delivered: () => Promise<Delivered[]> }> };

const kept: Post = {
  name: "kept mails",
  async open() {
    const { services } = await house();
    const delivered = async () =>
      (await listKeptMails(services.db))
        .reverse()
        .map(({ recipient, subject, text, html }) => ({ recipients: [recipient], subject, text, html }));
    return { mail: keepingMail(services.db), delivered };
  },
};

const raw: string[] = [];

const smtp: Post = {
  name: "SMTP",
  async open() {
    const received: Delivered[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const source = Buffer.concat(chunks).toString("utf8");
          raw.push(source);
          received.push({
            recipients: session.envelope.rcptTo.map(({ address }) => address),
            ...read(source),
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as AddressInfo;
    const config = {
      mailFrom: "Staffroom <no-reply@staffroom.example>",
      appUrl: "https://staffroom.example",
    };
    const mail = smtpMail(`smtp://127.0.0.1:${port}`, config);
    closers.push(async () => {
      await mail.close();
      await new Promise<void>((resolve) => server.close(resolve));
    });
    return { mail, delivered: async () => received };
  },
};

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

const letter = (more: Partial<Letter> = {}): Letter => ({
  to: "teacher@example.org",
  subject: "A subject",
  text: "Hello\n\nthere\n",
  html: "<p>Hello</p>",
  id: "letter-1",
  ...more,
});

describe.each([kept, smtp])("mail by $name", ({ open }) => {
  let mail: Mail;
  let delivered: () => Promise<Delivered[]>;
  beforeAll(async () => {
    ({ mail, delivered } = await open());
  });

  const send = async (more: Partial<Letter>) => {
    const before = (await delivered()).length;
    await mail.send(letter(more));
    return (await delivered()).slice(before);
  };

  it("delivers one letter to one person, as text and as HTML", async () => {
    const all = await send({});
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ recipients: ["teacher@example.org"], subject: "A subject" });
    expect(all[0]?.text.trim()).toBe("Hello\n\nthere");
    expect(all[0]?.html.trim()).toBe("<p>Hello</p>");
  });

  it("carries every alphabet", async () => {
    const [one] = await send({
      subject: "Bienvenue à Kâmpóng Cham កំពង់ចាម",
      text: "ស្វាគមន៍",
      html: "<p>ស្វាគមន៍ é</p>",
    });
    expect(one?.subject).toBe("Bienvenue à Kâmpóng Cham កំពង់ចាម");
    expect(one?.text.trim()).toBe("ស្វាគមន៍");
    expect(one?.html.trim()).toBe("<p>ស្វាគមន៍ é</p>");
  });

  it("keeps a subject on its line", async () => {
    const [one] = await send({ subject: "Hello\r\nBcc: victim@example.org\r\n\r\nother body\u0000" });
    expect(one?.recipients).toEqual(["teacher@example.org"]);
    expect(one?.subject).toBe("Hello Bcc: victim@example.org other body ".trimEnd());
    expect(one?.text.trim()).toBe("Hello\n\nthere");
  });

  it("cuts a subject that never ends", async () => {
    const [one] = await send({ subject: "long ".repeat(500) });
    expect(one?.subject.length).toBeLessThanOrEqual(300);
  });

  it.each([
    "teacher@example.org\r\nBcc: victim@example.org",
    "teacher@example.org, victim@example.org",
    "teacher@example.org victim@example.org",
    "Teacher <victim@example.org>",
    "teacher",
    "",
  ])("refuses to write to %j", async (to) => {
    const before = (await delivered()).length;
    await expect(mail.send(letter({ to }))).rejects.toThrow("not one mail address");
    expect(await delivered()).toHaveLength(before);
  });

  it("delivers a letter that has to arrive once again only where it would not be recognised", async () => {
    const before = (await delivered()).length;
    for (let n = 0; n < 2; n++) await mail.send(letter({ id: "only-once", once: true }));
    expect(await delivered()).toHaveLength(before + (mail.recognisesRepeats ? 1 : 2));
  });

  it("delivers many at once", async () => {
    const before = (await delivered()).length;
    const many = Array.from({ length: 20 }, (_, i) =>
      mail.send(letter({ to: `t${i}@example.org`, id: `many-${i}` })),
    );
    await Promise.all(many);
    const to = (await delivered()).slice(before).flatMap(({ recipients }) => recipients);
    expect(new Set(to).size).toBe(20);
  });
});

describe("SMTP alone", () => {
  it("says who sent it, that a machine did, and the same id for the same letter", () => {
    expect(raw[0]).toMatch(/^From: Staffroom <no-reply@staffroom\.example>$/m);
    expect(raw[0]).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(raw[0]).toMatch(/^Message-ID: <letter-1@staffroom\.example>$/m);
  });

  it("tells mail programs how to stop letters of a kind that can be stopped", async () => {
    const { mail } = await smtp.open();
    const before = raw.length;
    await mail.send(
      letter({ stopUrl: "https://staffroom.example/settings/saved-searches?a=\r\nBcc: x@y.org" }),
    );
    const [head = ""] = raw[before]!.split("\r\n\r\n");
    expect(head.replace(/\r\n[ \t]+/g, " ")).toMatch(
      /^List-Unsubscribe: <https:\/\/staffroom\.example\/settings\/saved-searches\?a=Bcc:%20x@y\.org>$/m,
    );
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(head).toMatch(/^Precedence: bulk\r?$/m);
    await mail.send(letter());
    expect(raw[before + 1]).not.toMatch(/List-Unsubscribe|Precedence/);
  });

  it("is tried again later when nobody answers", async () => {
    const mail = smtpMail("smtp://127.0.0.1:1", { mailFrom: "a@b.org", appUrl: "https://b.org" });
    const refusal = await mail.send(letter()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).not.toBeInstanceOf(DeliveryUnknown);
    await mail.close();
  });

  it("says so when the connection breaks before the answer comes, and does not send again by itself", async () => {
    let begun = 0;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData(stream) {
        begun += 1;
        stream.resume();
        stream.on("end", () => {
          for (const connection of server.connections) (connection as { close(): void }).close();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as AddressInfo;
    const mail = smtpMail(`smtp://127.0.0.1:${port}`, { mailFrom: "a@b.org", appUrl: "https://b.org" });
    await expect(mail.send(letter())).rejects.toThrow(DeliveryUnknown);
    expect(begun).toBe(1);
    await mail.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it("takes a clear refusal for what it is", async () => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })),
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as AddressInfo;
    const mail = smtpMail(`smtp://127.0.0.1:${port}`, { mailFrom: "a@b.org", appUrl: "https://b.org" });
    const refusal = await mail.send(letter()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ responseCode: 550 });
    expect(refusal).not.toBeInstanceOf(DeliveryUnknown);
    await mail.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it("is used where it is configured", async () => {
    const { services } = await house();
    const before = (await listKeptMails(services.db)).length;
    const mail = createMail({ ...services.config, smtpUrl: "smtp://127.0.0.1:1" }, services.db);
    await expect(mail.send(letter())).rejects.toThrow();
    expect(await listKeptMails(services.db)).toHaveLength(before);
    await mail.close();
  });
});

/** Enough of RFC 5322, 2045 and 2047 to read what nodemailer writes. */
function read(source: string): Omit<Delivered, "recipients"> {
  const [head = ""] = source.split("\r\n\r\n");
  const header = (of: string, name: string) =>
    new RegExp(`^${name}: (.*)$`, "im").exec(of.replace(/\r\n[ \t]+/g, " "))?.[1] ?? "";
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? "";
  const parts = source.split(`--${boundary}`).slice(1, -1);
  const body = (type: string) => {
    const part = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? "";
    const [partHead = "", ...rest] = part.trimStart().split("\r\n\r\n");
    return decode(rest.join("\r\n\r\n"), header(partHead, "Content-Transfer-Encoding")).replaceAll(
      "\r\n",
      "\n",
    );
  };
  return { subject: decodeWords(header(head, "Subject")), text: body("text/plain"), html: body("text/html") };
}

function decode(text: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return text;
  return quotedPrintable(text.replace(/=\r\n/g, ""));
}

const quotedPrintable = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : quotedPrintable(word.replaceAll("_", " ")),
    );
