import type { InNumbers, TierInNumbers, TypeInNumbers } from "../plan/inNumbers.js";
import { printable, wrap } from "../report/words.js";
import { columns } from "./columns.js";

const RIGHT = "right";

/**
 * What loyalty types and tiers come to, as tables.
 *
 * @param numbers of a scenario
 * @param currency its three letters
 * @param width characters a line may have
 * @returns lines; none without types and tiers
 */
export function inNumbersInWords(numbers: InNumbers, currency: string, width: number): string[] {
  const { types, tiers, oddsOfLeaving, atMedians } = numbers;
  const lines = [
    ...(types.length === 0 ? [] : ["", ...typesTable(types), ...wrap(scaleInWords(oddsOfLeaving), width)]),
    ...(tiers.length === 0 ? [] : ["", ...tiersTable(tiers, currency)]),
  ];
  const note = "Ranges are taken at their medians here.";
  return lines.length > 0 && atMedians ? [...lines, note] : lines;
}

function typesTable(types: readonly TypeInNumbers[]): string[] {
  const times = (value: number): string => `${value.toFixed(2)} ×`;
  const head = ["Loyalty type", "customers", "buys", "spends", "leaves", "heeds program", "heeds prices", "held back"];
  const rows = types.map((row) => [
    row.type,
    percent(row.share),
    ...[row.buys, row.spends, row.leaves, row.programSensitivity, row.priceSensitivity, row.switchingCost].map(times),
  ]);
  return columns([head, ...rows], ["left", ...head.slice(1).map(() => RIGHT as typeof RIGHT)]);
}

function scaleInWords(odds: number): string {
  const sentence = "× is beside the average customer.";
  if (odds === 1) return sentence;
  return `${sentence} The odds of leaving are multiplied by ${Number(odds.toPrecision(3))}, so that types leave the purchases to expect as they were fitted.`;
}

function tiersTable(tiers: readonly TierInNumbers[], currency: string): string[] {
  const head = ["Tier", `${currency} a year`, "customers who spend so much", "worth, of that spend"];
  const rows = tiers.map(({ name, spend, shareSpending, worth }) => [
    printable(name),
    spend === null ? "never" : spend.toLocaleString("en-US", { maximumFractionDigits: 2 }),
    percent(shareSpending),
    percent(worth),
  ]);
  return columns([head, ...rows], ["left", RIGHT, RIGHT, RIGHT]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
