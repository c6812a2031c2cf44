import { messages, type Words } from "./messages.js";
import { show } from "./show.js";

/** Sentences about scenarios that are right by themselves and cannot be simulated as they stand. */
export const planMessages = {
  costTooSmall: messages.perkTooSmall,
  drawOutside: (domain: string, value: number, draw: number, range: string): Words => ({
    expected: `${domain}, from every draw of a range`,
    got: `${value} as draw ${draw} of ${range}`,
    cure: "keep the range away from the limit, or end it there: `uniform(low, high)`, `triangular(low, mode, high)`",
  }),
  quantileOutside: (domain: string, value: number, quantile: string, range: string): Words => ({
    expected: `${domain}, at P5, median and P95 of a range`,
    got: `${value} as ${quantile} of ${range}`,
    cure: "keep the range away from the limit, or end it there: `uniform(low, high)`, `triangular(low, mode, high)`",
  }),
  correlatedOtherwise: (path: string, other: string): Words => ({
    expected: `an input drawn as in ${show(other)}, which is compared with the same customers`,
    got: `other correlations of ${show(path)}`,
    cure: "state the same `correlations` for it in both, or compare the two in runs of their own",
  }),
  purchasesOverHorizon: (limit: number, got: number): Words => ({
    expected: `at most ${limit} purchases by the average customer over the horizon`,
    got: `${got}`,
    cure: "shorten `horizon.months`, or check `timeUnit`, `shape` and `rate`: rate is not a scale",
  }),
  historyOverHorizon: (limit: number, got: number): Words => ({
    expected: `at most ${limit} purchases by the average customer of the history over the horizon, if all stay`,
    got: `${got}`,
    cure: "check that `observed` is in the base's `timeUnit`, take test accounts out, or shorten `horizon.months`",
  }),
  tooManyLives: (limit: number, got: number): Words => ({
    expected: `at most ${limit} customers in a replicate, newcomers of the horizon among them`,
    got: `${got}`,
    cure: "simulate fewer (`--customers`), shorten `horizon.months`, or win fewer a month",
  }),
  spendOverHorizon: (decimals: number): Words => ({
    expected: "a company whose spend over the horizon can be counted exactly",
    got: `more than can be counted in units of ${decimals} decimals`,
    cure: "count money in a larger unit (`currency.decimals: 0`, thousands), or check p, q and v",
  }),
  baseAboveCap: (cap: number, got: number): Words => ({
    expected: `purchase rates at most ${cap} times the fitted ones in every month, season and growth together`,
    got: `${Number(got.toPrecision(3))} times in the busiest month`,
    cure: "lower the growth or the season's highest factor, or shorten `horizon.months`",
  }),
  pointsTooFine: (pointsPerUnit: number): Words => ({
    expected: "points per unit that can be multiplied exactly",
    got: `${pointsPerUnit}`,
    cure: "give it fewer decimals",
  }),
  multipliersClipped: (share: number, cap: number): Words => ({
    expected: `purchase rates of members, season and growth included, at most ${cap} times the customer base's`,
    got: `more in ${Number((share * 100).toPrecision(2))} % of decisions`,
    cure: "lower the strengths of `program.response`, the peaks of `season` or `growth.purchaseRate`: no published effect comes near",
  }),
} as const;
