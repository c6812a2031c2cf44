import type { ProgramOf } from "#tenure/scenario/scenario.js";
import { yearAround } from "./calendar.ts";
import { leftOfMembership } from "./fade.ts";
import { tierQualifiedFor } from "./tiers.ts";
import type { Life, Membership } from "./world.ts";

/** How much more often somebody buys for the next tier: the closer it is, and the closer the end of the year. */
export function chaseLift(life: Life, program: ProgramOf<number>, member: Membership, time: number): number {
  const { tiers, calendar } = life.setting;
  const next = tiers[tierQualifiedFor(tiers, member.counted) + 1];
  if (next === undefined || program.kind !== "points") return 0;
  const { tierChase, tierChaseHalfLifeMonths, tierChaseReach } = program.response;
  const year = yearAround(calendar, life.month);
  const { ratePerDay, meanBasket } = life.customer.facts;
  const usual = ratePerDay * meanBasket * (year.end - time);
  if (spendMissing(life, program, next.from - member.counted) > tierChaseReach * usual) return 0;
  const fade = leftOfMembership(member, time, tierChaseHalfLifeMonths);
  const near = member.counted / next.from;
  const late = (time - year.start) / (year.end - year.start);
  return tierChase * fade * next.worth * near * late;
}

/** Spend in minor units that what is missing stands for. */
function spendMissing(life: Life, program: Extract<ProgramOf<number>, { kind: "points" }>, missing: number): number {
  if (program.tiers?.basis !== "points") return missing;
  return (missing / program.earn.pointsPerUnit) * 10 ** life.setting.scenario.currency.decimals;
}
