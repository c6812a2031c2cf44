/** Pixels as numbers of colours. */
export interface Indexed {
  /** Red, green, blue of each colour; at most 256 of them. */
  readonly colors: readonly (readonly [number, number, number])[];
  /** By pixel, the number of its colour. */
  readonly pixels: Uint8Array;
}

const MOST_COLORS = 256;

/**
 * Opaque pixels with few enough colours for a byte each: the most frequent stay as they are, one close to a more frequent colour
 * becomes that.
 *
 * @param rgba four bytes a pixel
 * @returns the same picture where it has no more colours, else the closest of so few
 */
export function indexed(rgba: Uint8Array): Indexed {
  const pixels = Uint32Array.from({ length: rgba.length / 4 }, (_, at) => rgb(rgba, 4 * at));
  const counts = new Map<number, number>();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byFrequency = [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([color]) => color);
  const kept = fewEnough(byFrequency);
  const numbers = new Map(byFrequency.map((color) => [color, nearest(color, kept).at]));
  return { colors: kept.map(channels), pixels: Uint8Array.from(pixels, (color) => numbers.get(color) ?? 0) };
}

/** Colours no two of which are closer than the smallest distance that leaves few enough. */
function fewEnough(colors: readonly number[]): number[] {
  for (let apart = 0; ; apart += 4) {
    const kept: number[] = [];
    for (const color of colors) {
      if (kept.length === 0 || nearest(color, kept).distance > apart * apart) kept.push(color);
      if (kept.length > MOST_COLORS) break;
    }
    if (kept.length <= MOST_COLORS) return kept;
  }
}

function nearest(color: number, among: readonly number[]): { at: number; distance: number } {
  let best = { at: 0, distance: Number.POSITIVE_INFINITY };
  for (let at = 0; at < among.length && best.distance > 0; at++) {
    const distance = squared(color, among[at]);
    if (distance < best.distance) best = { at, distance };
  }
  return best;
}

/** Squared distance of two colours. */
function squared(one: number, other: number): number {
  const red = (one >>> 16) - (other >>> 16);
  const green = ((one >>> 8) & 255) - ((other >>> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function rgb(rgba: Uint8Array, at: number): number {
  return (rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2];
}

function channels(color: number): readonly [number, number, number] {
  return [color >>> 16, (color >>> 8) & 255, color & 255];
}
