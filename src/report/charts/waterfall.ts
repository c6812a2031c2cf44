import type { Estimate, GroupFindings, MeasureLabel } from "../../study/findings.js";
import { compact, evenly } from "../compact.js";
import { percentOf } from "../facts.js";
import { printable, shorten } from "../words.js";
import { amountAxis } from "./axes.js";
import { COST_KINDS } from "./costKinds.js";
import { wordsInstead } from "./empty.js";
import { firstOf } from "./partLooks.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const WHAT = "From margin to net value";
const PLOT_WIDTH = 390;
const ROW_HEIGHT = 21;
const MOST_DESIGNS = 3;
const TOTAL = "#c9c9c9";
const CHARGE = "#a6761d";
const OTHER = "#222222";
/** What is missing of the program cost below this share of it is rounding. */
const ROUNDING = 1e-9;

/** One bar of a waterfall: what is added to the sum so far, or taken off it. */
interface Step {
  readonly row: string;
  readonly amount: number;
  readonly color: string;
  readonly meaning: string;
}

interface Fall {
  readonly look: WorldLook;
  readonly steps: readonly Step[];
  readonly net: Estimate & { readonly value: number };
}

/**
 * From the margin a design brings through each kind of cost and the charge for outstanding points to its net value, all discounted.
 *
 * @param group worlds that share a world 0
 * @param measures whose definitions stand in the tooltip
 */
export function waterfallChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec {
  const meaning = (key: string): string => measures.find((measure) => measure.key === key)?.formula ?? "";
  const designs = looksOf(group).flatMap((look): Fall[] => {
    const net = look.world.findings.netValue?.level;
    const steps = stepsOf(look, meaning);
    return net === undefined || net.value === null || steps === null
      ? []
      : [{ look, steps, net: { ...net, value: net.value } }];
  });
  if (designs.length === 0) return wordsInstead(WHAT, "No design in this group has a net value.");
  const { looks, note } = firstOf(
    designs.map(({ look }) => look),
    MOST_DESIGNS,
    "measures.csv",
  );
  const shown = designs.slice(0, looks.length);
  const domain = reachOf(shown);
  const level = percentOf(group.provenance.level);
  const subtitle = `All discounted to day one; each bar begins where the one above ends. Of net value, thick: ${level} Monte Carlo interval; thin: outcome range, 5–95 %${note}`;
  return chart(title(shown, group), subtitle, {
    spacing: 20,
    vconcat: shown.map((fall, at) => panel(fall, group, domain, meaning("netValue"), at === shown.length - 1)),
  });
}

/** Null where the margin is unknown. */
function stepsOf({ world: { findings } }: WorldLook, meaning: (key: string) => string): Step[] | null {
  const amount = (key: string): number => findings[key]?.level.value ?? 0;
  const margin = findings.incrementalMargin?.level.value ?? null;
  if (margin === null) return null;
  const kinds = COST_KINDS.map(({ discounted, said, color }) => ({
    ...{ row: said, amount: 0 - amount(discounted), color, meaning: meaning(discounted) },
  }));
  const cost = amount("programCost");
  const rest = cost + kinds.reduce((sum, kind) => sum + kind.amount, 0);
  const other = Math.abs(rest) > ROUNDING * Math.abs(cost) ? rest : 0;
  return [
    { row: "incremental margin", amount: margin, color: TOTAL, meaning: meaning("incrementalMargin") },
    ...[
      ...kinds,
      { row: "other program cost", amount: 0 - other, color: OTHER, meaning: meaning("programCost") },
      {
        ...{ row: "charge for points out", amount: 0 - amount("outstandingCharge"), color: CHARGE },
        meaning: meaning("outstandingCharge"),
      },
    ].filter((step) => step.amount !== 0),
  ];
}

