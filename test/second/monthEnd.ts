import { monthOfYear } from "./calendar.ts";
import { total } from "./causes.ts";
import { leave, leaveUpTo, lookAtHazard } from "./leaving.ts";
import { held, snapshot } from "./lots.ts";
import { hazardOf } from "./response.ts";
import { tierQualifiedFor } from "./tiers.ts";
import { balanceOf, type Life, now } from "./world.ts";

const DECEMBER = 11;

/** Ends every month whose end is not after an instant. */
export function endMonthsUntil(life: Life, time: number): void {
  const { months, starts } = life.setting.calendar;
  while (life.month < months && starts[life.month + 1] <= time) {
    endMonth(life, starts[life.month + 1]);
    life.month += 1;
  }
}

function endMonth(life: Life, end: number): void {
  leaveUpTo(life, end);
  expire(life, end);
  if (monthOfYear(life.setting.calendar, life.month) === DECEMBER) review(life, end);
  lookAtHazard(life, end);
  renew(life, end);
  close(life, end);
}

/** Lots whose months are over. */
function expire(life: Life, end: number): void {
  const expiry = life.setting.scenario.program?.expiry ?? { kind: "never" };
  if (expiry.kind === "never") return;
  lapse(life, end, "expire", (lot) => lot + expiry.months === life.month);
  if (life.member !== null) life.member.baseline = Math.min(life.member.baseline, balanceOf(life));
}

/** The tier that the year qualifies for, up or down; a new year counts from 0. */
function review(life: Life, end: number): void {
  const { member } = life;
  const { tiers } = life.setting;
  if (member === null) return;
  const to = tierQualifiedFor(tiers, member.counted);
  member.counted = 0;
  if (to === member.tier) return;
  life.events.push({ ...now(life, end), kind: "tier", from: member.tier, to, atReview: true });
  const lost = Math.max(0, tiers[member.tier].statusWorth - tiers[to].statusWorth);
  member.demotion = to < member.tier ? { worth: lost, at: end } : null;
  member.tier = to;
}

/** The end of a contract: renewed, or the customer leaves, and loses points and membership. */
function renew(life: Life, end: number): void {
  const { attrition } = life.setting.scenario.customerBase;
  if (attrition.kind !== "atRenewal" || life.left) return;
  const monthsUnderContract = life.month - life.joinedIn + 1;
  if (monthsUnderContract % attrition.everyMonths !== 0) return;
  const mark = life.customer.renewalMark(monthsUnderContract / attrition.everyMonths);
  if (!(mark < hazardOf(life) * life.customer.facts.leavingPropensity)) return;
  leave(life, end);
  if (life.member === null) return;
  lapse(life, end, "forfeit", () => true);
  life.member = null;
}

/** Takes whole lots from the customer, oldest first. */
function lapse(life: Life, end: number, kind: "expire" | "forfeit", isDue: (lot: number) => boolean): void {
  for (const { lot, byCause } of snapshot(life.lots)) {
    if (!isDue(lot)) continue;
    life.lots.splice(
      life.lots.findIndex((one) => one.month === lot),
      1,
    );
    life.events.push({ ...now(life, end), kind, lot, points: total(byCause), byCause });
  }
}

function close(life: Life, end: number): void {
  const { member } = life;
  life.events.push({
    ...now(life, end),
    kind: "close",
    byCause: held(life.lots),
    lots: snapshot(life.lots),
    member: member !== null,
    tier: member?.tier ?? 0,
    counted: member?.counted ?? 0,
    perkCost: member === null ? 0 : life.setting.tiers[member.tier].perkCostMinor,
    customer: !life.left,
  });
}
