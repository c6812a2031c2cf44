import { type Field, MOST_MONEY, quantity } from "./field.js";

const AUTHOR = "no default: the author's to say";

/** What a purchase earns, and what time does to money. */
export const ECONOMICS_FIELDS = {
  "economics.grossMargin": {
    type: quantity(0, 1),
    default: null,
    unit: "share of spend",
    description: "Share of spend left after the cost of the goods, before rewards.",
    source: AUTHOR,
  },
  "economics.costPerPurchase": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per purchase",
    description: "Cost of serving one purchase, besides the goods.",
    source: "assumption: the gross margin already bears it",
  },
  "economics.discountRate": {
    type: quantity(0, 1),
    default: 0.1,
    unit: "per year",
    description: "Yearly rate at which money later is worth less than money now.",
    source: "convention",
  },
} as const satisfies Readonly<Record<string, Field>>;
