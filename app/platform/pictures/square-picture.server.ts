import pLimit from "p-limit";
import sharp from "sharp";

/** Most pixels a picture may have: those of the largest phones' ordinary photos, and a bit. */
const MOST_PIXELS = 60_000_000;

/** Seconds after which a picture is given up. */
const PATIENCE = 10;

// Only these three are ever decoded, whatever a file calls itself: an SVG could name other files.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
sharp.cache(false);
sharp.concurrency(1);

// Decoding takes memory: whoever comes third waits.
const turn = pLimit(2);

/** The bytes are no picture of ours, or one that is broken, cut off or larger than `MOST_PIXELS`. */
export class NotAPicture extends Error {
  constructor(
    readonly why: "kind" | "broken" | "pixels",
    options?: ErrorOptions,
  ) {
    super(`not a picture: ${why}`, options);
  }
}

/**
 * Squares of a JPEG, PNG or WebP, upright, as WebP. Made anew from the pixels: nothing else of the file is left, where it
 * was taken least of all.
 * @param sizes sides in pixels, the largest first
 * @returns the files, in the order of the sizes
 * @throws NotAPicture
 */
export const squarePictures = (bytes: Uint8Array, sizes: readonly number[]): Promise<Buffer[]> =>
  turn(() => squares(bytes, sizes));

async function squares(bytes: Uint8Array, sizes: readonly number[]): Promise<Buffer[]> {
  if (!isKnownKind(bytes)) throw new NotAPicture("kind");
  const largest = sizes[0] ?? 0;
  try {
    const options = { limitInputPixels: MOST_PIXELS, failOn: "error" } as const;
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) throw new NotAPicture("pixels");
    const square = await sharp(bytes, options)
      .timeout({ seconds: PATIENCE })
      .autoOrient()
      // The part of a tall or wide picture that draws the eye, which is mostly the face.
      .resize(largest, largest, { fit: "cover", position: sharp.strategy.attention })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: largest, height: largest, channels: square.info.channels };
    const files = [];
    for (const size of sizes) {
      files.push(await sharp(square.data, { raw }).resize(size, size).webp({ quality: 82 }).toBuffer());
    }
    return files;
  } catch (error) {
    if (error instanceof NotAPicture) throw error;
    throw new NotAPicture("broken", { cause: error });
  }
}

/** How files of the three kinds begin (JPEG: ISO 10918-1, PNG: ISO 15948, WebP: RFC 9649). */
function isKnownKind(bytes: Uint8Array): boolean {
  const begins = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return (
    /^\xff\xd8\xff/.test(begins) || begins.startsWith("\x89PNG\r\n\x1a\n") || /^RIFF.{4}WEBP/s.test(begins)
  );
}
