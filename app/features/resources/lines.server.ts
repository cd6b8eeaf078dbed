import { StringDecoder } from "node:string_decoder";

/** A line may be this long, in characters: the longest record there is, and room. */
const LONGEST_LINE = 1_000_000;

export type Line = {
  /** From 1. */
  line: number;
  /** Null where the line is too long to be read. */
  text: string | null;
  /** Bytes read so far. */
  bytes: number;
};

/** The lines of a file, none of them ever held in memory beyond its longest length. A byte order mark is left out. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let tooLong = false;
  let line = 0;
  let bytes = 0;
  const finish = (text: string): Line => {
    line++;
    const whole = rest + text;
    const result = {
      line,
      text: tooLong || whole.length > LONGEST_LINE ? null : withoutMark(whole, line),
      bytes,
    };
    rest = "";
    tooLong = false;
    return result;
  };
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    const pieces = decoder.write(Buffer.from(chunk)).split("\n");
    const open = pieces.pop()!;
    for (const piece of pieces) yield finish(piece.replace(/\r$/, ""));
    if (rest.length + open.length > LONGEST_LINE) {
      tooLong = true;
      rest = "";
    } else if (!tooLong) rest += open;
  }
  const last = decoder.end();
  if (rest !== "" || last !== "" || tooLong) yield finish(last);
}

const withoutMark = (text: string, line: number) => (line === 1 ? text.replace(/^\ufeff/, "") : text);
