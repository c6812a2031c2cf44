import { Buffer } from "node:buffer";

/**
 * Size of a PNG image.
 *
 * @param base64 the file
 * @returns `WIDTH × HEIGHT` in pixels; in words when it is none
 */
export function pngSize(base64: string): string {
  const bytes = Buffer.from(base64.slice(0, 64), "base64");
  if (bytes.length < 24 || bytes.toString("latin1", 1, 4) !== "PNG") return "no PNG image";
  return `${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)} pixels`;
}
