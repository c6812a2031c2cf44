import { threefry } from "./threefry.js";

/**
 * A 128-bit hash of a text: chained Threefry, fed with its UTF-8 bytes and length. For naming inputs and fingerprints, not for
 * secrets.
 *
 * @param text any text
 * @returns four unsigned 32-bit words
 * @example hashText("program.earn.pointsPerUnit").length; // 4
 */
export function hashText(text: string): readonly [number, number, number, number] {
  const bytes = new TextEncoder().encode(text);
  const words = new Uint32Array(Math.ceil((bytes.length + 1) / 16) * 4);
  for (let i = 0; i < bytes.length; i++) words[i >> 2] |= bytes[i] << ((i & 3) * 8);
  words[bytes.length >> 2] |= 0x80 << ((bytes.length & 3) * 8);
  let state = new Uint32Array([0x74656e75, 0x72650001, bytes.length, 0]);
  for (let i = 0; i < words.length; i += 4) {
    const next = new Uint32Array(4);
    const [a, b, c, d] = words.subarray(i, i + 4);
    threefry(a, b, c, d, state[0], state[1], state[2], state[3], next);
    state = next.map((word, k) => word ^ state[k]);
  }
  return [state[0], state[1], state[2], state[3]];
}

/**
 * A fingerprint of any plain data: the same for the same content whatever the order of its keys.
 *
 * @param value plain data: objects, arrays, strings, numbers, booleans, null
 * @returns 32 hexadecimal digits
 * @example fingerprint({ a: 1, b: 2 }) === fingerprint({ b: 2, a: 1 }); // true
 */
export function fingerprint(value: unknown): string {
  return hashText(canonical(value))
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
