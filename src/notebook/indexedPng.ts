import { crc32, deflateSync } from "node:zlib";
import { indexed } from "./palette.js";

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
/** Bits of a pixel, colours by number, deflate, no filters, not interlaced (PNG specification, 11.2.1). */
const HEADER_TAIL = [8, 3, 0, 0, 0] as const;

/**
 * Opaque pixels as a PNG of at most 256 colours: about a third of the bytes of one in full colour.
 *
 * @param rgba four bytes a pixel, row by row
 * @param width pixels of a row
 * @returns the file
 */
export function indexedPng(rgba: Uint8Array, width: number): Uint8Array {
  const height = rgba.length / 4 / width;
  const { colors, pixels } = indexed(rgba);
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set(HEADER_TAIL, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colors.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
