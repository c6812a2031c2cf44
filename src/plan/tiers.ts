import { monthNumber, monthStarts } from "../basics/calendar.js";
import { toMinorUnits, toWholeMinorUnits } from "../basics/money.js";
import type { DrawnScenario, PointsProgramOf, ProgramOf, TiersOf } from "../scenario/scenario.js";
import { lowestTerms, millionthsOf } from "./earning.js";
import type { CustomerBasePlan, TierPlan } from "./plan.js";
import { shared } from "./shared.js";
import { shareSpending } from "./spenders.js";

const MONTHS_IN_YEAR = 12;

/** What a design without tiers has: an entry tier with nothing to it. */
const ENTRY_ALONE: TiersOf<number> = {
  basis: "spend",
  window: "calendarYear",
  upgrade: "atOnce",
  downgrade: "toQualified",
  levels: [{ name: "", from: 0, earnMultiplier: 1, discount: 0, perkCostPerMonth: 0, perkValuePerMonth: 0 }],
};

/**
 * Compiles the tiers of a design.
 *
 * @param scenario drawn
 * @param program its program
 * @param base compiled customer base, of which some would hold a tier anyway
 * @returns arrays by tier, and by month
 */
export function compileTiers(scenario: DrawnScenario, program: ProgramOf<number>, base: CustomerBasePlan): TierPlan {
  const { decimals } = scenario.currency;
  const tiers = tiersOf(program) ?? ENTRY_ALONE;
  const { levels } = tiers;
  const countsPoints = tiers.basis === "points";
  const pointsPerUnit = program.kind === "points" ? program.earn.pointsPerUnit : 0;
  const earning = levels.map(({ earnMultiplier }) => lowestTerms(pointsPerUnit * earnMultiplier, decimals));
  const [countNumerator, countDenominator] = lowestTerms(pointsPerUnit, decimals);
  const fromSpend = levels.map(({ from }) => (countsPoints && from > 0 ? from / pointsPerUnit : from));
  const fromSpendMinor = fromSpend.map((spend) => (Number.isFinite(spend) ? toMinorUnits(spend, decimals) : spend));
  const worth = worthOfLevels(program, levels, fromSpend);
  const statusWorth = worth.map((one, level) =>
    one === 0 ? 0 : one * (1 - shareSpending(base, fromSpendMinor[level])),
  );
  const discountMillionths = levels.map(({ discount }) => millionthsOf(discount));
  return Object.freeze({
    count: levels.length,
    countsPoints: countsPoints ? 1 : 0,
    upgradesAtOnce: tiers.upgrade === "atOnce" ? 1 : 0,
    from: shared(countsPoints ? levels.map(({ from }) => from) : fromSpendMinor),
    fromSpendMinor: shared(fromSpendMinor),
    earnNumerator: shared(earning.map(([numerator]) => numerator)),
    earnDenominator: shared(earning.map(([, denominator]) => denominator)),
    countNumerator,
    countDenominator,
    discountMillionths: shared(discountMillionths),
    perkCostMinor: shared(levels.map(({ perkCostPerMonth }) => toWholeMinorUnits(perkCostPerMonth, decimals))),
    worth: shared(worth),
    statusWorth: shared(statusWorth),
    discountTopMillionths: Math.max(...discountMillionths),
    worthTop: Math.max(...worth),
    statusWorthTop: Math.max(...statusWorth),
    ...compileYears(scenario),
  });
}

/** The tiers of a program; null when it has none, as a stamp card never has. */
export function tiersOf<Q>(program: ProgramOf<Q>): TiersOf<Q> | null {
  return program.kind === "points" ? program.tiers : null;
}

/** v / (v + halfWorth) of each tier, v = what it is worth above the entry tier, per unit of the spend that qualifies. */
function worthOfLevels(
  program: ProgramOf<number>,
  levels: TiersOf<number>["levels"],
  fromSpend: readonly number[],
): number[] {
  const [entry] = levels;
  const pointWorth = program.kind === "points" ? returnOnSpend(program) : 0;
  return levels.map((level, at) => {
    if (at === 0) return 0;
    const perks = MONTHS_IN_YEAR * (level.perkValuePerMonth - entry.perkValuePerMonth);
    const value =
      level.discount -
      entry.discount +
      (level.earnMultiplier - entry.earnMultiplier) * pointWorth +
      perks / fromSpend[at];
    return value > 0 && Number.isFinite(fromSpend[at]) ? value / (value + program.response.halfWorth) : 0;
  });
}

/** Face value that points return on a unit of spend, over the rewards aimed at. */
function returnOnSpend({ earn, rewards }: PointsProgramOf<number>): number {
  const sum = (of: (reward: (typeof rewards)[number]) => number): number =>
    rewards.reduce((total, reward) => total + of(reward), 0);
  return (earn.pointsPerUnit * sum(({ aim, faceValue, points }) => (aim * faceValue) / points)) / sum(({ aim }) => aim);
}

/** Calendar years by month of the horizon: which months end one, and on which days each month's year begins and ends. */
function compileYears({ horizon }: DrawnScenario): Pick<TierPlan, "isReview" | "yearStart" | "yearEnd"> {
  const { start, months } = horizon;
  const before = ((monthNumber(start) % MONTHS_IN_YEAR) + MONTHS_IN_YEAR) % MONTHS_IN_YEAR;
  const starts = monthStarts(`${start.slice(0, 4)}-01`, before + months + MONTHS_IN_YEAR);
  const januaryOf = (month: number): number => before + month - ((before + month) % MONTHS_IN_YEAR);
  const byMonth = Array.from({ length: months }, (_, month) => month);
  const isReview = new Uint8Array(new SharedArrayBuffer(months));
  for (const month of byMonth) isReview[month] = (before + month) % MONTHS_IN_YEAR === MONTHS_IN_YEAR - 1 ? 1 : 0;
  return {
    isReview,
    yearStart: shared(byMonth.map((month) => starts[januaryOf(month)] - starts[before])),
    yearEnd: shared(byMonth.map((month) => starts[januaryOf(month) + MONTHS_IN_YEAR] - starts[before])),
  };
}
