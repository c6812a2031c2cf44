import { liveInProgram, liveTwin } from "#tenure/engine/life.js";
import { enterWorld, LifeState } from "#tenure/engine/lifeState.js";
import { marginOf } from "#tenure/engine/margin.js";
import { Occasions } from "#tenure/engine/occasions.js";
import type { Person } from "#tenure/engine/person.js";
import { openStanding, settle } from "#tenure/engine/standing.js";
import { openLedger } from "#tenure/ledger/books.js";
import { openTrace, readTrace, type TraceLine } from "#tenure/ledger/trace.js";
import type { CustomerBasePlan, Plan } from "#tenure/plan/plan.js";
import { DAY_ONE_COHORT, PURPOSE } from "#tenure/random/address.js";
import { seedWords } from "#tenure/random/seed.js";
import { luckOf, uniform } from "../second/luck.ts";
import { planOf } from "./lives.ts";
import { namedCells } from "./namedCells.ts";
import type { StatedOccasion, Statement, Worked } from "./worked.ts";
import { statementsOf } from "./workedStatement.ts";

const SEED = "worked";

/** A worked example, lived by the kernel's own functions on the stated person and occasions. */
export function workByKernel(example: Worked): Statement[] {
  const plan = planOf(example.scenario);
  const life = new LifeState(plan, { seed: seedWords(SEED), replicate: 0 }, plan.programs[0]);
  life.trace = openTrace();
  life.isTraced = 1;
  describe(life.person, example, plan);
  const occasions = occasionsOf(example, plan.base);
  const [twinLedger, ledger] = [openLedger(plan.layout), openLedger(plan.programs[0].layout)];
  const standing = openStanding(ledger.layout);
  enterWorld(life, 0, twinLedger, openStanding(plan.layout));
  const twinLast = liveTwin(life, occasions);
  enterWorld(life, 1, ledger, standing);
  if (life.isWilling === 0) liveTwin(life, occasions);
  else liveInProgram(life, occasions, twinLast);
  settle(standing, ledger, 0, 0);
  const lines = readTrace(life.trace).filter(({ world }) => world === 1);
  const told = {
    books: namedCells(ledger),
    lots: lotsByMonth(lines, plan),
    leftAt: lines.find(({ kind }) => kind === "leave")?.time ?? Number.POSITIVE_INFINITY,
  };
  return statementsOf(told, example.scenario, [...plan.monthStart]);
}

/** Puts the stated person in place of a drawn one. */
function describe(person: Person, example: Worked, plan: Plan): void {
  const { base, monthStart, layout } = plan;
  const { attrition } = example.scenario.customerBase;
  person.cohortKey = DAY_ONE_COHORT;
  person.ratePerDay = example.ratePerDay;
  person.spendLevel = base.basketMean / example.meanBasket;
  person.aimUniform = example.aimsLate ? 0.99 : 0.01;
  person.acquisitionBasket = example.joins;
  person.acquisitionMargin = marginOf(example.joins, base.grossMarginMillionths, base.costPerPurchaseMinor);
  person.contractEnds = layout.months;
  if (attrition.kind === "afterPurchase") person.leaving = example.leaving;
  if (attrition.kind === "overTime") {
    person.lifetime = example.lifetime;
    person.leavesAt = example.lifetime;
  }
  if (attrition.kind !== "atRenewal") return;
  person.notRenewing = example.leaving;
  person.renewalMarks.fill(9);
  person.renewalMarks.set(example.renewals);
  const last = example.renewals.findIndex((mark) => mark < example.leaving);
  if (last < 0) return;
  person.contractEnds = (last + 1) * attrition.everyMonths - 1;
  person.leavesAt = monthStart[person.contractEnds + 1];
}

function occasionsOf(example: Worked, base: CustomerBasePlan): Occasions {
  const occasions = new Occasions();
  for (const [at, occasion] of example.occasions.entries()) {
    occasions.time[at] = occasion.time;
    occasions.month[at] = occasion.month;
    occasions.height[at] = occasion.height;
    occasions.basket[at] = occasion.basket;
    occasions.margin[at] = marginOf(occasion.basket, base.grossMarginMillionths, base.costPerPurchaseMinor);
    occasions.leaving[at] = occasion.mark;
    occasions.layer[at] = 0;
    occasions.index[at] = indexWithLuck(occasion);
  }
  occasions.count = example.occasions.length;
  return occasions;
}

const luck = luckOf(SEED, 0);
const found = new Map<string, number>();

/** An address at which the generator has the stated luck: redeeming, next aim, bringing forward. */
function indexWithLuck({ redeems, aimsLate, borrowed }: StatedOccasion): number {
  const name = `${redeems} ${aimsLate} ${borrowed}`;
  let index = found.get(name) ?? -1;
  while (index < 0 || !hasLuck(index, redeems, aimsLate, borrowed)) index++;
  found.set(name, index);
  return index;
}

function hasLuck(index: number, redeems: boolean, aimsLate: boolean, borrowed: boolean): boolean {
  const words = luck({ cohortKey: DAY_ONE_COHORT, ordinal: 0, purpose: PURPOSE.occasionReward, index });
  const isLow = (word: number): boolean => uniform(word) < 0.1;
  const isHigh = (word: number): boolean => uniform(word) > 0.9;
  const [redeeming, aim, , bringing] = words;
  return (
    (redeems ? isLow : isHigh)(redeeming) && (aimsLate ? isHigh : isLow)(aim) && (borrowed ? isLow : isHigh)(bringing)
  );
}

/** Points by lot at each month's end, added up from what the trace says of lots. */
function lotsByMonth(lines: readonly TraceLine[], { monthStart, layout }: Plan): Map<number, number>[] {
  return Array.from({ length: layout.months }, (_, month) => {
    const lots = new Map<number, number>();
    for (const { kind, time, lot, amount } of lines) {
      const isEnd = kind === "expire" || kind === "forfeit";
      if (isEnd ? time > monthStart[month + 1] : time >= monthStart[month + 1]) continue;
      if (kind === "issue") lots.set(lot, (lots.get(lot) ?? 0) + amount);
      if (isEnd || kind === "take") lots.set(lot, (lots.get(lot) ?? 0) - amount);
    }
    for (const [lot, points] of lots) if (points === 0) lots.delete(lot);
    return lots;
  });
}
