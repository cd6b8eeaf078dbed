import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Files, FilesUnavailable } from "~/platform/files/files.server";
import { folderFiles } from "~/platform/files/folder.server";
import { s3Files } from "~/platform/files/s3.server";

const root = await mkdtemp(path.join(os.tmpdir(), "staffroom-files-"));
afterAll(() => rm(root, { recursive: true, force: true }));

const { TEST_S3_ENDPOINT, TEST_S3_BUCKET, TEST_S3_ACCESS_KEY_ID, TEST_S3_SECRET_ACCESS_KEY } = process.env;
const missing = TEST_S3_ENDPOINT
  ? ""
  : " (skipped: no S3 store, set TEST_S3_ENDPOINT, _BUCKET, _ACCESS_KEY_ID and _SECRET_ACCESS_KEY)";

const s3 = {
  endpoint: TEST_S3_ENDPOINT ?? "http://127.0.0.1:9",
  bucket: TEST_S3_BUCKET ?? "staffroom",
  region: "us-east-1",
  accessKeyId: TEST_S3_ACCESS_KEY_ID ?? "nobody",
  secretAccessKey: TEST_S3_SECRET_ACCESS_KEY ?? "nothing",
};

const places: { name: string; skipped: boolean; open: () => Files }[] = [
  { name: "a folder", skipped: false, open: () => folderFiles(path.join(root, "files")) },
  { name: `an S3 store${missing}`, skipped: missing !== "", open: () => s3Files(s3) },
];

for (const { name, skipped, open } of places) {
  describe.skipIf(skipped)(`files in ${name}`, () => {
    let files: Files;
    const keys: string[] = [];
    const fresh = () => {
      const key = `tests/${randomUUID()}-small.webp`;
      keys.push(key);
      return key;
    };
    const contentOf = async (key: string) => {
      const file = await files.get(key);
      return file && { size: file.size, bytes: await buffer(file.stream) };
    };

    beforeAll(() => {
      files = open();
    });
    afterAll(async () => {
      for (const key of keys) await files.remove(key);
    });

    it("gives back what was put, byte for byte", async () => {
      const key = fresh();
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
      expect(await files.exists(key)).toBe(false);
      await files.put(key, bytes);
      expect(await files.exists(key)).toBe(true);
      const found = await contentOf(key);
      expect(found?.size).toBe(bytes.length);
      expect(found?.bytes.equals(bytes)).toBe(true);
    });

    it("keeps an empty file", async () => {
      const key = fresh();
      await files.put(key, new Uint8Array());
      expect(await contentOf(key)).toEqual({ size: 0, bytes: Buffer.alloc(0) });
    });

    it("puts another in its place as a whole", async () => {
      const key = fresh();
      await files.put(key, Buffer.from("the first one, which is longer"));
      await files.put(key, Buffer.from("the second"));
      expect((await contentOf(key))?.bytes.toString()).toBe("the second");
    });

    it("has nothing under a key that was never put, or was removed, and removes it again quietly", async () => {
      const key = fresh();
      expect(await files.get(key)).toBeNull();
      await files.put(key, Buffer.from("here"));
      await files.remove(key);
      expect(await files.get(key)).toBeNull();
      expect(await files.exists(key)).toBe(false);
      await expect(files.remove(key)).resolves.toBeUndefined();
    });

    it.each([
      "../secrets/sealing-key",
      "photos/../../secrets.webp",
      "/etc/passwd",
      "photos//a.webp",
      "photos/a..webp",
      "photos\\a.webp",
      "photos/%2e%2e/a.webp",
      "photos/a.webp\0.txt",
      "photos/a.webp.part",
      "PHOTOS/A.webp",
      "photos/a",
      "",
      `photos/${"a".repeat(300)}.webp`,
    ])("takes %j for no key, whatever is asked", async (key) => {
      await expect(files.put(key, Buffer.from("x"))).rejects.toThrow(RangeError);
      await expect(files.get(key)).rejects.toThrow(RangeError);
      await expect(files.exists(key)).rejects.toThrow(RangeError);
      await expect(files.remove(key)).rejects.toThrow(RangeError);
    });
  });
}

describe("a folder", () => {
  it("leaves nothing half written behind, and removes what a dying process left", async () => {
    const folder = path.join(root, "halves");
    const files = folderFiles(folder);
    await files.put("photos/a.webp", Buffer.from("whole"));
    expect(await readdir(path.join(folder, "photos"))).toEqual(["a.webp"]);
    await writeFile(path.join(folder, "photos", "b.webp.part"), "half");
    expect(await files.get("photos/b.webp")).toBeNull();
    await files.remove("photos/b.webp");
    expect(await readdir(path.join(folder, "photos"))).toEqual(["a.webp"]);
  });

  it("says that it is unavailable where it cannot write, and keeps what was there", async () => {
    const folder = path.join(root, "no-folder");
    await writeFile(folder, "a file stands where the folder should be");
    await expect(folderFiles(folder).put("photos/a.webp", Buffer.from("x"))).rejects.toThrow(
      FilesUnavailable,
    );
    expect(await folderFiles(folder).get("photos/a.webp")).toBeNull();
  });

  // /dev/full answers every write like a full disk; only Linux has it.
  it.skipIf(process.platform !== "linux")("fails cleanly on a full disk", async () => {
    const folder = path.join(root, "full");
    const files = folderFiles(folder);
    await files.put("photos/a.webp", Buffer.from("before"));
    await symlink("/dev/full", path.join(folder, "photos", "a.webp.part"));
    await expect(files.put("photos/a.webp", Buffer.from("after"))).rejects.toThrow(FilesUnavailable);
    expect(await readdir(path.join(folder, "photos"))).toEqual(["a.webp"]);
    expect((await buffer((await files.get("photos/a.webp"))!.stream)).toString()).toBe("before");
  });
});

describe("an S3 store that is gone", () => {
  it("says that it is unavailable", async () => {
    const files = s3Files({ ...s3, endpoint: "http://127.0.0.1:9" });
    await expect(files.put("photos/a.webp", Buffer.from("x"))).rejects.toThrow(FilesUnavailable);
    await expect(files.get("photos/a.webp")).rejects.toThrow(FilesUnavailable);
    await expect(files.exists("photos/a.webp")).rejects.toThrow(FilesUnavailable);
    await expect(files.remove("photos/a.webp")).rejects.toThrow(FilesUnavailable);
  });
});
