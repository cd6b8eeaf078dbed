import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

// AES-256-GCM: 12 bytes of nonce, 16 of tag. The key lies beside the database, never in it, so that a copy of the
// database alone opens nothing.
const NONCE = 12;
const TAG = 16;

const keys = new Map<string, Promise<Buffer>>();

/**
 * Encrypts a secret that must be read again.
 * @param folder DATA_DIR: the key is in `secrets/sealing-key` below it, made at first use
 * @param owner whom it belongs to; it opens for nobody else
 */
export async function seal(folder: string, text: string, owner: string): Promise<string> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", await keyOf(folder), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed. @throws when the key, the owner or the text is not the one it was sealed with */
export async function unseal(folder: string, sealed: string, owner: string): Promise<string> {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", await keyOf(folder), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return decipher.update(bytes.subarray(NONCE + TAG), undefined, "utf8") + decipher.final("utf8");
}

function keyOf(folder: string): Promise<Buffer> {
  const known = keys.get(folder);
  if (known) return known;
  const read = readOrMakeKey(path.join(folder, "secrets")).catch((error) => {
    keys.delete(folder);
    throw error;
  });
  keys.set(folder, read);
  return read;
}

async function readOrMakeKey(secrets: string): Promise<Buffer> {
  const file = path.join(secrets, "sealing-key");
  const existing = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (existing !== null) return keyFrom(existing, file);
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  // Whole or not there; of processes that start together, one makes it and the others read it.
  const draft = `${file}.${process.pid}-${randomBytes(6).toString("hex")}`;
  await writeFile(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return keyFrom(await readFile(file, "utf8"), file);
}

function keyFrom(text: string, file: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(text.trim()))
    throw new Error(`${file} is not a key: it must hold 64 hex digits`);
  return Buffer.from(text.trim(), "hex");
}
