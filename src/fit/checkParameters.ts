/**
 * Refuses parameters that no model can have, before they are computed with.
 *
 * @param parameters by name
 * @param names of those the model has
 * @throws RangeError when one is not a number above 0
 * @example checkParameters({ r: 0.5, alpha: NaN }, ["r", "alpha"]); // throws RangeError /expected a parameter alpha above 0, got NaN/
 */
export function checkParameters(parameters: object, names: readonly string[]): void {
  const byName: Readonly<Record<string, unknown>> = Object(parameters);
  for (const name of names) {
    const value = byName[name];
    if (typeof value === "number" && value > 0 && value < Infinity) continue;
    throw new RangeError(`expected a parameter ${name} above 0, got ${value}`);
  }
}
