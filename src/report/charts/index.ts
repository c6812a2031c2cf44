import { breakEvenChart } from "./breakEven.js";
import { causesChart } from "./causes.js";
import { cohortCurvesChart } from "./cohortCurves.js";
import { cohortsChart } from "./cohorts.js";
import { cohortValueChart } from "./cohortValue.js";
import { costChart } from "./cost.js";
import { distributionChart } from "./distribution.js";
import { frequenciesChart } from "./frequencies.js";
import { goalGradientChart } from "./goalGradient.js";
import { heterogeneityChart } from "./heterogeneity.js";
import { holdoutChart } from "./holdout.js";
import { kindsChart } from "./kinds.js";
import { netValueChart } from "./netvalue.js";
import { newcomersChart } from "./newcomers.js";
import { type ComparisonChart, ofComparison } from "./ofComparison.js";
import { pointsChart } from "./points.js";
import { quadrantChart } from "./quadrant.js";
import { retentionChart } from "./retention.js";
import { seasonChart } from "./season.js";
import { sweepChart } from "./sweep.js";
import { tierMixChart } from "./tierMix.js";
import { tierMovesChart } from "./tierMoves.js";
import { tiersChart } from "./tiers.js";
import { tornadoChart } from "./tornado.js";
import { trackingChart } from "./tracking.js";
import { typesChart } from "./types.js";
import { typeUpliftChart } from "./typeUplift.js";
import { upliftChart } from "./uplift.js";
import { waterfallChart } from "./waterfall.js";

const NO_TYPES = "Customers of this group are of one kind: its scenarios name no loyalty types.";
const NO_TIERS = "No design of this group has tiers.";
const NO_COHORTS = "Nobody joins after day one, so there is one cohort alone.";
const NO_MEMBERS = "No design of this group has members.";
const always = (draw: Parameters<typeof ofComparison>[0]): ComparisonChart => ofComparison(draw, "", "");

/**
 * Charts of results, each a function from them to a vega-lite chart as plain data: tooltips with units, intervals drawn, a world
 * and a loyalty type in the same colour everywhere. What the results do not allow is said in words inside the chart. A comparison
 * of several groups is drawn by its first one, or by the one asked for: `{ group: "Coffee, no program" }`, or its place from 0.
 * Results of `sweep`, `tornado` and `fitCustomerBase` have charts of their own.
 *
 * @throws RangeError when a comparison has no such group, with those it has, or a number is not finite
 * @example
 * const designs = await loadAll(["scenarios/cdnow"]);
 * const comparison = await compare(designs, { replicates: 4, customers: 100 });
 * charts.retention(comparison).$schema; // "https://vega.github.io/schema/vega-lite/v6.json"
 * charts.tiers(comparison).description; // "What members of each tier do and cost. No design of this group has tiers."
 * charts.uplift(comparison, { group: "Grocer" }); // throws RangeError /expected a group of the comparison: "CDNOW, no program" \(0\)/
 * charts.tornado(await tornado(designs[0], { replicates: 4, customers: 100, measure: "clv" })).description; // /CLV per customer/
 */
export const charts = {
  /** CLV uplift of each design: a forest of estimates, intervals and outcome ranges. */
  uplift: always(upliftChart),
  /** From the margin a design brings through each kind of cost and the charge for outstanding points to its net value, discounted. */
  waterfall: always(waterfallChart),
  /** What each design's reward cost pays for, by cause: subsidy of what would have happened anyway, and what it brought. */
  causes: always(causesChart),
  /** Cumulative discounted net value by month, with its outcome range: where it crosses zero a design has paid back. */
  netValue: always(netValueChart),
  /** Program cost against the margin it brings, both discounted; on the diagonal a design earns back what it costs; designs no other beats are joined. */
  cost: always(costChart),
  /** What each design's program costs, by kind, not discounted. */
  kinds: always(kindsChart),
  /** Retention by month: its level in the reference world, and what each design adds to it. */
  retention: always(retentionChart),
  /** Points issued, redeemed, expired and outstanding by month, each a line with its fan of outcomes. */
  points: always(pointsChart),
  /** What each design does to the value of a member: members by change of value. */
  distribution: ofComparison(distributionChart, "Change in a member's value", NO_MEMBERS),
  /** Purchases a member and day around a reward, with the program and, by the same people on the same days, without it. */
  goalGradient: ofComparison(goalGradientChart, "Purchases around a reward", NO_MEMBERS),
  /** CLV uplift of each design by loyalty type. */
  typeUplift: ofComparison(
    typeUpliftChart,
    "CLV uplift by loyalty type",
    "Customers of this group are of one kind, or it has no design.",
  ),
  /** What customers of each loyalty type are like in the reference world. */
  types: ofComparison(typesChart, "What customers of each loyalty type are like", NO_TYPES),
  /** Customers by attitude and repeat patronage over time: loyal, latent, spurious, none. */
  quadrant: ofComparison(quadrantChart, "Loyalty by attitude and repeat patronage", NO_TYPES),
  /** What members of each tier do and cost. */
  tiers: ofComparison(tiersChart, "What members of each tier do and cost", NO_TIERS),
  /** Share of members by tier over time. */
  tierMix: ofComparison(tierMixChart, "Tiers over time", NO_TIERS),
  /** Promotions and demotions by calendar year. */
  tierMoves: ofComparison(tierMovesChart, "Moves between tiers", NO_TIERS),
  /** Retention of every cohort by month of tenure, as a triangle, and what each design adds to it. */
  cohorts: ofComparison(cohortsChart, "Retention by cohort", NO_COHORTS),
  /** Retention by months since joining, of day one and of each year's newcomers, and what each design adds to it. */
  cohortCurves: ofComparison(cohortCurvesChart, "Retention by tenure", NO_COHORTS),
  /** What cohorts are worth at equal tenure. */
  cohortValue: ofComparison(cohortValueChart, "What cohorts are worth at equal tenure", NO_COHORTS),
  /** How far each ranged input of a scenario moves a measure by itself: the result of `tornado`. */
  tornado: tornadoChart,
  /** The designs of a `sweep`: measures along one lever, or a map of net value over two. */
  sweep: sweepChart,
  /** Which designs of a `sweep` pay: where net value crosses 0 along one lever, or the line between those that pay and those that do not. */
  breakEven: breakEvenChart,
  /** Repeat purchases week by week and to date, in a log and as the model fitted to it expects: the result of `fitCustomerBase`. */
  tracking: trackingChart,
  /** Purchases held out of a fit beside their forecast, by repeat purchases before and by tenths of the forecast. */
  holdout: holdoutChart,
  /** Customers by number of repeat purchases, in a log and as the model fitted to it expects. */
  frequencies: frequenciesChart,
  /** How customers differ by a fitted model, in how often they buy and how readily they leave, with the uncertainty of the fit. */
  heterogeneity: heterogeneityChart,
  /** Season factors of a fit by calendar month. */
  season: seasonChart,
  /** New customers of a log by month. */
  newcomers: newcomersChart,
};
