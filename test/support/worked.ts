import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { monthName, monthNumber } from "#tenure/basics/calendar.js";
import { toMinorUnits } from "#tenure/basics/money.js";
import type { DrawnScenario } from "#tenure/scenario/scenario.js";
import { completeScenario, type PartialScenario } from "./completeScenario.ts";

/** An example as written: a program, one customer, and what stands after each month. Amounts in currency units. */
interface Written extends Pick<PartialScenario, "currency" | "customerBase" | "program"> {
  readonly name: string;
  readonly about: string;
  /** First month, and how many. */
  readonly start: string;
  readonly months: number;
  readonly customer: {
    /** The purchase of the first day, with which the person becomes a customer. */
    readonly joins: number;
    /** How often and for how much the person usually buys: what is within reach, and worth it, follows from it. */
    readonly purchasesPerYear?: number;
    readonly usually?: number;
    /** The second of two rewards instead of the first. */
    readonly aimsLate?: boolean;
    /** −log(1 − p): leaves where a mark is below it, times the hazard. */
    readonly leaving?: number;
    /** Days until leaving over time, at hazard 1. */
    readonly lifetime?: number;
    /** Marks of the renewals, from the first. */
    readonly renewals?: readonly number[];
    readonly occasions?: readonly WrittenOccasion[];
  };
  /** By month, or "first to last"; what is not mentioned did not happen. */
  readonly expect: Readonly<Record<string, WrittenStatement>>;
}

interface WrittenOccasion {
  /** Begins with this day. */
  readonly on: string;
  readonly amount: number;
  /** Bought when the multiplier is above it: 0.5 unless stated. */
  readonly height?: number;
  /** 9 unless stated: stays. */
  readonly mark?: number;
  /** Luck, where a probability asks for it: takes the reward, aims at the second one next, brings the purchase forward. */
  readonly redeems?: boolean;
  readonly aimsLate?: boolean;
  readonly borrowed?: boolean;
}

/** What a month was, and what stands at its end. Points whole, money in minor units. */
export interface Statement {
  readonly purchases: Readonly<Record<string, number>>;
  readonly discount: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly forfeited: number;
  readonly cost: Readonly<Record<string, number>>;
  readonly perks: number;
  readonly points: number;
  readonly lots: Readonly<Record<string, number>>;
  /** Null: no member, or no tiers. */
  readonly tier: string | null;
  readonly left: boolean;
}

type WrittenStatement = Partial<Omit<Statement, "purchases">> & {
  readonly [cause in (typeof PURCHASE_CAUSES)[number]]?: number;
} & {
  /** What counts towards tiers this year: the second engine alone tells. */
  readonly counted?: number;
};

const PURCHASE_CAUSES = ["kept", "lifted", "retained", "forgone", "lost"] as const;

/** An occasion, ready to be met: days since the start, minor units. */
export interface StatedOccasion {
  readonly time: number;
  readonly month: number;
  readonly height: number;
  readonly basket: number;
  readonly mark: number;
  readonly redeems: boolean;
  readonly aimsLate: boolean;
  readonly borrowed: boolean;
}

/** An example, ready to be run. */
export interface Worked {
  readonly name: string;
  readonly scenario: DrawnScenario;
  readonly joins: number;
  readonly ratePerDay: number;
  readonly meanBasket: number;
  readonly aimsLate: boolean;
  readonly leaving: number;
  readonly lifetime: number;
  readonly renewals: readonly number[];
  readonly occasions: readonly StatedOccasion[];
  /** By month of the horizon. */
  readonly expected: readonly Statement[];
  /** By month, where the example states it. */
  readonly counted: ReadonlyMap<number, number>;
}

const FOLDER = fileURLToPath(new URL("../worked", import.meta.url));
const DAYS_A_YEAR = 365.25;
const MILLISECONDS_A_DAY = 86_400_000;

/** All worked examples, file by file. */
export function workedExamples(): Worked[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => parse(readFileSync(join(FOLDER, file), "utf8")) as Written[])
    .map(worked);
}

function worked(written: Written): Worked {
  const { name, about, start, months, currency, customerBase, program, customer } = written;
  const scenario = completeScenario({
    name,
    about,
    horizon: { start, months },
    ...(currency && { currency }),
    customerBase: { size: 1, ...customerBase },
    program: program ?? {},
  });
  const minor = (amount: number): number => toMinorUnits(amount, scenario.currency.decimals);
  return {
    name,
    scenario,
    joins: minor(customer.joins),
    ratePerDay: (customer.purchasesPerYear ?? 52) / DAYS_A_YEAR,
    meanBasket: minor(customer.usually ?? 20),
    aimsLate: customer.aimsLate ?? false,
    leaving: customer.leaving ?? 0,
    lifetime: customer.lifetime ?? Number.POSITIVE_INFINITY,
    renewals: customer.renewals ?? [],
    occasions: (customer.occasions ?? []).map((occasion) => ({
      time: (Date.parse(occasion.on) - Date.parse(`${start}-01`)) / MILLISECONDS_A_DAY,
      month: monthNumber(occasion.on.slice(0, 7)) - monthNumber(start),
      height: occasion.height ?? 0.5,
      basket: minor(occasion.amount),
      mark: occasion.mark ?? 9,
      redeems: occasion.redeems ?? true,
      aimsLate: occasion.aimsLate ?? false,
      borrowed: occasion.borrowed ?? false,
    })),
    ...expectations(written, scenario),
  };
}

function expectations(
  { name, start, months, expect }: Written,
  scenario: DrawnScenario,
): Pick<Worked, "expected" | "counted"> {
  const byMonth = new Map<number, WrittenStatement>();
  for (const [span, statement] of Object.entries(expect)) {
    const [first, last = first] = span.split(" to ").map((month) => monthNumber(month) - monthNumber(start));
    for (let month = first; month <= last; month++) byMonth.set(month, statement);
  }
  const counted = new Map<number, number>();
  const expected = Array.from({ length: months }, (_, month) => {
    const statement = byMonth.get(month);
    if (statement === undefined) throw new Error(`${name}: nothing said of ${monthName(monthNumber(start) + month)}`);
    if (statement.counted !== undefined) counted.set(month, countedIn(scenario, statement.counted));
    return statementOf(statement, scenario.currency.decimals);
  });
  return { expected, counted };
}

function countedIn({ program, currency }: DrawnScenario, counted: number): number {
  const countsPoints = program?.kind === "points" && program.tiers?.basis === "points";
  return countsPoints ? counted : toMinorUnits(counted, currency.decimals);
}

function statementOf(written: WrittenStatement, decimals: number): Statement {
  const minor = (amount = 0): number => toMinorUnits(amount, decimals);
  const purchases = Object.fromEntries(
    PURCHASE_CAUSES.flatMap((cause) => (written[cause] === undefined ? [] : [[cause, written[cause]]])),
  );
  return {
    purchases,
    discount: minor(written.discount),
    redeemed: written.redeemed ?? 0,
    expired: written.expired ?? 0,
    forfeited: written.forfeited ?? 0,
    cost: Object.fromEntries(Object.entries(written.cost ?? {}).map(([cause, amount]) => [cause, minor(amount)])),
    perks: minor(written.perks),
    points: written.points ?? 0,
    lots: written.lots ?? {},
    tier: written.tier ?? null,
    left: written.left ?? false,
  };
}
