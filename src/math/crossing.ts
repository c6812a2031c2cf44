/**
 * The point between two others up to which something holds, by halving to the last bit.
 *
 * @param holds true up to a point, false beyond it
 * @param from where it holds, if anywhere
 * @param to beyond the point, if it ends
 * @returns the point; an end when nothing changes between them
 * @example crossing((x) => x * x < 2, 0, 2).toFixed(12); // "1.414213562373"
 */
export function crossing(holds: (x: number) => boolean, from: number, to: number): number {
  let low = from;
  let high = to;
  let middle = (low + high) / 2;
  while (middle > low && middle < high) {
    if (holds(middle)) low = middle;
    else high = middle;
    middle = (low + high) / 2;
  }
  return middle;
}
