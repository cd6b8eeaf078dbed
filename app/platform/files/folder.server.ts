import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { oneLine } from "../errors/cause";
import { checkedKey, type Files, FilesUnavailable } from "./files.server";

/** Files in a folder of this machine. @param root made when the first file comes */
export function folderFiles(root: string): Files {
  const pathOf = (key: string) => path.join(root, ...checkedKey(key).split("/"));
  return {
    async put(key, bytes) {
      const file = pathOf(key);
      // One name for each key, so that what a dying process left is found by `remove`.
      const part = partOf(file);
      await failing(async () => {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        try {
          await writeThrough(part, bytes);
          await rename(part, file);
        } catch (error) {
          await rm(part, { force: true });
          throw error;
        }
      });
    },
    async get(key) {
      const file = pathOf(key);
      return failing(async () => {
        const handle = await unlessMissing(open(file, "r"));
        if (!handle) return null;
        const { size } = await handle.stat();
        return { size, stream: handle.createReadStream() };
      });
    },
    async remove(key) {
      const file = pathOf(key);
      await failing(async () => {
        await rm(file, { force: true });
        await rm(partOf(file), { force: true });
      });
    },
    async exists(key) {
      const file = pathOf(key);
      return failing(async () => (await unlessMissing(stat(file))) !== null);
    },
  };
}

const partOf = (file: string) => `${file}.part`;

/** On the disk when it returns: a file that was acknowledged outlives a power cut. */
async function writeThrough(file: string, bytes: Uint8Array) {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<Found>(looking: Promise<Found>): Promise<Found | null> {
  try {
    return await looking;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

async function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new FilesUnavailable(oneLine(error), { cause: error });
  }
}
