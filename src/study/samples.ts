import type { Measure, WorldReplicate } from "./measure.js";

/** Per replicate, what one measure yielded: a value, a numerator and denominator, or a date. */
export type MeasureSample =
  | { readonly kind: "mean"; readonly values: (number | null)[] }
  | { readonly kind: "ratio"; readonly numerators: number[]; readonly denominators: number[] }
  | { readonly kind: "date"; readonly values: (number | null)[] };

/** What a set of measures yielded, replicate after replicate. */
export class Samples {
  readonly byKey: ReadonlyMap<string, MeasureSample>;
  private readonly measures: readonly Measure[];

  constructor(measures: readonly Measure[]) {
    this.measures = measures;
    this.byKey = new Map(measures.map((measure) => [measure.key, emptySample(measure)]));
  }

  /** Takes in what each measure yields in one replicate. */
  add(world: WorldReplicate): void {
    for (const measure of this.measures) addToSample(this.byKey.get(measure.key), measure, world);
  }
}

function emptySample(measure: Measure): MeasureSample {
  if (measure.kind === "ratio") return { kind: "ratio", numerators: [], denominators: [] };
  return { kind: measure.kind, values: [] };
}

function addToSample(sample: MeasureSample | undefined, measure: Measure, world: WorldReplicate): void {
  if (measure.kind === "ratio" && sample?.kind === "ratio") {
    const [numerator, denominator] = measure.of(world);
    sample.numerators.push(numerator);
    sample.denominators.push(denominator);
  } else if (measure.kind === "mean" && sample?.kind === "mean") {
    sample.values.push(measure.of(world));
  } else if (measure.kind === "date" && sample?.kind === "date") {
    sample.values.push(measure.of(world));
  }
}
