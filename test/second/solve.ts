/** Where a falling function is 0, by halving as long as there is a number between the ends; an end where it is 0 nowhere between. */
export function solveFalling(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
}
