import { hazardOf } from "./response.ts";
import { type Life, now } from "./world.ts";

/** Leaving over time: when the days still to go run out at the hazard of the moment. */
export function leavesAt({ exposure }: Life): number {
  const { from, remaining, hazard } = exposure;
  return hazard === 0 ? Number.POSITIVE_INFINITY : from + remaining / hazard;
}

/** Leaves, if leaving over time has come by this instant. */
export function leaveUpTo(life: Life, time: number): void {
  if (!life.left && leavesAt(life) <= time) leave(life, leavesAt(life));
}

/** Looks at the hazard again: from here on it may be another. */
export function lookAtHazard(life: Life, time: number): void {
  const { from, remaining, hazard } = life.exposure;
  const next = hazardOf(life);
  if (next === hazard || life.left) return;
  life.exposure = { from: time, remaining: remaining - (time - from) * hazard, hazard: next };
}

/** Leaves at this instant, for good. */
export function leave(life: Life, time: number): void {
  life.left = true;
  life.events.push({ ...now(life, time), kind: "leave" });
}
