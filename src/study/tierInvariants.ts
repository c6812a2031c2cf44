import type { TraceLine } from "../ledger/trace.js";
import type { ProgramPlan } from "../plan/plan.js";
import { ROUNDING_CODE } from "../plan/plan.js";
import type { Invariant, LifePair } from "./lifePair.js";

/** What must hold of tiers, discounts and what purchases earn. */
export const tierInvariants: readonly Invariant[] = [
  {
    name: "the tier held follows from what was counted",
    violations: (pair) => replay(pair).tier,
    appliesTo: (_, { tiers }) => tiers.from.length > 1,
  },
  {
    name: "a discount is the tier's share of the basket, for members alone",
    violations: (pair) => replay(pair).discount,
    appliesTo: (_, { tiers }) => tiers.discountMillionths.some((millionths) => millionths > 0),
  },
  { name: "a purchase earns what was paid earns in the tier held", violations: (pair) => replay(pair).earned },
];

const MILLION = 1_000_000;

/** What does not hold, by invariant. */
interface Faults {
  readonly tier: string[];
  readonly discount: string[];
  readonly earned: string[];
}

/** What a purchase brought with it, from its own line up to the next event of another kind. */
interface Visit {
  readonly purchase: TraceLine;
  discount: number;
  earned: number;
  enrols: boolean;
  tier: TraceLine | null;
}

/** Follows a member from visit to visit and month end to month end by the rules alone. */
function replay({ world, program }: LifePair): Faults {
  const faults: Faults = { tier: [], discount: [], earned: [] };
  const { tiers } = program;
  let isMember = false;
  let tier = 0;
  let counted = 0;
  let visit: Visit | null = null;
  const settle = (): void => {
    if (visit === null) return;
    const { purchase, discount, earned, enrols } = visit;
    const day = `day ${purchase.time}`;
    const due = isMember ? Math.floor((purchase.amount * tiers.discountMillionths[tier]) / MILLION + 0.5) : 0;
    if (discount !== due) faults.discount.push(`${day}: ${discount} taken off ${purchase.amount}, expected ${due}`);
    isMember ||= enrols;
    const paid = purchase.amount - discount;
    const points = isMember ? earnedBy(program, paid, tiers.earnNumerator[tier], tiers.earnDenominator[tier]) : 0;
    if (earned !== points) faults.earned.push(`${day}: ${earned} points for ${paid} paid, expected ${points}`);
    if (isMember) {
      counted +=
        tiers.countsPoints === 0 ? paid : earnedBy(program, paid, tiers.countNumerator, tiers.countDenominator);
      const reached = tiers.upgradesAtOnce === 1 ? Math.max(tier, tierReached(program, counted)) : tier;
      if ((visit.tier?.amount ?? tier) !== reached) faults.tier.push(`${day}: expected tier ${reached} at ${counted}`);
      tier = reached;
    }
    visit = null;
  };
  for (const line of world) {
    if (line.kind === "purchase") {
      settle();
      visit = { purchase: line, discount: 0, earned: 0, enrols: false, tier: null };
    }
    if (line.kind === "discount" && visit !== null) visit.discount += line.amount;
    if (line.kind === "enrol" && visit !== null) visit.enrols = true;
    if (line.kind === "issue" && visit !== null && line.cause === visit.purchase.cause) visit.earned += line.amount;
    if (line.kind === "tier" && line.lot === 0 && visit !== null) visit.tier = line;
    if (line.kind !== "close") continue;
    settle();
    if (tiers.isReview[line.lot] === 1) {
      tier = tierReached(program, counted);
      counted = 0;
    }
    if (line.value !== tier) faults.tier.push(`month ${line.lot + 1} closes in tier ${line.value}, expected ${tier}`);
  }
  settle();
  return faults;
}

/** The highest tier an amount reaches; the entry tier for whatever nonsense a wrong trace may count. */
function tierReached({ tiers }: ProgramPlan, counted: number): number {
  return Math.max(
    0,
    tiers.from.findLastIndex((from) => from <= counted),
  );
}

/** Points, or the stamp, an amount earns, by whole numbers of any size. */
function earnedBy(program: ProgramPlan, paid: number, numerator: number, denominator: number): number {
  if (program.isStampCard === 1) return paid >= program.minimumSpendMinor ? 1 : 0;
  const product = BigInt(paid) * BigInt(numerator);
  const whole = product / BigInt(denominator);
  const rest = product % BigInt(denominator);
  if (program.earnRounding === ROUNDING_CODE.floor) return Number(whole);
  if (program.earnRounding === ROUNDING_CODE.ceil) return Number(whole) + (rest > 0n ? 1 : 0);
  return Number(whole) + (rest * 2n >= BigInt(denominator) ? 1 : 0);
}
