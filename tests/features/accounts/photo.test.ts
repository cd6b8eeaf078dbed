import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { photoKey, savePhoto, wholeProfile } from "~/features/accounts/index.server";
import { removePhoto } from "~/features/accounts/profile/operations/remove-photo.server";
import { FilesUnavailable } from "~/platform/files/files.server";
import { beginFiles, sweepFiles, wantFiles } from "~/platform/files/ledger.server";
import { squarePictures } from "~/platform/pictures/square-picture.server";
import { system, visitor } from "~/platform/services/actor";
import { auditEntries, people, storedFiles } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { bomb, picture, picturePosition } from "../../support/pictures";

const { services, runJobs } = await house();
const { db, files } = services;

const photoOf = async (id: string) =>
  (await db.select({ photo: people.photo }).from(people).where(eq(people.id, id)))[0]!.photo;
const filesOf = (batch: string) => db.select().from(storedFiles).where(eq(storedFiles.batch, batch));
const save = async (person: Parameters<typeof savePhoto>[1], bytes: Uint8Array) =>
  savePhoto(services, person, { bytes });

describe("a picture becomes squares", () => {
  it.each(["jpeg", "png", "webp"] as const)("from a %s", async (kind) => {
    const [large, small] = await squarePictures(await picture(kind), [256, 96]);
    expect(await sharp(large).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width: 96, height: 96 });
  });

  it("upright, and without where it was taken or by whom", async () => {
    const taken = await picturePosition();
    expect(taken.includes("hidden words")).toBe(true);
    expect((await sharp(taken).metadata()).orientation).toBe(6);
    const [square] = await squarePictures(taken, [256]);
    const { exif, icc, xmp, iptc, orientation } = await sharp(square).metadata();
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    for (const word of ["hidden words", "Somebody Else", "Exif", "GPS"])
      expect(square!.includes(word)).toBe(false);
    // Its left half is red; turned upright that is the top.
    const { data } = await sharp(square)
      .extract({ left: 0, top: 0, width: 256, height: 20 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const red = data.reduce((sum, value, at) => (at % 3 === 0 ? sum + value : sum), 0) / (data.length / 3);
    expect(red).toBeGreaterThan(180);
  });

  it("and nothing else that the file carries", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>PK\x03\x04");
    const [square] = await squarePictures(Buffer.concat([await picture(), page]), [96]);
    expect(square!.includes("script")).toBe(false);
    expect(square!.subarray(0, 4).toString()).toBe("RIFF");
  });
});

