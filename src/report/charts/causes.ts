import { CAUSE_MEANING } from "../../ledger/cause.js";
import type { CauseRow, GroupFindings } from "../../study/findings.js";
import { compact } from "../compact.js";
import { formatNumber } from "../format.js";
import { costShare } from "../sentences.js";
import { printable, shorten } from "../words.js";
import { PERCENT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH, WIDTH } from "./spec.js";
import { looksOf, type WorldLook } from "./worlds.js";

const ROW_HEIGHT = 50;
/** A part narrower than this has no room for its label. */
const LABELLED_FROM = 0.075;

/** Orange for what is paid for nothing new, violet for what the program caused: apart for colour-blind readers. */
const LOOKS: readonly { cause: CauseRow["cause"]; color: string; ink: string; said: string }[] = [
  { cause: "kept", color: "#b35806", ink: "white", said: "kept (subsidy)" },
  { cause: "gift", color: "#fdb863", ink: "#222222", said: "gift (subsidy)" },
  { cause: "enlarged", color: "#d8daeb", ink: "#222222", said: "enlarged" },
  { cause: "lifted", color: "#b2abd2", ink: "#222222", said: "lifted" },
  { cause: "retained", color: "#8073ac", ink: "white", said: "retained" },
  { cause: "brought", color: "#542788", ink: "white", said: "brought" },
];

/**
 * What each design's reward cost was caused by, as shares of it.
 *
 * @param group worlds that share a world 0
 */
export function causesChart(group: GroupFindings): ChartSpec {
  const looks = looksOf(group).filter(({ world }) => world.causes.some(({ rewardCost }) => rewardCost > 0));
  if (looks.length === 0) return wordsInstead("Reward cost by cause", "No design of this group paid for a reward.");
  const parts = looks.flatMap((look) => partsOf(look, group));
  const present = LOOKS.filter(({ said }) => parts.some(({ cause }) => cause === said));
  const y = { field: "row", type: "ordinal", axis: null, sort: looks.map(({ label }) => label) };
  const subtitle =
    "Orange: rewards for what would have happened anyway, and gifts; violet: rewards for what the program caused";
  return chart(title(looks, group), subtitle, {
    width: WIDTH,
    height: looks.length * ROW_HEIGHT,
    layer: [
      { data: { values: looks.map((look) => ({ row: look.label, text: look.label })) }, ...caption("left", 0, y) },
      {
        data: { values: looks.map((look) => ({ row: look.label, text: total(look, group) })) },
        ...caption("right", WIDTH, y),
      },
      {
        data: { values: parts },
        mark: { type: "bar", height: 22, yOffset: 8, stroke: "white", strokeWidth: 1 },
        encoding: {
          y,
          x: {
            field: "from",
            type: "quantitative",
            title: "Share of reward cost",
            scale: { domain: [0, 1], nice: false },
            axis: { labelExpr: PERCENT_LABELS, tickCount: 5, grid: false },
          },
          x2: { field: "to" },
          color: {
            field: "cause",
            type: "nominal",
            scale: { domain: present.map(({ said }) => said), range: present.map(({ color }) => color) },
            legend: {
              title: null,
              orient: "bottom",
              columns: 6,
              symbolType: "square",
              symbolStrokeWidth: 0,
              symbolSize: 120,
            },
          },
          tooltip: [
            { field: "name", title: "World" },
            { field: "cause", title: "Cause" },
            { field: "meaning", title: "Meaning" },
            { field: "share", title: "Share of reward cost" },
            { field: "cost", title: "Reward cost" },
          ],
        },
      },
      {
        data: { values: parts.filter(({ labelled }) => labelled === true) },
        mark: { type: "text", yOffset: 8, baseline: "middle", fontSize: 11 },
        encoding: {
          y,
          x: { field: "middle", type: "quantitative" },
          text: { field: "share", type: "nominal" },
          color: { field: "ink", type: "nominal", scale: null },
        },
      },
    ],
    resolve: { scale: { color: "independent" } },
  });
}

function partsOf({ world, label }: WorldLook, group: GroupFindings): JsonObject[] {
  let from = 0;
  return LOOKS.flatMap(({ cause, ink, said }) => {
    const row = world.causes.find((candidate) => candidate.cause === cause);
    const share = row === undefined ? null : costShare(row, world.causes);
    if (row === undefined || share === null || share === 0) return [];
    const to = from + share;
    const part = {
      ...{ row: label, name: printable(world.name), cause: said, meaning: CAUSE_MEANING[cause] },
      ...{ from, to, middle: (from + to) / 2, ink, labelled: share >= LABELLED_FROM },
      share: formatNumber(share, "share", group.currency),
      cost: formatNumber(row.rewardCost, "money", group.currency),
    };
    from = to;
    return [part];
  });
}

function total({ world }: WorldLook, group: GroupFindings): string {
  const cost = world.causes.reduce((sum, { rewardCost }) => sum + rewardCost, 0);
  return `reward cost ${compact(cost, "money", group.currency)}`;
}

function caption(align: "left" | "right", x: number, y: JsonObject): JsonObject {
  return {
    mark: { type: "text", align, baseline: "middle", yOffset: -13, fontSize: 11.5, color: "#222222" },
    encoding: { y, x: { value: x }, text: { field: "text", type: "nominal" } },
  };
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const subsidy = ({ world }: WorldLook): number | null => world.findings.subsidyShare?.level.value ?? null;
  const [first] = looks;
  const share = first === undefined ? null : subsidy(first);
  if (looks.length !== 1 || first === undefined || share === null)
    return "What the reward cost of each design pays for";
  const name = shorten(printable(first.world.name), NAME_LENGTH);
  return `${name}: ${formatNumber(share, "share", group.currency)} of the reward cost is subsidy`;
}
