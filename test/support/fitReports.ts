import { decilesOf } from "#tenure/fit/deciles.js";
import type { Fit } from "#tenure/fit/fit.js";
import type { BaseFit, FitReport } from "#tenure/fit/fitCustomerBase.js";
import type { PurchaseFit } from "#tenure/fit/fitPurchases.js";
import type { SpendFit } from "#tenure/fit/fitSpend.js";
import type { LogEstimate } from "#tenure/fit/grouped.js";
import { heterogeneityOf } from "#tenure/fit/heterogeneity.js";
import { scoreHoldout } from "#tenure/fit/holdout.js";
import type { LoyaltyMix } from "#tenure/fit/loyaltyMix.js";
import { type MixSeen, mixSnippet, mixWarnings } from "#tenure/fit/mixWords.js";
import { checkModels } from "#tenure/fit/modelChecks.js";
import { acquired } from "#tenure/fit/newCustomers.js";
import type { ProgramEffects } from "#tenure/fit/programFindings.js";
import { programSnippet } from "#tenure/fit/programSnippet.js";
import { type ProgramSeen, programWarnings } from "#tenure/fit/programWarnings.js";
import { estimateSeason } from "#tenure/fit/season.js";
import { expectedRepeats, trackWeeks } from "#tenure/fit/tracking.js";
import type { TransactionLog } from "#tenure/fit/transactionLog.js";
import { HOSTILE } from "./edges.ts";

/** How a made-up log is laid out. */
interface Layout {
  readonly customers?: number;
  readonly days?: number;
  /** Day of calibration's end; null holds nothing out. */
  readonly heldFrom?: number | null;
  /** Days between two purchases of the most eager customer; Infinity for a log in which nobody comes back. */
  readonly pause?: number;
}

const MILLISECONDS_IN_DAY = 86_400_000;
const dayName = (day: number): string =>
  new Date(Date.UTC(2020, 0, 1) + day * MILLISECONDS_IN_DAY).toISOString().slice(0, 10);

/** A log of customers who come one a day, buy at their own pace, and stay away after some purchases. */
export function madeUpLog({ customers = 120, days = 800, heldFrom = 500, pause = 12 }: Layout = {}): TransactionLog {
  const lives = Array.from({ length: customers }, (_, at) => {
    const first = at % Math.max(1, Math.min(days - 1, 300));
    const step = pause * (1 + (at % 9));
    const most = 1 + ((at * 7) % 11);
    const purchases = [first];
    for (let day = first + step; day < days && purchases.length < most; day += step) purchases.push(Math.round(day));
    return purchases;
  });
  const observed = (until: number): NonNullable<TransactionLog["calibration"]> => {
    const seen = lives.filter(([first]) => first <= until);
    const rows = seen.map((life) => {
      const before = life.filter((day) => day <= until);
      const last = before.at(-1) ?? life[0];
      return {
        x: before.length - 1,
        tx: (last - life[0]) / 7,
        T: (until - life[0]) / 7,
        later: life.length - before.length,
      };
    });
    const column = (key: keyof (typeof rows)[number]): Float64Array => Float64Array.from(rows, (row) => row[key]);
    const buyers = rows.filter(({ x }) => x > 0);
    return {
      until: dayName(until),
      histories: {
        ...{ x: column("x"), tx: column("tx"), T: column("T"), later: column("later") },
        customers: new Float64Array(rows.length).fill(1),
      },
      spends: {
        x: Float64Array.from(buyers, ({ x }) => x),
        meanSpend: Float64Array.from(buyers, (_, at) => 20 + 3 * ((at * 5) % 13)),
        customers: new Float64Array(buyers.length).fill(1),
      },
      withoutSpend: 0,
    };
  };
  const daily = {
    newCustomers: new Float64Array(days),
    repeats: new Float64Array(days),
    spend: new Float64Array(days),
  };
  for (const [first, ...repeats] of lives) {
    daily.newCustomers[first]++;
    for (const day of repeats) daily.repeats[day]++;
  }
  const rows = lives.reduce((sum, { length }) => sum + length, 0);
  return {
    file: "till.csv",
    book: {
      rowsRead: rows + 2,
      rowsUsed: rows,
      setAside: [
        {
          reason: "unreadableAmount",
          rule: "an amount that is no number",
          rows: 2,
          examples: [{ line: 7, column: "total", got: HOSTILE }],
        },
      ],
      noted: [{ key: "oneRow", rule: "with one row only", count: 3, of: "customers", examples: [] }],
      detected: [{ what: "separator, detected", value: "comma" }],
    },
    timeUnit: "week",
    currency: null,
    customers,
    purchaseDays: rows,
    spendOf: "repeat",
    whole: observed(days - 1),
    calibration: heldFrom === null ? null : observed(heldFrom),
    daily: { start: dayName(0), ...daily },
    program: null,
    loyaltyTypes: null,
  };
}

