import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { S3mini } from "s3mini";
import type { Config } from "../config/config.server";
import { oneLine } from "../errors/cause";
import { checkedKey, type Files, FilesUnavailable } from "./files.server";

/** Milliseconds after which a request to the store is given up. */
const PATIENCE = 20_000;

/** Files in a bucket of an S3 store, addressed by path, as every such store understands. The bucket must be there. */
export function s3Files({ endpoint, bucket, ...rest }: NonNullable<Config["s3"]>): Files {
  const store = new S3mini({
    ...rest,
    endpoint: `${endpoint.replace(/\/+$/, "")}/${bucket}`,
    requestAbortTimeout: PATIENCE,
  });
  return {
    async put(key, bytes) {
      checkedKey(key);
      await failing(() => store.putObject(key, Buffer.from(bytes), "application/octet-stream"));
    },
    async get(key) {
      checkedKey(key);
      return failing(async () => {
        const answer = await store.getObjectResponse(key);
        if (!answer?.body) return null;
        return {
          size: Number(answer.headers.get("Content-Length")),
          stream: Readable.fromWeb(answer.body as ReadableStream),
        };
      });
    },
    async remove(key) {
      checkedKey(key);
      await failing(() =>
        // Some stores say that what is not there is not there; that is what was wanted.
        store.deleteObject(key).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        }),
      );
    },
    async exists(key) {
      checkedKey(key);
      return failing(async () => (await store.objectExists(key)) === true);
    },
  };
}

const isMissing = (error: unknown) => {
  const { status, serviceCode } = error as { status?: number; serviceCode?: string };
  return status === 404 && serviceCode !== "NoSuchBucket";
};

async function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new FilesUnavailable(oneLine(error), { cause: error });
  }
}
