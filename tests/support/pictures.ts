import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A picture of noise, which no format makes small, wider than high, with its left half red. */
export const picture = (
  kind: "jpeg" | "png" | "webp" = "jpeg",
  [width, height] = [320, 200],
): Promise<Buffer> =>
  sharp(noise(width, height), { raw: { width, height, channels: 3 } })
    .toFormat(kind)
    .toBuffer();

function noise(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let at = 0; at < pixels.length; at += 3) {
    seed = (seed * 48_271) % 2_147_483_647;
    pixels[at] = (at / 3) % width < width / 2 ? 200 : seed % 256;
    pixels[at + 1] = seed % 64;
    pixels[at + 2] = (seed >> 8) % 64;
  }
  return pixels;
}

/** A JPEG that says where it was taken, by whom, and that it lies on its side. */
export async function picturePosition(): Promise<Buffer> {
  const exif = {
    IFD0: { Artist: "Somebody Else", Copyright: "hidden words" },
    IFD3: {
      GPSLatitudeRef: "N",
      GPSLatitude: "52/1 57/1 13/1",
      GPSLongitudeRef: "W",
      GPSLongitude: "1/1 9/1 1/1",
    },
  };
  return sharp(await picture())
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)
    .toBuffer();
}

/** A PNG of a few hundred bytes that claims to have this many pixels a side. */
export function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(100_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
