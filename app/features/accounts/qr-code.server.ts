import encodeQR from "qr";

/** A QR code as one SVG path in squares of one unit, with the quiet edge of four squares that cameras need. */
export type QrCode = { size: number; path: string };

/** @param text what a camera shall read; the fewer characters, the larger its squares */
export function qrCode(text: string): QrCode {
  const rows = encodeQR(text, "raw", { ecc: "low", border: 4 });
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return { size: rows.length, path: squares.join("") };
}
