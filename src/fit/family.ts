/** What a fit asks of a model: its likelihood of all the data with slopes, and where to begin. */
export interface Family<Data, Model extends string = string, Name extends string = string> {
  readonly model: Model;
  /** As a sentence names it. */
  readonly label: string;
  readonly names: readonly Name[];
  /** Which parameters are measured in the data's own unit, of time or money; the others are plain numbers. */
  readonly measured: readonly boolean[];
  /** Log-likelihood at the parameters; writes its derivatives by them. */
  readonly total: (parameters: Float64Array, data: Data, gradient: Float64Array) => number;
  /** A first guess from averages. */
  readonly guess: (data: Data) => readonly number[];
  /** Size of the data's unit: the average time or amount. */
  readonly unit: (data: Data) => number;
  readonly customers: (data: Data) => number;
  /** Some of the rows, for a first look around. */
  readonly thin: (data: Data) => Data;
}

/** Parameters are looked for within this factor of 1, or of the data's unit for those measured in it. */
const REACH = 1e5;

/**
 * The box in which the logarithms of parameters are looked for.
 *
 * @param family the model
 * @param data the data
 * @returns lowest and highest logarithm of each parameter
 * @example searchBox(FAMILIES.nbd, groupHistories({ x: [1], tx: [2], T: [9], customers: [1] })).lower[0].toFixed(3); // "-11.513"
 */
export function searchBox<Data>(family: Family<Data>, data: Data): { lower: number[]; upper: number[] } {
  const centers = family.measured.map((measured) => (measured ? Math.log(family.unit(data)) : 0));
  const reach = Math.log(REACH);
  return { lower: centers.map((one) => one - reach), upper: centers.map((one) => one + reach) };
}
