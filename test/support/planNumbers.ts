import { quantileAt } from "#tenure/math/quantileTable.js";
import type { Plan } from "#tenure/plan/plan.js";
import { gridWords } from "../second/grid.ts";
import type { Setting } from "../second/setting.ts";

/** Relative error that two ways to the same number may show: sums of thousands of terms, and roots of them. */
const ERROR = 1e-9;

/** Numbers that must be the same before anybody lives, by what they are. */
type Numbers = Readonly<Record<string, readonly number[]>>;

/** First number on which a plan and the second engine's setting differ; null where they agree to rounding. */
export function firstDifferentNumber(plan: Plan, setting: Setting): string | null {
  const second = ofSetting(setting);
  for (const [name, numbers] of Object.entries(ofPlan(plan))) {
    const others = second[name];
    const at = numbers.findIndex((one, k) => !(Math.abs(one - others[k]) <= ERROR * Math.max(1e-300, Math.abs(one))));
    if (at >= 0 || numbers.length !== others.length) return `${name} ${at}: plan ${numbers[at]}, second ${others[at]}`;
  }
  return null;
}

function ofPlan({ base, programs }: Plan): Numbers {
  const words = gridWords(16);
  return {
    baseMultiplier: [...base.baseMultiplier],
    priceLevel: [...base.priceLevel],
    shareUpTo: base.types.map(({ shareUpTo }) => shareUpTo),
    programSensitivity: base.types.map(({ programSensitivity }) => programSensitivity),
    priceSensitivity: base.types.map(({ priceSensitivity }) => priceSensitivity),
    switchingCost: base.types.map(({ switchingCost }) => switchingCost),
    leaving: words.map((word) => quantileAt(base.leavingTable, word) / base.leavingParameterDays),
    spendLevel: words.map((word) => quantileAt(base.spendLevelTable, word)),
    tierFrom: programs.flatMap(({ tiers }) => [...tiers.from]),
    tierWorth: programs.flatMap(({ tiers }) => [...tiers.worth]),
    statusWorth: programs.flatMap(({ tiers }) => [...tiers.statusWorth]),
  };
}

function ofSetting({ scenario, market, types, tiers, tables, leavingDays }: Setting): Numbers {
  const words = gridWords(16);
  const shown = scenario.program === null ? [] : tiers;
  return {
    baseMultiplier: market.baseMultiplier,
    priceLevel: market.priceLevel,
    shareUpTo: types.map((_, at) => types.slice(0, at + 1).reduce((sum, { share }) => sum + share, 0)),
    programSensitivity: types.map(({ sensitivity }) => sensitivity.program),
    priceSensitivity: types.map(({ sensitivity }) => sensitivity.price),
    switchingCost: types.map(({ sensitivity }) => sensitivity.switching),
    leaving: words.map((word) => quantileAt(tables.leaving, word) / leavingDays),
    spendLevel: words.map((word) => quantileAt(tables.spendLevel, word)),
    tierFrom: shown.map(({ from }) => from),
    tierWorth: shown.map(({ worth }) => worth),
    statusWorth: shown.map(({ statusWorth }) => statusWorth),
  };
}
