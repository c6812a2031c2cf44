import { type BreakEvenVerdict, breakEvenVerdict, type Crossing, crossingsOf } from "../../study/breakEven.js";
import type { Sweep } from "../../study/sweepFindings.js";
import { percentOf } from "../facts.js";
import { inputValue } from "../inputWords.js";
import { counted, spoken } from "../words.js";
import { breakEvenPanel } from "./breakEvenPanel.js";
import { wordsInstead } from "./empty.js";
import { leverMap } from "./leverMap.js";
import { leverName, leverText } from "./levers.js";
import { type ChartSpec, chart, WIDTH } from "./spec.js";

/** Crossings a title names. */
const MOST_NAMED = 3;

/**
 * Which designs of a sweep pay. One lever: where net value crosses 0; two levers: the map, with a line between the cells that pay and
 * those that do not.
 *
 * @param sweep of one or two levers
 */
export function breakEvenChart(sweep: Sweep): ChartSpec {
  const { levers, designs, provenance } = sweep;
  if (designs.length === 0 || levers.length === 0) return wordsInstead("Which designs pay", "No design was tried.");
  const level = percentOf(provenance.level);
  if (levers.length === 1) {
    const crossings = crossingsOf(sweep);
    const subtitle =
      `Along ${leverName(levers[0])}, straight between the values tried. Band: ${level} Monte Carlo interval of net value at each value ` +
      `by itself${crossings.some(({ at }) => at !== null) ? "; thick on the 0 line: where that holds 0" : ""}`;
    return chart(crossingTitle(sweep, crossings), subtitle, breakEvenPanel(sweep, crossings));
  }
  const [up, across] = levers;
  const subtitle =
    `Net value (discounted) by ${leverName(up)} (up) and ${leverName(across)} (across). Black line: where the estimate changes sign; ` +
    `pale with cut corners: the ${level} Monte Carlo interval holds 0, it cannot be told; dashed: as written`;
  return chart(mapTitle(sweep), subtitle, leverMap(sweep, { width: WIDTH, isVerdict: true }));
}

function verdictsOf({ designs }: Sweep): (verdict: BreakEvenVerdict) => number {
  const verdicts = designs.map(({ findings }) => breakEvenVerdict(findings.netValue.level));
  return (verdict) => verdicts.filter((one) => one === verdict).length;
}

function mapTitle(sweep: Sweep): string {
  const count = verdictsOf(sweep);
  const all = counted(sweep.designs.length, "design");
  const [pays, fails, unsure] = [count("pays"), count("does not pay"), count("cannot be told")];
  const rest = unsure === 0 ? "" : `; of ${unsure} it cannot be told`;
  if (pays === 0 && fails === 0) return `Whether any of ${all} pays cannot be told: run more replicates`;
  if (pays === 0) return `No design surely pays, ${fails} of ${all} surely do not${rest}`;
  if (fails === 0) return `${pays} of ${all} surely ${pays === 1 ? "pays" : "pay"}${rest || ", none loses"}`;
  return `${pays} of ${all} surely ${pays === 1 ? "pays" : "pay"}, ${fails} surely ${fails === 1 ? "does" : "do"} not${rest}`;
}

function crossingTitle(sweep: Sweep, crossings: readonly Crossing[]): string {
  const [lever] = sweep.levers;
  const name = leverName(lever);
  if (crossings.length > 0) {
    const shown = crossings.slice(0, MOST_NAMED).map(crossingWords);
    const more = crossings.length - shown.length;
    const words = spoken(more > 0 ? [...shown, `${more} more`] : shown);
    return `Net value crosses 0 ${crossings.length === 1 ? "" : `${crossings.length} times, `}${words}, along ${name}`;
  }
  const count = verdictsOf(sweep);
  const tried =
    sweep.designs.length === 1
      ? `at the one value tried, ${name} = ${leverText(sweep.designs[0].values[0] ?? null)}`
      : `at every value of ${name} tried`;
  if (count("pays") === sweep.designs.length) return `Net value is above 0 ${tried}`;
  if (count("does not pay") === sweep.designs.length) return `Net value is below 0 ${tried}`;
  return `Estimates of net value do not cross 0 along ${name}; of ${count("cannot be told")} of ${counted(sweep.designs.length, "value")} it cannot be told`;
}

/** "at 1.62 [1.5, 1.8]"; an end beyond what was tried is open. */
function crossingWords({ at, low, high, from, to }: Crossing): string {
  if (at === null) return `between ${leverText(from)} and ${leverText(to)}`;
  const ends =
    low === null && high === null
      ? "cannot be told from any value tried"
      : low === null
        ? `or below, up to ${inputValue(short(high ?? at))}`
        : high === null
          ? `or above, from ${inputValue(short(low))}`
          : `${inputValue(short(low))} to ${inputValue(short(high))}`;
  return `at about ${inputValue(short(at))} (${ends})`;
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}
