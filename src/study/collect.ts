import type { Ledger } from "../ledger/books.js";
import type { Cause } from "../ledger/cause.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byCohort, byMonth, byMonthCause, worldTotal } from "../ledger/read.js";
import { reconcile } from "../ledger/reconcile.js";
import type { Terms } from "../valuation/terms.js";
import type { WorldValue } from "../valuation/worldValue.js";
import { valueWorld } from "../valuation/worldValue.js";
import type { SeriesKey } from "./findings.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { cumulativeNetValue } from "./netValue.js";

/** Per replicate, what one measure yielded: a value, a numerator and denominator, or a date. */
export type MeasureSample =
  | { readonly kind: "mean"; readonly values: number[] }
  | { readonly kind: "ratio"; readonly numerators: number[]; readonly denominators: number[] }
  | { readonly kind: "date"; readonly values: (number | null)[] };

/** Sums over replicates of one cause, in whole points and minor units of the sample. */
export interface CauseSums {
  purchases: number;
  spend: number;
  margin: number;
  issued: number;
  redeemed: number;
  expired: number;
  closing: number;
  rewardCost: number;
}

/** The books of a world do not agree with each other: a fault of this program, never of the input. */
export class ReconciliationError extends Error {
  constructor(world: string, replicate: number, findings: readonly string[]) {
    super(`the books of ${world}, replicate ${replicate}, do not agree: ${findings.slice(0, 5).join("; ")}`);
    this.name = "ReconciliationError";
  }
}

/** Keeps of each replicate of one world what findings need, and lets its books go. */
export class WorldCollector {
  readonly samples: ReadonlyMap<string, MeasureSample>;
  readonly series: Readonly<Record<SeriesKey, number[]>> = {
    retention: [],
    pointsIssued: [],
    pointsRedeemed: [],
    pointsExpired: [],
    pointsOutstanding: [],
    cumulativeNetValue: [],
  };
  readonly causes = new Map<Cause, CauseSums>(CAUSES.map((cause) => [cause, emptySums()]));
  replicates = 0;
  decisions = 0;
  clipped = 0;
  private readonly name: string;
  private readonly measures: readonly Measure[];

  constructor(name: string, measures: readonly Measure[]) {
    this.name = name;
    this.measures = measures;
    this.samples = new Map(measures.map((measure) => [measure.key, emptySample(measure)]));
  }

  /**
   * Takes in one replicate: reconciles it, values it, measures it.
   *
   * @param replicate its number, for messages
   * @param ledger books of this world
   * @param twin books of world 0
   * @param terms of this world
   * @param twinValue what world 0 is worth in the same replicate
   * @param expiryMonths as in a plan; null when points never expire
   * @throws ReconciliationError when any two books disagree
   */
  add(
    replicate: number,
    ledger: Ledger,
    twin: Ledger,
    terms: Terms,
    twinValue: WorldValue,
    expiryMonths: number | null,
  ): void {
    const found = reconcile(ledger, twin);
    if (found.length > 0) {
      const words = found.map(({ rule, place, left, right }) => `${rule} (${place}): ${left} against ${right}`);
      throw new ReconciliationError(this.name, replicate, words);
    }
    const world: WorldReplicate = {
      ledger,
      twin,
      value: valueWorld(ledger, terms),
      twinValue,
      terms,
      expiryMonths,
    };
    for (const measure of this.measures) addToSample(this.samples.get(measure.key), measure, world);
    this.addSeries(world);
    this.addCauses(ledger);
    this.replicates++;
  }

  private addSeries(world: WorldReplicate): void {
    const { ledger, terms } = world;
    const customers = byCohort(ledger, 0, 0, "customers");
    const netValue = cumulativeNetValue(world);
    for (let month = 0; month < ledger.layout.months; month++) {
      this.series.retention.push(byCohort(ledger, 0, month, "active") / customers);
      this.series.pointsIssued.push(worldTotal(ledger, month, "issued") * terms.scale);
      this.series.pointsRedeemed.push(worldTotal(ledger, month, "redeemed") * terms.scale);
      this.series.pointsExpired.push(worldTotal(ledger, month, "expired") * terms.scale);
      this.series.pointsOutstanding.push(worldTotal(ledger, month, "closing") * terms.scale);
      this.series.cumulativeNetValue.push(netValue[month]);
      this.decisions += byMonth(ledger, month, "decisions");
      this.clipped += byMonth(ledger, month, "clipped");
    }
  }

  private addCauses(ledger: Ledger): void {
    const { months } = ledger.layout;
    for (const [cause, sums] of this.causes) {
      for (let month = 0; month < months; month++) {
        for (const account of FLOWS) sums[account] += byMonthCause(ledger, month, cause, account);
      }
      if (CAUSES.indexOf(cause) < POINT_CAUSES) sums.closing += byMonthCause(ledger, months - 1, cause, "closing");
    }
  }
}

const FLOWS = ["purchases", "spend", "margin", "issued", "redeemed", "expired", "rewardCost"] as const;

function emptySums(): CauseSums {
  return { purchases: 0, spend: 0, margin: 0, issued: 0, redeemed: 0, expired: 0, closing: 0, rewardCost: 0 };
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
