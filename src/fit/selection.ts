import { normalQuantile, normalScore } from "../math/normal.js";
import { MOST_COUNTED, type ProgramCells } from "./programCells.js";

/** What the spread of counts says of how well a count stands for a rate: from 0, not at all, to 1. */
function reliability(counts: Float64Array, all: number): number {
  let [sum, squares] = [0, 0];
  for (let count = 0; count <= MOST_COUNTED; count++) {
    sum += counts[count] * count;
    squares += counts[count] * count * count;
  }
  const mean = sum / all;
  const variance = squares / all - mean * mean;
  return variance > mean ? (variance - mean) / variance : 0;
}

/**
 * Rank correlation of becoming a member with purchases in a time before the program, as the scenario means it: between normal scores of
 * the count and a normal propensity to enrol of which only the sign is seen (biserial).
 *
 * @param cells sums of a log
 * @param at where they lie
 * @param isOfRate the noise of counting is taken out, as far as the counts' spread beyond a Poisson's tells
 * @returns the correlation; null where there are too few, or all are alike
 * @source Pearson 1909 (biserial correlation); Spearman 1904 (attenuation)
 */
export function selectionOf(cells: Float64Array, at: ProgramCells, isOfRate: boolean): number | null {
  const members = cells.subarray(at.countedMembers, at.countedMembers + MOST_COUNTED + 1);
  const counts = members.map((count, place) => count + cells[at.countedOthers + place]);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const enrolled = members.reduce((sum, count) => sum + count, 0);
  if (enrolled === 0 || enrolled === all) return null;
  let [below, sum, squares, ofMembers] = [0, 0, 0, 0];
  for (let count = 0; count <= MOST_COUNTED; count++) {
    if (counts[count] === 0) continue;
    const score = normalScore((below + counts[count] / 2) / all);
    below += counts[count];
    sum += counts[count] * score;
    squares += counts[count] * score * score;
    ofMembers += members[count] * score;
  }
  const mean = sum / all;
  const deviation = Math.sqrt(squares / all - mean * mean);
  if (!(deviation > 0)) return null;
  const share = enrolled / all;
  const z = normalQuantile(share, false);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const biserial = ((ofMembers / enrolled - mean) / deviation) * (share / density);
  if (!isOfRate) return biserial;
  const held = reliability(counts, all);
  return held > 0 ? biserial / Math.sqrt(held) : null;
}