function panel(
  { look, steps, net }: Fall,
  group: GroupFindings,
  domain: readonly [number, number],
  meaning: string,
  isLast: boolean,
): JsonObject {
  const say = evenly([...steps.map(({ amount }) => amount), net.value], group.currency);
  const rows = [...steps.map(({ row }) => row), "net value"];
  let sum = 0;
  const bars = steps.map((step, at): JsonObject => {
    const from = sum;
    sum += step.amount;
    return { ...step, from, to: sum, next: rows[at + 1] ?? "", text: say(step.amount) };
  });
  const { low, high, outcomeLow, outcomeHigh } = net;
  const total = {
    ...{ row: "net value", from: 0, to: net.value, color: TOTAL, text: say(net.value), meaning },
    ...{ low, high, outcomeLow, outcomeHigh },
  };
  const axis = amountAxis("Discounted", group.currency, Math.max(...domain.map(Math.abs)));
  const tooltip = [
    { field: "row", title: "What" },
    { field: "text", title: "Amount" },
    { field: "meaning", title: "Meaning" },
  ];
  const range = (from: string, to: string, strokeWidth: number): JsonObject => ({
    data: { values: [total] },
    mark: { type: "rule", strokeWidth, color: "#222222", opacity: strokeWidth > 2 ? 0.55 : 1 },
    encoding: { x: { field: from, type: "quantitative" }, x2: { field: to } },
  });
  return {
    width: PLOT_WIDTH,
    height: rows.length * ROW_HEIGHT,
    title: { text: look.label, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    data: { values: [...bars, total] },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        sort: rows,
        title: null,
        scale: { domain: rows },
        axis: { domain: false, ticks: false, labelColor: "#222222", labelLimit: 150, labelPadding: 8 },
      },
    },
    layer: [
      {
        mark: { type: "bar", height: 14 },
        encoding: {
          x: {
            field: "from",
            type: "quantitative",
            title: isLast ? axis.title : null,
            scale: { domain: [...domain], nice: false },
            axis: { labelExpr: axis.labelExpr ?? null, tickCount: 5 },
          },
          x2: { field: "to" },
          color: { field: "color", type: "nominal", scale: null },
          tooltip,
        },
      },
      {
        data: { values: bars },
        mark: { type: "rule", strokeWidth: 1, color: "#999999" },
        encoding: { x: { field: "to", type: "quantitative" }, y2: { field: "next" } },
      },
      { data: { values: [{}] }, mark: { type: "rule", color: "#222222", strokeWidth: 1 }, encoding: zero(rows.length) },
      range("outcomeLow", "outcomeHigh", 1.5),
      range("low", "high", 6),
      {
        mark: { type: "text", align: "left", baseline: "middle", fontSize: 11, color: "#222222" },
        encoding: { text: { field: "text", type: "nominal" }, x: { value: PLOT_WIDTH + 10 } },
      },
    ],
  };
}

/** From the first row to the last. */
function zero(rows: number): JsonObject {
  return { x: { datum: 0 }, y: { value: 0 }, y2: { value: rows * ROW_HEIGHT } };
}

/** Ends of the axis that all panels share: every sum on the way, the net value's ranges, zero, and a little air. */
function reachOf(falls: readonly Fall[]): [number, number] {
  const ends = falls.flatMap(({ steps, net }) => {
    let sum = 0;
    const sums = steps.map(({ amount }) => {
      sum += amount;
      return sum;
    });
    return [0, ...sums, net.value, net.outcomeLow ?? net.value, net.outcomeHigh ?? net.value];
  });
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const air = (high - low || 1) * 0.03;
  return [low < 0 ? low - air : 0, high + air];
}

function title(falls: readonly Fall[], group: GroupFindings): string {
  const [fall] = falls;
  if (falls.length !== 1 || fall === undefined) return "From the margin each design brings to its net value";
  const margin = compact(fall.steps[0]?.amount ?? null, "money", group.currency);
  const net = compact(fall.net.value, "money", group.currency);
  return `${shorten(printable(fall.look.world.name), NAME_LENGTH)}: ${margin} of margin, ${net} of net value`;
}
