import { DAY_ONE_COHORT } from "#tenure/random/address.js";
import type { SecondLife } from "./engine.ts";
import type { SecondEvent } from "./events.ts";

/** Adds amounts to a place of a book. */
type Add = (place: string, amounts: Readonly<Record<string, number>>) => void;

/** Writes one life into the books that only members have. */
export type PostMember = (life: SecondLife, horizonEnd: number, add: Add) => void;

/** Days before and after a reward that are looked at. */
const MOST_DAYS = 60;

/** Writes down what only members have: what they were worth beside their twins, and how they bought around each reward. */
export function postMember(life: SecondLife, horizonEnd: number, add: Add): void {
  const enrolment = life.world.find(({ kind }) => kind === "enrol");
  if (enrolment === undefined) return;
  const group = life.facts.cohortKey === DAY_ONE_COHORT ? "dayOne" : "newcomers";
  const [world, twin] = [worthOf(life.world), worthOf(life.twin)];
  for (const [kind, worth] of Object.entries({ difference: world - twin, world, twin })) {
    add(`value ${group} ${kind} ${binOf(worth)}`, { members: 1 });
    add(`value ${group} ${kind} sum`, { members: worth });
  }
  for (const event of life.world) {
    if (event.kind === "redeem") postReward(life, event.time, enrolment.time, horizonEnd, add);
  }
}

/** Margin less everything given, in minor units. */
function worthOf(events: readonly SecondEvent[]): number {
  return events.reduce((worth, event) => {
    if (event.kind === "purchase") return worth + event.margin;
    if (event.kind === "discount") return worth - event.amount;
    if (event.kind === "redeem") return worth - event.cost;
    return event.kind === "close" ? worth - event.perkCost : worth;
  }, 0);
}

/** The sign and the largest of 1, 2, 3, 5, 7, 10, 20 … up to 700 million that a worth reaches; "0" for nothing. */
function binOf(worth: number): string {
  if (worth === 0) return "0";
  const steps = [1, 2, 3, 5, 7].flatMap((step) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map((power) => step * 10 ** power));
  const reached = Math.max(...steps.filter((step) => step <= Math.abs(worth)));
  return String(worth < 0 ? -reached : reached);
}

/** Purchases around one reward, by the whole days from it to them: counted one after the other. */
function postReward(life: SecondLife, reward: number, enrolledAt: number, horizonEnd: number, add: Add): void {
  const seen = { before: reward - enrolledAt, after: horizonEnd - reward };
  for (const [side, days] of Object.entries(seen)) {
    add(`rewardReach ${side} ${Math.min(MOST_DAYS, Math.floor(days))}`, { rewards: 1 });
  }
  for (const event of life.world) {
    if (event.kind !== "purchase" && event.kind !== "forgone" && event.kind !== "lost") continue;
    const cause = event.kind === "purchase" ? event.cause : event.kind;
    const away = Math.abs(event.time - reward);
    if (away > MOST_DAYS) continue;
    let day = 0;
    while (away > day) day++;
    const isBefore = event.time < reward;
    if (day > 0 && day > (isBefore ? seen.before : seen.after)) continue;
    add(`rewardDay ${isBefore ? "-" : ""}${day} ${cause}`, { purchases: 1 });
  }
}
