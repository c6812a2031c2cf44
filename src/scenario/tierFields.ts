import { choice, exact, type Field, LONGEST_NAME, MOST_MONEY, quantity, quantityWithDecimals, text } from "./field.js";

const AUTHOR = "no default: the author's to say";
const NONE = "assumption: none stated, none counted";

/** The tiers of a points program, in the order a file states them. */
export const TIER_FIELDS = {
  "program.tiers.basis": {
    type: choice("spend", "points"),
    default: null,
    unit: "",
    description:
      "What counts towards a tier: spend after discounts, or the points it earns before the tier's multiplier.",
    source: AUTHOR,
    kinds: ["points"],
  },
  "program.tiers.window": {
    type: choice("calendarYear"),
    default: "calendarYear",
    unit: "",
    description: "It is counted from January to December, and then from 0 again.",
    source: "convention",
    kinds: ["points"],
  },
  "program.tiers.upgrade": {
    type: choice("atOnce", "atReview"),
    default: "atOnce",
    unit: "",
    description: "Whether a tier is reached with the purchase that qualifies for it, or at the end of the year.",
    source: "convention",
    kinds: ["points"],
  },
  "program.tiers.downgrade": {
    type: choice("toQualified"),
    default: "toQualified",
    unit: "",
    description: "At the end of the year a member goes to the tier that year qualifies for.",
    source: "convention",
    kinds: ["points"],
  },
  "program.tiers.levels[].name": {
    type: text(1, LONGEST_NAME),
    default: null,
    unit: "",
    description: "What the tier is called.",
    source: AUTHOR,
    kinds: ["points"],
  },
  "program.tiers.levels[].from": {
    type: exact(0, MOST_MONEY),
    default: null,
    unit: "currency units, or points, a calendar year",
    description: "How much of the basis qualifies for the tier; 0 for the first, which everybody has.",
    source: AUTHOR,
    kinds: ["points"],
  },
  "program.tiers.levels[].earnMultiplier": {
    type: quantityWithDecimals(0, 100, 4),
    default: 1,
    unit: "times the points",
    description: "What the points of a purchase are multiplied by in this tier.",
    source: "convention",
    kinds: ["points"],
  },
  "program.tiers.levels[].discount": {
    type: quantity(0, 0.9),
    default: 0,
    unit: "share of the price",
    description: "What this tier takes off every purchase.",
    source: NONE,
    kinds: ["points"],
  },
  "program.tiers.levels[].perkCostPerMonth": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per member and month",
    description: "What the perks of one member of this tier cost the company a month.",
    source: NONE,
    kinds: ["points"],
  },
  "program.tiers.levels[].perkValuePerMonth": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per member and month",
    description: "What the perks of this tier are worth to a member a month.",
    source: NONE,
    kinds: ["points"],
  },
} as const satisfies Readonly<Record<string, Field>>;
