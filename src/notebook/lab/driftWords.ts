import { cut } from "../../basics/show.js";
import type { Drift } from "./drift.js";

const SHOWN = 12;

/**
 * What differs between a run and the committed outputs, in lines.
 *
 * @param drifts any number
 * @returns a line each, and how many more there are
 */
export function driftWords(drifts: readonly Drift[]): string[] {
  const lines = drifts
    .slice(0, SHOWN)
    .map(({ cell, place, expected, got }) => `cell ${cell}, ${place}: expected ${cut(expected)}, got ${cut(got)}`);
  return drifts.length > SHOWN ? [...lines, `and ${drifts.length - SHOWN} more`] : lines;
}
