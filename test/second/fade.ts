import { DAYS_PER_MONTH } from "#tenure/basics/calendar.js";
import { exp2 } from "#tenure/math/exp2.js";
import type { Membership } from "./world.ts";

/** What is left of something after a time, by its half-life in days. */
export function leftAfter(days: number, halfLifeDays: number): number {
  return exp2(-days / halfLifeDays);
}

/** What is left of an effect of membership, by its half-life in months. */
export function leftOfMembership(member: Membership, time: number, halfLifeMonths: number | "never"): number {
  return halfLifeMonths === "never" ? 1 : leftAfter(time - member.enrolledAt, halfLifeMonths * DAYS_PER_MONTH);
}
