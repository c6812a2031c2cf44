import type { SecondLife } from "./engine.ts";
import type { SecondEvent } from "./events.ts";

/** What one month, or one month of a cohort's life, saw, whatever the cause. */
export interface MonthLine {
  joined: number;
  enrolled: number;
  left: number;
  /** At the month's end. */
  members: number;
  /** At the month's end: those who have not left. */
  customers: number;
  /** Customers with at least one repeat purchase in the month. */
  buyers: number;
  /** Rewards handed out, by their number in the catalogue. */
  redemptions: Record<number, number>;
}

/** Counts by month of the horizon. */
export function monthsBook(lives: readonly SecondLife[], world: "world" | "twin"): Map<number, MonthLine> {
  return countBy(lives, world, (event) => event.month);
}

/** Counts by "cohort key|months since the month of joining". */
export function customersBook(lives: readonly SecondLife[], world: "world" | "twin"): Map<string, MonthLine> {
  return countBy(lives, world, (event, life) => `${life.facts.cohortKey}|${event.month - life.twin[0].month}`);
}

function countBy<Key>(
  lives: readonly SecondLife[],
  world: "world" | "twin",
  keyOf: (event: SecondEvent, life: SecondLife) => Key,
): Map<Key, MonthLine> {
  const book = new Map<Key, MonthLine>();
  for (const life of lives) {
    let boughtThisMonth = false;
    for (const event of life[world]) {
      const key = keyOf(event, life);
      const line = book.get(key) ?? emptyMonth();
      book.set(key, line);
      if (event.kind === "join") line.joined += 1;
      if (event.kind === "enrol") line.enrolled += 1;
      if (event.kind === "leave") line.left += 1;
      if (event.kind === "redeem") line.redemptions[event.reward] = (line.redemptions[event.reward] ?? 0) + 1;
      if (event.kind === "purchase" && !event.acquisition) boughtThisMonth = true;
      if (event.kind === "close") {
        if (event.member) line.members += 1;
        if (event.customer) line.customers += 1;
        if (boughtThisMonth) line.buyers += 1;
        boughtThisMonth = false;
      }
    }
  }
  return book;
}

function emptyMonth(): MonthLine {
  return { joined: 0, enrolled: 0, left: 0, members: 0, customers: 0, buyers: 0, redemptions: {} };
}
