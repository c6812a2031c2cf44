import type {
  Comparison,
  Estimate,
  Finding,
  GroupFindings,
  SeriesPoint,
  WorldFindings,
} from "#tenure/study/findings.js";
import { BASKET, balance, causes, MARGIN } from "./books.ts";
import { MEASURES } from "./measures.ts";
import { memberFindings } from "./members.ts";
import { cohortRows, tierFindings, typeRows } from "./parts.ts";

/** What tells a made-up design apart: how well it sells, and what it hands out. */
export interface Design {
  readonly name: string;
  /** Rise of purchases. */
  readonly lift: number;
  /** Reward cost as a share of revenue. */
  readonly generosity: number;
}

const ABOUT = "made up for tests";

/** An estimate with intervals of so wide a spread; 0 gives intervals of no width. */
export function estimate(value: number | null, spread: number): Estimate {
  if (value === null) {
    const none = { value, standardError: null, low: null, high: null, outcomeLow: null, outcomeHigh: null };
    return { ...none, luckShare: null, undefinedShare: 1 };
  }
  return {
    value,
    standardError: spread / 2,
    low: value - spread,
    high: value + spread,
    outcomeLow: value - 5 * spread,
    outcomeHigh: value + 5 * spread,
    luckShare: spread === 0 ? null : 0.4,
    undefinedShare: 0,
  };
}

function finding(
  level: Estimate,
  difference: Estimate | null = null,
  probabilityBetter: number | null = null,
): Finding {
  return { level, difference, probabilityBetter };
}

function series(months: number, from: number, spread: number, value: (month: number) => number): SeriesPoint[] {
  return Array.from({ length: Math.max(0, months - from + 1) }, (_, i) => {
    const month = from + i;
    const label = `${2024 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}`;
    const { value: mean, low, high, outcomeLow, outcomeHigh } = estimate(value(month), spread * Math.sqrt(month));
    if (mean === null || low === null || high === null || outcomeLow === null || outcomeHigh === null)
      throw new Error("a made-up series has a value in every month");
    return { month, label, value: mean, low, high, outcomeLow, outcomeHigh };
  });
}

/** The world without a program. */
export function counterfactual(size: number, months: number, name = "No program"): WorldFindings {
  const revenue = size * months * BASKET * 0.9;
  return {
    name,
    file: null,
    about: ABOUT,
    role: "counterfactual",
    collects: "points",
    isReference: true,
    fingerprint: "0".repeat(32),
    findings: {
      retention12: finding(estimate(0.412, 0.002)),
      clv: finding(estimate(84.2, 0.31)),
      revenue: finding(estimate(revenue, revenue * 0.004)),
      purchasesPerCustomer: finding(estimate(0.9 * months, 0.12)),
    },
    series: { retention: series(months, 3, 0.0006, (month) => 0.22 + 0.45 * Math.exp(-month / 14)) },
    causes: [],
    trialBalance: [],
    types: [],
    tiers: null,
    cohorts: [],
    members: null,
  };
}

/** A world with a made-up program. */
export function program(size: number, months: number, design: Design): WorldFindings {
  const revenue = size * months * BASKET * 0.9;
  const extra = revenue * design.lift;
  const running = size / 3;
  const opening = size / 2;
  const cost = (revenue + extra) * design.generosity + running;
  const net = extra * MARGIN - cost;
  const uplift = net / size;
  const monthly = (net + opening) / months;
  const payback = net > 0 ? Math.ceil(opening / monthly) : null;
  const issued = revenue * 2;
  const noise = revenue * 0.0006;
  const paired = (value: number, spread: number, better: number | null): Finding =>
    finding(estimate(value, spread), estimate(value, spread), better);
  return {
    name: design.name,
    file: `scenarios/${design.name.toLowerCase().replace(/\W+/g, "-")}.yaml`,
    about: ABOUT,
    role: "program",
    collects: design.name.includes("Stamp") ? "stamps" : "points",
    isReference: false,
    fingerprint: "c0ffee".padEnd(32, "1"),
    findings: {
      rewardCost: finding(estimate(cost - running, noise / 3)),
      communicationCost: finding(estimate(running, noise / 30)),
      runningCost: finding(estimate(opening / 3, 0)),
      oneOffCost: finding(estimate(opening, 0)),
      grossCost: finding(estimate(cost + (opening * 4) / 3, noise / 3)),
      retention12: finding(estimate(0.412 + design.lift / 4, 0.002), estimate(design.lift / 4, 0.0008), 0.985),
      clv: finding(estimate(84.2 + uplift, 0.31), estimate(uplift, noise / size), net > 0 ? 0.97 : 0.04),
      clvUplift: paired(uplift, noise / size, net > 0 ? 0.97 : 0.04),
      clvUpliftPerMember: paired(uplift / 0.6, noise / size / 0.6, net > 0 ? 0.97 : 0.04),
      revenue: finding(estimate(revenue + extra, revenue * 0.004), estimate(extra, noise * 3), 1),
      incrementalRevenue: paired(extra, noise * 3, 1),
      incrementalMargin: paired(extra * MARGIN, noise, 1),
      programCost: finding(estimate(cost, noise / 3), null, null),
      netValue: paired(net, noise, net > 0 ? 0.97 : 0.04),
      roi: finding(estimate(net / cost, 0.02), null, null),
      payback: finding({ ...estimate(payback, 1), undefinedShare: payback === null ? 1 : 0.06 }),
      subsidyShare: finding(estimate(0.62, 0.004)),
      pointsOutstanding: finding(estimate(issued * 0.31, issued * 0.002)),
      ultimateRedemptionRate: finding(estimate(0.713, 0.003)),
      purchasesPerCustomer: finding(
        estimate(0.9 * months * (1 + design.lift), 0.12),
        estimate(0.9 * months * design.lift, 0.02),
        1,
      ),
      memberShare: finding(estimate(0.598, 0.001)),
    },
    series: {
      retention: series(months, 3, 0.0006, (month) => 0.22 + design.lift / 3 + 0.45 * Math.exp(-month / 14)),
      pointsIssued: series(months, 1, noise / 40, (month) => (issued / months) * (1.2 - month / months / 2)),
      pointsRedeemed: series(months, 1, noise / 40, (month) => (issued / months) * 0.7 * (1 - Math.exp(-month / 5))),
      pointsExpired: series(months, 1, noise / 40, (month) => (month < 7 ? 0 : (issued / months) * 0.18)),
      pointsOutstanding: series(months, 1, noise / 10, (month) => issued * 0.31 * (1 - Math.exp(-month / 8))),
      cumulativeNetValue: series(months, 1, noise / Math.sqrt(months), (month) => monthly * month - opening),
    },
    causes: causes(extra, revenue, cost - running, issued),
    trialBalance: balance(Math.round(issued)),
    types: [],
    tiers: null,
    cohorts: [],
    members: memberFindings(estimate, size, design.lift),
  };
}

