import type { Ledger } from "../ledger/books.js";
import type { Cause } from "../ledger/cause.js";
import { CAUSES, POINT_CAUSES } from "../ledger/cause.js";
import { byCohort, byMonth, byMonthCause, worldTotal } from "../ledger/read.js";
import { reconcile } from "../ledger/reconcile.js";
import type { LoyaltyType, Scenario } from "../scenario/scenario.js";
import { valueWorld } from "../valuation/worldValue.js";
import { CohortSums } from "./cohortSums.js";
import type { SeriesKey } from "./findings.js";
import { isMeasuredIn, type Measure, type WorldReplicate } from "./measure.js";
import { MemberSums } from "./memberSums.js";
import { cumulativeNetValue } from "./netValue.js";
import { samplesByTier, samplesByType } from "./parts.js";
import { QUADRANT_KEYS, quadrantShares } from "./quadrant.js";
import { type MeasureSample, Samples } from "./samples.js";
import { TierSums } from "./tierSums.js";

/** Sums over replicates of one cause, in whole points and minor units of the sample. */
export interface CauseSums {
  purchases: number;
  spend: number;
  margin: number;
  issued: number;
  redeemed: number;
  expired: number;
  forfeited: number;
  closing: number;
  rewardCost: number;
  discount: number;
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
    pointsForfeited: [],
    pointsOutstanding: [],
    cumulativeNetValue: [],
    loyalShare: [],
    latentShare: [],
    spuriousShare: [],
    disloyalShare: [],
  };
  readonly causes = new Map<Cause, CauseSums>(CAUSES.map((cause) => [cause, emptySums()]));
  readonly types: ReadonlyMap<LoyaltyType, Samples>;
  readonly tiers: readonly Samples[];
  /** Null until the first replicate is in: the books say how many tiers and cohorts there are. */
  tierSums: TierSums | null = null;
  cohorts: CohortSums | null = null;
  /** Null in world 0 too. */
  members: MemberSums | null = null;
  replicates = 0;
  decisions = 0;
  clipped = 0;
  private readonly name: string;
  private readonly measured: Samples;

  constructor(scenario: Scenario, measures: readonly Measure[]) {
    this.name = scenario.name;
    this.measured = new Samples(measures.filter((measure) => isMeasuredIn(measure, scenario)));
    this.samples = this.measured.byKey;
    this.types = samplesByType(scenario);
    this.tiers = samplesByTier(scenario);
  }

  /**
   * Takes in one replicate: reconciles it, values it, measures it.
   *
   * @param replicate its number, for messages
   * @param drawn its books beside those of world 0, and the terms of its draw
   * @throws ReconciliationError when any two books disagree
   */
  add(replicate: number, drawn: Omit<WorldReplicate, "value">): void {
    const { ledger, twin, terms } = drawn;
    const found = reconcile(ledger, twin);
    if (found.length > 0) {
      const words = found.map(({ rule, place, left, right }) => `${rule} (${place}): ${left} against ${right}`);
      throw new ReconciliationError(this.name, replicate, words);
    }
    const world: WorldReplicate = { ...drawn, value: valueWorld(ledger, terms) };
    for (const samples of [this.measured, ...this.types.values(), ...this.tiers]) samples.add(world);
    this.addSeries(world);
    this.addCauses(ledger);
    this.addQuadrant(world);
    const { months, tiers, cohorts } = ledger.layout;
    this.tierSums ??= new TierSums(months, tiers);
    this.tierSums.add(ledger);
    this.cohorts ??= new CohortSums(months, cohorts);
    this.cohorts.add(world);
    if (ledger.layout.members > 0) {
      this.members ??= new MemberSums();
      this.members.add(ledger);
    }
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
      this.series.pointsForfeited.push(worldTotal(ledger, month, "forfeited") * terms.scale);
      this.series.pointsOutstanding.push(worldTotal(ledger, month, "closing") * terms.scale);
      this.series.cumulativeNetValue.push(netValue[month]);
      this.decisions += byMonth(ledger, month, "decisions");
      this.clipped += byMonth(ledger, month, "clipped");
    }
  }

  /** Attitude × repeat patronage of day-one customers (Dick & Basu 1994); nothing to say where customers are of one kind. */
  private addQuadrant({ ledger, types }: WorldReplicate): void {
    if (this.types.size === 0) return;
    const all = byCohort(ledger, 0, 0, "customers");
    for (let month = 0; month < ledger.layout.months; month++) {
      const shares = quadrantShares(ledger, types, month, all);
      for (const key of QUADRANT_KEYS) this.series[key].push(shares[key]);
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

const FLOWS = [
  "purchases",
  "spend",
  "margin",
  "issued",
  "redeemed",
  "expired",
  "forfeited",
  "rewardCost",
  "discount",
] as const;

function emptySums(): CauseSums {
  return {
    purchases: 0,
    spend: 0,
    margin: 0,
    issued: 0,
    redeemed: 0,
    expired: 0,
    forfeited: 0,
    closing: 0,
    rewardCost: 0,
    discount: 0,
  };
}