describe("a file that is no photo is refused", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>`;
  it.each([
    ["an SVG, whatever its name says", async () => Buffer.from(svg), "accounts_photo_kind"],
    ["a GIF", async () => Buffer.from("GIF89a\x01\x00\x01\x00", "latin1"), "accounts_photo_kind"],
    ["a web page", async () => Buffer.from("<!doctype html><p>Hello"), "accounts_photo_kind"],
    [
      "an SVG behind the head of a PNG",
      async () => Buffer.from(`\x89PNG\r\n\x1a\n${svg}`, "latin1"),
      "accounts_photo_broken",
    ],
    [
      "an SVG behind the head of a WebP",
      async () => Buffer.from(`RIFF\x10\0\0\0WEBP${svg}`, "latin1"),
      "accounts_photo_broken",
    ],
    ["a JPEG that breaks off", async () => (await picture()).subarray(0, 9_000), "accounts_photo_broken"],
    ["a PNG that breaks off", async () => (await picture("png")).subarray(0, 9_000), "accounts_photo_broken"],
    ["a PNG of 2,500 million pixels", async () => bomb(50_000), "accounts_photo_pixels"],
    ["a PNG with fewer rows than it says", async () => bomb(5_000), "accounts_photo_broken"],
    ["nothing", async () => Buffer.alloc(0), "accounts_photo_missing"],
    ["more than 8 MB", async () => Buffer.alloc(8 * 1_048_576 + 1), "accounts_photo_large"],
  ])("%s", async (_name, bytes, code) => {
    const person = await makePerson(services);
    await expect(save(person, await bytes())).rejects.toMatchObject({ code, field: "photo" });
    expect(await photoOf(person.id)).toBeNull();
  });

  it("after twenty in an hour whatever it is", async () => {
    const person = await makePerson(services);
    const odd = Buffer.from("no picture");
    for (let tries = 0; tries < 20; tries++)
      await expect(save(person, odd)).rejects.toThrow("accounts_photo_kind");
    await expect(save(person, await picture())).rejects.toThrow("error_too_fast");
  });

  it.each([visitor, system])("of somebody without an account", async (actor) => {
    await expect(save(actor, await picture())).rejects.toThrow("error_not_allowed");
    await expect(removePhoto(services, actor)).rejects.toThrow("error_not_allowed");
  });
});

describe("photos and their files", () => {
  it("are kept in two sizes; the ones before go after the change", async () => {
    const person = await makePerson(services);
    await save(person, await picture());
    const first = (await photoOf(person.id))!;
    expect((await wholeProfile(db, person.id))?.photoKeys).toEqual([
      photoKey(first, "large"),
      photoKey(first, "small"),
    ]);
    await save(person, await picture("png"));
    const second = (await photoOf(person.id))!;
    expect(second).not.toBe(first);
    expect(await files.exists(photoKey(first, "small"))).toBe(true);
    await runJobs();
    for (const size of ["large", "small"] as const) {
      expect(await files.exists(photoKey(first, size))).toBe(false);
      expect(await files.exists(photoKey(second, size))).toBe(true);
    }
    expect(await filesOf(first)).toEqual([]);
    expect((await filesOf(second)).map(({ unwantedAt }) => unwantedAt)).toEqual([null, null]);
    await removePhoto(services, person);
    await removePhoto(services, person);
    await runJobs();
    expect(await photoOf(person.id)).toBeNull();
    expect(await files.exists(photoKey(second, "large"))).toBe(false);
    const trail = await db.select().from(auditEntries).where(eq(auditEntries.actorId, person.id));
    expect(trail.map(({ act }) => act)).toEqual(["photo changed", "photo changed", "photo removed"]);
  });

  it("go with the person, whoever deletes them", async () => {
    const person = await makePerson(services);
    await save(person, await picture());
    const batch = (await photoOf(person.id))!;
    await db.delete(people).where(eq(people.id, person.id));
    await sweepFiles(services);
    expect(await files.exists(photoKey(batch, "large"))).toBe(false);
    expect(await filesOf(batch)).toEqual([]);
  });

  it("of a process that died before anything named them go within the hour, and are not taken over later", async () => {
    const batch = randomUUID();
    const key = photoKey(batch, "small");
    await beginFiles(db, batch, [key]);
    await files.put(key, Buffer.from("half a change"));
    await sweepFiles(services);
    expect(await files.exists(key)).toBe(true);
    await db
      .update(storedFiles)
      .set({ unwantedAt: sql`now() - interval '1 second'` })
      .where(eq(storedFiles.batch, batch));
    await expect(transaction(db, (tx) => wantFiles(tx, batch))).rejects.toThrow("gone");
    await sweepFiles(services);
    expect(await files.exists(key)).toBe(false);
    expect(await filesOf(batch)).toEqual([]);
  });

  it("of a full disk: the one before stays, and what was begun is swept", async () => {
    const person = await makePerson(services);
    await save(person, await picture());
    const before = await photoOf(person.id);
    const full = {
      ...services,
      files: { ...files, put: () => Promise.reject(new FilesUnavailable("no space left")) },
    };
    const sent = savePhoto(full, person, { bytes: await picture() });
    await expect(sent).rejects.toMatchObject({ code: "accounts_photo_storage", field: "photo" });
    expect(await photoOf(person.id)).toBe(before);
    await expect(files.exists(photoKey(before!, "large"))).resolves.toBe(true);
  });

  it("two at once: one of them is shown, the other's files go", async () => {
    const person = await makePerson(services);
    await Promise.all([save(person, await picture()), save(person, await picture("webp"))]);
    await runJobs();
    const shown = (await photoOf(person.id))!;
    const left = await db.select().from(storedFiles).where(sql`unwanted_at is null`);
    expect(left.filter(({ batch }) => batch === shown)).toHaveLength(2);
    await sweepFiles(services);
    expect(await db.select().from(storedFiles).where(sql`unwanted_at <= now()`)).toEqual([]);
  });
});
