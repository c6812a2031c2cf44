import { CAUSE_MEANING } from "../../ledger/cause.js";
import type { CauseRow, GroupFindings } from "../../study/findings.js";
import { compact } from "../compact.js";
import { formatNumber } from "../format.js";
import { costShare } from "../sentences.js";
import { printable, shorten } from "../words.js";
import { PERCENT_LABELS } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { LABELLED_FROM, splitBars } from "./splitBars.js";
import { looksOf, type WorldLook } from "./worlds.js";

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
  const subtitle =
    "Orange: rewards for what would have happened anyway, and gifts; violet: rewards for what the program caused";
  const body = splitBars({
    ...{ looks, total: (look) => total(look, group), parts, field: "cause", kinds: present },
    ...{ title: "Share of reward cost", end: 1, axis: { labelExpr: PERCENT_LABELS } },
    tooltip: [
      { field: "name", title: "World" },
      { field: "cause", title: "Cause" },
      { field: "meaning", title: "Meaning" },
      { field: "share", title: "Share of reward cost" },
      { field: "cost", title: "Reward cost" },
    ],
  });
  return chart(title(looks, group), subtitle, body);
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

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const subsidy = ({ world }: WorldLook): number | null => world.findings.subsidyShare?.level.value ?? null;
  const [first] = looks;
  const share = first === undefined ? null : subsidy(first);
  if (looks.length !== 1 || first === undefined || share === null)
    return "What the reward cost of each design pays for";
  const name = shorten(printable(first.world.name), NAME_LENGTH);
  return `${name}: ${formatNumber(share, "share", group.currency)} of the reward cost is subsidy`;
}
