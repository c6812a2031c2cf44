import { printable } from "./words.js";

/** Maps whose name says nothing that their entries do not. */
const SILENT = new Set(["program", "customerBase", "economics", "response", "loyaltyTypes", "traits"]);

/**
 * What an input is called where there is no room for its path.
 *
 * @param path as `program.rewards[Coffee].unitCost`
 * @returns the entry or map it belongs to, and its name in words
 * @example inputWords("program.response.goalGradient"); // "Goal gradient"
 * @example inputWords("program.rewards[Coffee].unitCost"); // "Coffee: unit cost"
 * @example inputWords("customerBase.purchaseRate.rate"); // "Purchase rate: rate"
 */
export function inputWords(path: string): string {
  const steps = [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, entry, key]) => ({ entry, key }));
  const [owner, own] = steps
    .filter(({ key }) => key === undefined || !SILENT.has(key))
    .slice(-2)
    .map(({ entry, key }) => entry ?? spaced(key ?? ""));
  const words = own === undefined ? (owner ?? path) : `${owner}: ${own}`;
  return printable(words.charAt(0).toUpperCase() + words.slice(1));
}

/**
 * The value of an input as a file would state it, four digits that count.
 *
 * @param value a number, or a word such as "never"
 * @example inputValue(250000); // "250,000"
 * @example inputValue(0.103243); // "0.1032"
 */
export function inputValue(value: number | string): string {
  if (typeof value === "string") return printable(value);
  const size = Math.abs(value);
  const text = String(size >= 1000 ? Math.round(size) : Number(size.toPrecision(4)));
  const sign = value < 0 ? "−" : "";
  return sign + (size >= 10_000 && size < 1e15 ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text);
}

function spaced(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
