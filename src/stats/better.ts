/**
 * Share of the outcomes that are better than nothing: P(better) when the outcomes are those of a paired difference.
 *
 * @param differenceOutcomes outcomes of a difference, one for each replicate
 * @param direction which way is good
 * @returns from 0 to 1, ties counting half; null when there is no outcome
 * @example probabilityBetter([-1, 0, 2, 3], "up"); // 0.625
 */
export function probabilityBetter(differenceOutcomes: ArrayLike<number>, direction: "up" | "down"): number | null {
  if (differenceOutcomes.length === 0) return null;
  let above = 0;
  let ties = 0;
  for (let i = 0; i < differenceOutcomes.length; i++) {
    if (differenceOutcomes[i] > 0) above++;
    else if (differenceOutcomes[i] === 0) ties++;
  }
  const up = (above + ties / 2) / differenceOutcomes.length;
  return direction === "up" ? up : 1 - up;
}