const PARAMETERS = {
  bgNbd: { r: 0.7, alpha: 6, a: 0.8, b: 4 },
  paretoNbd: { r: 0.9, alpha: 8, s: 0.7, beta: 30 },
  nbd: { r: 0.6, alpha: 10 },
};

/** A fit as if found: nothing is searched, errors are a tenth of each parameter. */
function foundFit<Model extends keyof typeof PARAMETERS>(
  model: Model,
  parameters: Readonly<Record<string, number>> = PARAMETERS[model],
): PurchaseFit {
  const names = Object.keys(parameters);
  const of = <Value>(value: (one: number) => Value): Record<string, Value> =>
    Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, value(one)]));
  const found: Fit = {
    ...{
      model,
      names,
      parameters,
      standardErrors: of((one) => one / 10),
      intervals: of((one) => [one * 0.8, one * 1.2]),
    },
    correlations: names.map((_, row) => names.map((_name, at) => Number(row === at))),
    logCovariance: names.map((_, row) => names.map((_name, at) => (row === at ? 0.01 : 0))),
    ...{ logLikelihood: -1234.5, aic: 2477, bic: 2490, customers: 120, converged: true, identified: true },
    ...{ reason: "the slope is nothing", starts: [], warnings: [] },
  };
  return found as unknown as PurchaseFit;
}

/** A fit to a made-up log, with the models as if found. */
function found(layout: Layout): FitReport {
  const log = madeUpLog(layout);
  const { calibration, whole, daily, timeUnit } = log;
  const fits = (["bgNbd", "paretoNbd", "nbd"] as const).map((model) => foundFit(model));
  const [fit] = fits;
  const candidates = fits.map((one) => ({
    fit: one,
    holdout:
      calibration === null
        ? null
        : scoreHoldout(one, calibration.histories, { length: 10, purchases: calibration.histories.later }),
    inRunning: one.model !== "nbd",
  }));
  const choice = { fit, candidates, why: ["BG/NBD is chosen"] };
  const expected = expectedRepeats(daily, fit, timeUnit);
  const { x, meanSpend, customers } = whole.spends;
  return {
    ...{ log, choice, checks: checkModels(choice, log), fit: fit as BaseFit, model: "bgNbd", why: choice.why },
    spend: x.length < 2 ? null : spendOf({ x, meanSpend, customers }),
    heterogeneity: heterogeneityOf(fit as unknown as Fit, timeUnit),
    season: estimateSeason(daily, expected),
    acquisition: acquired(daily),
    tracking: trackWeeks(daily, expected),
    ...{ isSound: true, warnings: calibration === null ? ["Nothing was held out."] : [] },
  };
}

/** Spend as if found. */
function spendOf({ x }: TransactionLog["whole"]["spends"]): SpendFit {
  const fit: Fit = {
    ...(foundFit("nbd", { p: 6, q: 4, v: 15 }) as unknown as Fit),
    model: "gammaGamma",
    customers: x.length,
  };
  return fit as unknown as SpendFit;
}

const sure = (value: number): LogEstimate => ({
  value,
  standardError: value / 50,
  low: value * 0.96,
  high: value * 1.04,
});
const unseen: LogEstimate = { value: null, standardError: null, low: null, high: null };

