import { monthStarts } from "../basics/calendar.js";
import { quantileAt } from "../math/quantileTable.js";
import { rangesOf, withDrawn } from "../scenario/ranges.js";
import type { DrawnScenario, LoyaltyType, Scenario } from "../scenario/scenario.js";
import { compileCustomerBase } from "./customerBase.js";
import { oddsScaleOf } from "./oddsScale.js";
import type { CustomerBasePlan, TypePlan } from "./plan.js";
import { ATTRITION_CODE } from "./plan.js";
import { rangeQuantile } from "./rangeQuantile.js";
import { shareSpending } from "./spenders.js";
import { compileTiers, tiersOf } from "./tiers.js";
import { listedTypes } from "./types.js";

const WORDS = 2 ** 32;

/** Inputs these numbers hang on. */
const MATTERS = /^(customerBase\.|program\.(earn|tiers)\.|program\.rewards\[\d+\]\.(faceValue|aim)$)/;

/** Points of a grid over a distribution: enough for the two digits that are shown. */
const GRID = 1000;

/** Customers of one loyalty type beside all customers, who are 1 in every number but the share. */
export interface TypeInNumbers {
  readonly type: LoyaltyType;
  readonly share: number;
  /** Mean purchase rate, spend per purchase, and probability or rate of leaving. */
  readonly buys: number;
  readonly spends: number;
  readonly leaves: number;
  readonly programSensitivity: number;
  readonly priceSensitivity: number;
  readonly switchingCost: number;
}

/** A tier, and how many customers would qualify for it as they are. */
export interface TierInNumbers {
  readonly name: string;
  /** Spend in a calendar year that qualifies, in currency units; null when no spend does. */
  readonly spend: number | null;
  /** Share of customers who usually spend so much. */
  readonly shareSpending: number;
  /** What it is worth above the entry tier, as a share of that spend. */
  readonly worth: number;
}

/** What loyalty types and tiers come to. */
export interface InNumbers {
  /** Whether ranges stand behind the numbers: each was taken at its median. */
  readonly atMedians: boolean;
  /** None when customers are of one kind. */
  readonly types: readonly TypeInNumbers[];
  /** What the odds of leaving are multiplied by so that types leave the purchases to expect as they were fitted. */
  readonly oddsOfLeaving: number;
  /** None when there are no tiers. */
  readonly tiers: readonly TierInNumbers[];
}

/**
 * What the loyalty types and tiers of a scenario come to, once compiled.
 *
 * @param scenario complete; ranges are taken at their medians
 * @returns numbers for `explain`
 * @example inNumbers(scenario).tiers; // []: the shop has none
 */
export function inNumbers(scenario: Scenario): InNumbers {
  const drawn = withDrawn(scenario, (_, range) => rangeQuantile(range, 0.5));
  const { customerBase, program, horizon } = drawn;
  const types = listedTypes(customerBase.loyaltyTypes);
  const tiers = program === null ? null : tiersOf(program);
  const ranges = rangesOf(scenario).filter(({ path }) => MATTERS.test(path));
  if (types.length === 0 && tiers === null) return { atMedians: false, types: [], oddsOfLeaving: 1, tiers: [] };
  const base = compileCustomerBase(drawn, 1, monthStarts(horizon.start, horizon.months));
  return {
    atMedians: ranges.length > 0,
    types: typesInNumbers(types, base),
    oddsOfLeaving: oddsScaleOf(drawn),
    tiers: tiersInNumbers(drawn, base),
  };
}

function typesInNumbers(types: readonly LoyaltyType[], base: CustomerBasePlan): TypeInNumbers[] {
  const rows = types.map((type, at) => {
    const plan = base.types[at];
    const { programSensitivity, priceSensitivity, switchingCost } = plan;
    const share = plan.shareUpTo - (at === 0 ? 0 : base.types[at - 1].shareUpTo);
    return { type, share, ...meansOf(plan, base), programSensitivity, priceSensitivity, switchingCost };
  });
  const mean = (of: (row: TypeInNumbers) => number): number => rows.reduce((sum, row) => sum + row.share * of(row), 0);
  const [buys, spends, leaves] = [mean((row) => row.buys), mean((row) => row.spends), mean((row) => row.leaves)];
  return rows.map((row) => ({
    ...row,
    buys: row.buys / buys,
    spends: row.spends / spends,
    leaves: row.leaves / leaves,
  }));
}

function meansOf(type: TypePlan, base: CustomerBasePlan): Pick<TypeInNumbers, "buys" | "spends" | "leaves"> {
  const isOverTime = base.attrition === ATTRITION_CODE.overTime;
  const leaving = (word: number): number => {
    const value = quantileAt(base.leavingTable, word);
    return isOverTime ? value : -Math.expm1(-value);
  };
  return {
    buys: meanOverRanks(type.rateRank, (word) => quantileAt(base.rateTable, word)),
    // A high level is a small basket: ranks of spend count from the other end.
    spends: meanOverRanks(type.spendRank, (word) => 1 / quantileAt(base.spendLevelTable, ~word >>> 0)),
    leaves: meanOverRanks(type.leavingRank, leaving),
  };
}

function meanOverRanks(ranks: Float64Array | null, value: (word: number) => number): number {
  let sum = 0;
  for (let at = 0; at < GRID; at++) {
    const word = Math.floor(((at + 0.5) / GRID) * WORDS);
    const rank = ranks === null ? word : Math.min(WORDS - 1, Math.floor(quantileAt(ranks, word) * WORDS));
    sum += value(rank);
  }
  return sum / GRID;
}

function tiersInNumbers(drawn: DrawnScenario, base: CustomerBasePlan): TierInNumbers[] {
  const { program, currency } = drawn;
  const tiers = program === null ? null : tiersOf(program);
  if (program === null || tiers === null) return [];
  const plan = compileTiers(drawn, program, base);
  return tiers.levels.map(({ name }, level) => {
    const spendMinor = plan.fromSpendMinor[level];
    const worth = plan.worth[level];
    return {
      name,
      spend: Number.isFinite(spendMinor) ? spendMinor / 10 ** currency.decimals : null,
      shareSpending: shareSpending(base, spendMinor),
      worth: (worth * program.response.halfWorth) / (1 - worth),
    };
  });
}
