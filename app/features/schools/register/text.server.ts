/**
 * The text of a register, piece by piece, whatever program wrote it: UTF-8 with or without a byte order mark, UTF-16 with
 * one, and Windows-1252 from the first byte on that UTF-8 cannot be. Every line ends with "\n".
 * @param onBytes told how many bytes were read so far
 * @param encoding a label of the Encoding Standard ("windows-1258", "utf-16le"); found out from the bytes unless given
 */
export async function* readRegisterText(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
  encoding?: string,
): AsyncGenerator<string> {
  let decode: ((chunk: Uint8Array, last: boolean) => string) | null = null;
  let count = 0;
  let heldReturn = "";
  for await (const chunk of bytes) {
    count += chunk.length;
    onBytes(count);
    decode ??= encoding ? decoderOf(encoding) : decoderFor(chunk);
    const text = heldReturn + decode(chunk, false);
    // The other half of a "\r\n" may be in the next chunk.
    heldReturn = text.endsWith("\r") ? "\r" : "";
    yield withPlainLineEnds(heldReturn ? text.slice(0, -1) : text);
  }
  yield withPlainLineEnds(heldReturn + (decode?.(new Uint8Array(), true) ?? ""));
}

const withPlainLineEnds = (text: string) => text.replace(/\r\n?/g, "\n");

function decoderFor(firstChunk: Uint8Array) {
  const [first, second] = firstChunk;
  const sixteen =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (sixteen === null) return utf8OrWindows();
  return decoderOf(sixteen);
}

function decoderOf(encoding: string) {
  const decoder = new TextDecoder(encoding);
  return (chunk: Uint8Array, last: boolean) => decoder.decode(chunk, { stream: !last });
}

function utf8OrWindows() {
  const windows = new TextDecoder("windows-1252");
  let isUtf8 = true;
  let atStart = true;
  let held = new Uint8Array();
  return (chunk: Uint8Array, last: boolean): string => {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const whole = isUtf8 && !last ? bytes.length - unfinishedTail(bytes) : bytes.length;
    held = isUtf8 ? bytes.slice(whole) : new Uint8Array();
    try {
      // The byte order mark is dropped where it is one: at the very start.
      const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !atStart });
      if (isUtf8) return utf8.decode(bytes.subarray(0, whole));
    } catch {
      isUtf8 = false;
      held = new Uint8Array();
    } finally {
      atStart = false;
    }
    return windows.decode(bytes);
  };
}

/** How many bytes at the end begin a UTF-8 character that the next chunk would finish. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}