/** A program as if seen in a log, with a reward whose name tries to leave its place. */
function seenProgram(): ProgramEffects {
  const seen = {
    ...{ customers: 120, members: 48, launch: "2020-01-01", pointsExpire: 6 },
    enrolment: {
      ...{ share: sure(0.4), atOnce: sure(0.9), delayDays: sure(12), selection: unseen, selectionOfRate: unseen },
      byMonth: [{ month: "2020-01", enrolments: 48 }],
    },
    redemption: {
      rewards: [
        { name: HOSTILE, points: 50, redemptions: 1200 },
        { name: null, points: 1, redemptions: 1 },
      ],
      byBalance: [
        { from: 0, to: 1, occasions: 1500, redemptions: 0, probability: sure(0) },
        { from: 1, to: null, occasions: 900, redemptions: 1201, probability: sure(0.5) },
      ],
      probability: sure(0.5),
    },
    points: {
      vintages: Array.from({ length: 14 }, (_, at) => ({
        ...{ month: `2020-${at}`, issued: 10_000, redeemed: 8000, expired: at < 8 ? 2000 : 0 },
        ...{ outstanding: at < 8 ? 0 : 2000, isClosed: at < 8, redemptionRate: sure(0.8) },
      })),
      ...{ ultimateRedemptionRate: sure(0.8), breakage: sure(0.2) },
    },
    tiers: [{ month: "2022-02", tier: HOSTILE, members: 48, share: sure(0.5) }],
    aroundRedemption: { weeks: [], afterOverBefore: sure(0.97) },
    goalGradient: [0, 0.25].map((from) => ({
      ...{ from, ways: 100, wait: sure(9), firstWait: sure(10), hazardRatio: sure(1.1) },
    })),
    aroundEnrolment: { members: 20, before: sure(1), after: sure(1.1), afterOverBefore: sure(1.1) },
    naive: {
      ...{ memberPurchases: sure(2), otherPurchases: sure(1), memberSpend: sure(20), otherSpend: sure(10) },
      ...{ purchaseRatio: sure(2), spendRatio: sure(2) },
    },
  } satisfies ProgramSeen;
  return { ...seen, warnings: programWarnings(seen, false), snippet: programSnippet(seen) };
}

/** Loyalty types as if read off a log. */
function seenTypes(): LoyaltyMix {
  const seen = {
    types: (["inertia", "trust"] as const).map((type) => ({
      ...{ type, share: 0.5, standardError: 0.01, low: 0.48, high: 0.52, lowByRule: 0.4, highByRule: 0.6 },
    })),
    ...{ customers: 120, answered: 0, scaleTop: null, hasPromoted: false, tooShort: 3 },
  } as unknown as MixSeen;
  return { ...seen, warnings: mixWarnings(seen), snippet: mixSnippet(seen) };
}

const MADE: Readonly<Record<string, () => FitReport>> = {
  "two years, one held out": () => found({}),
  "nothing held out": () => found({ heldFrom: null }),
  "one week": () => found({ days: 8, heldFrom: null, pause: 1, customers: 40 }),
  "two weeks, one held out": () => found({ days: 15, heldFrom: 7, pause: 1, customers: 40 }),
  "nobody comes back": () => found({ pause: Infinity }),
  "ten years": () => found({ days: 3650, heldFrom: 1825, pause: 60 }),
  "a single customer": () => found({ customers: 1, days: 60, heldFrom: null, pause: 5 }),
  "no covariance, unsound": () => {
    const report = found({});
    const bare = (points: FitReport["heterogeneity"]["rate"]) => ({
      ...points,
      points: points.points.map((point) => ({ ...point, low: null, high: null })),
    });
    const { rate, leaving } = report.heterogeneity;
    return {
      ...report,
      heterogeneity: { ...report.heterogeneity, rate: bare(rate), leaving: bare(leaving) },
      isSound: false,
      warnings: [...report.warnings, HOSTILE],
    };
  },
  "a program and loyalty types": () => {
    const report = found({});
    return { ...report, log: { ...report.log, program: seenProgram(), loyaltyTypes: seenTypes() } };
  },
  "nothing was bought in the holdout": () => {
    const report = found({});
    const candidates = report.choice.candidates.map((one) => ({
      ...one,
      holdout: one.holdout === null ? null : { ...one.holdout, actual: 0 },
    }));
    const checks = report.checks.map((check) => ({
      ...check,
      deciles: decilesOf([{ each: 0, later: 0, customers: 3 }]),
    }));
    return { ...report, choice: { ...report.choice, candidates }, checks };
  },
};

const made = new Map<string, FitReport>();

/** Fits that every chart and the page are drawn of, each made once. */
export const FITS: Readonly<Record<string, () => FitReport>> = Object.fromEntries(
  Object.entries(MADE).map(([key, make]) => [
    key,
    () => {
      const report = made.get(key) ?? make();
      made.set(key, report);
      return report;
    },
  ]),
);