/** A group with loyalty types, newcomers in every month, and tiers in its last design. */
export function rich(of: GroupFindings): GroupFindings {
  const { months, size } = of;
  const last = of.worlds.length - 1;
  return {
    ...of,
    worlds: of.worlds.map((world, at) => {
      const lift = world.role === "program" ? 0.04 + 0.03 * at : null;
      const drift = (lift ?? 0) / 10;
      return {
        ...world,
        findings: {
          ...world.findings,
          newcomersClv12: finding(
            estimate(24.1 + (lift ?? 0) * 40, 0.2),
            lift === null ? null : estimate(lift * 40, 0.1),
            lift === null ? null : 0.97,
          ),
        },
        types: typeRows(estimate, lift),
        tiers: world.role === "program" && at === last ? tierFindings(estimate, size, months) : null,
        cohorts: cohortRows(estimate, months, lift),
        series: {
          ...world.series,
          loyalShare: series(months, 3, 0.0005, (month) => 0.12 + drift + 0.1 * Math.exp(-month / 14)),
          latentShare: series(months, 3, 0.0005, (month) => 0.1 - drift - 0.1 * Math.exp(-month / 14) + 0.05),
          spuriousShare: series(months, 3, 0.0005, (month) => 0.2 + drift + 0.3 * Math.exp(-month / 14)),
          disloyalShare: series(months, 3, 0.0005, (month) => 0.53 - drift - 0.3 * Math.exp(-month / 14)),
        },
      };
    }),
  };
}

/** A group of one world without a program and some with. */
export function group(
  name: string,
  designs: readonly Design[],
  { size = 120_000, months = 36, code = "USD", decimals = 2 } = {},
): GroupFindings {
  return {
    name,
    currency: { code, decimals },
    months,
    retentionWindow: 3,
    size,
    sample: 20_000,
    ranges: ["program.response.goalGradient", "customerBase.purchaseRate.shape"],
    provenance: {
      version: "0.1.0",
      seed: "launch-2026",
      replicatesAsked: 200,
      replicates: 200,
      inputDraws: 100,
      level: 0.95,
      pairing: "common random numbers",
    },
    worlds: [counterfactual(size, months), ...designs.map((design) => program(size, months, design))],
  };
}

export const STARS: Design = { name: "Stars, 1 % back", lift: 0.075, generosity: 0.008 };
export const GOLD: Design = { name: "Gold card, 5 % back", lift: 0.11, generosity: 0.041 };
export const STAMPS: Design = { name: "Stamp card", lift: 0.06, generosity: 0.012 };

/** Two groups: one with two designs, types, tiers and newcomers, one with one design and nothing of the kind. */
export function realistic(): Comparison {
  return {
    measures: MEASURES,
    groups: [
      rich(group("Coffee chain", [STARS, GOLD])),
      { ...group("Corner shop", [STAMPS], { size: 900, months: 36, code: "EUR" }), sample: 900, ranges: [] },
    ],
  };
}

/** Charts a page shows of a comparison: those overall, and those of the members, types, tiers and cohorts that its groups have. */
export function chartCount({ groups }: Comparison): number {
  const has = (of: GroupFindings, test: (world: WorldFindings) => boolean): boolean => of.worlds.some(test);
  return groups.reduce((sum, of) => {
    const types = has(of, (world) => world.types.length > 0) ? (has(of, ({ role }) => role === "program") ? 3 : 2) : 0;
    const tiers = has(of, (world) => world.tiers !== null) ? 3 : 0;
    const cohorts = has(of, (world) => world.cohorts.length > 0) ? 2 : 0;
    const members = has(of, (world) => world.members !== null) ? 2 : 0;
    return sum + 7 + members + types + tiers + cohorts;
  }, 0);
}
