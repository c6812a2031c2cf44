import type { GroupFindings, MeasureLabel } from "../../study/findings.js";
import { compact } from "../compact.js";
import { formatNumber } from "../format.js";
import { printable, shorten } from "../words.js";
import { amountAxis } from "./axes.js";
import { COST_KINDS } from "./costKinds.js";
import { wordsInstead } from "./empty.js";
import { type ChartSpec, chart, type JsonObject, NAME_LENGTH } from "./spec.js";
import { LABELLED_FROM, splitBars } from "./splitBars.js";
import { looksOf, type WorldLook } from "./worlds.js";

interface Part extends JsonObject {
  readonly row: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What each design's program costs, by kind, not discounted.
 *
 * @param group worlds that share a world 0
 * @param measures whose definitions stand in the tooltip
 */
export function kindsChart(group: GroupFindings, measures: readonly MeasureLabel[]): ChartSpec {
  const looks = looksOf(group).filter((look) => costOf(look) > 0);
  if (looks.length === 0) return wordsInstead("Program cost by kind", "No design of this group costs anything.");
  const most = Math.max(...looks.map(costOf));
  const parts = looks.flatMap((look) => partsOf(look, group, measures, most));
  const present = COST_KINDS.filter(({ said }) => parts.some(({ kind }) => kind === said));
  const axis = amountAxis("Program cost", group.currency, most);
  const total = (look: WorldLook): string => compact(costOf(look), "money", group.currency);
  const body = splitBars({
    ...{ looks, total, parts, field: "kind", kinds: present, title: axis.title, end: most, axis },
    tooltip: [
      { field: "name", title: "World" },
      { field: "kind", title: "Kind" },
      { field: "cost", title: "Cost" },
      { field: "share", title: "Share of program cost" },
      { field: "meaning", title: "Meaning" },
    ],
  });
  return chart(
    title(looks, group),
    "Gross, over the horizon, not discounted; the charge for outstanding points apart",
    body,
  );
}

function partsOf(look: WorldLook, group: GroupFindings, measures: readonly MeasureLabel[], most: number): Part[] {
  let from = 0;
  return COST_KINDS.flatMap(({ key, said, ink }): Part[] => {
    const cost = amount(look, key);
    if (cost <= 0) return [];
    const to = from + cost;
    const part = {
      ...{ row: look.label, name: printable(look.world.name), kind: said, from, to, middle: (from + to) / 2, ink },
      labelled: cost >= LABELLED_FROM * most,
      share: formatNumber(cost / costOf(look), "share", group.currency),
      cost: formatNumber(cost, "money", group.currency),
      meaning: measures.find((measure) => measure.key === key)?.formula ?? "",
    };
    from = to;
    return [part];
  });
}

function amount({ world }: WorldLook, key: string): number {
  return world.findings[key]?.level.value ?? 0;
}

function costOf(look: WorldLook): number {
  return COST_KINDS.reduce((sum, { key }) => sum + amount(look, key), 0);
}

function title(looks: readonly WorldLook[], group: GroupFindings): string {
  const [look] = looks;
  if (looks.length !== 1 || look === undefined) return "What each design costs, by kind";
  const [largest] = [...COST_KINDS].sort((left, right) => amount(look, right.key) - amount(look, left.key));
  const share = formatNumber(amount(look, largest?.key ?? "") / costOf(look), "share", group.currency);
  return `${shorten(printable(look.world.name), NAME_LENGTH)}: ${share} of the cost is ${largest?.said ?? ""}`;
}
