import { type Field, LONGEST_NAME, plain, text, whole } from "./field.js";

const AUTHOR = "no default: the author's to say";

/** The fields that say what a scenario is, in the order a file states them. */
export const BASE_FIELDS = {
  schema: {
    type: plain("version"),
    default: null,
    unit: "",
    description: "Version of the file format.",
    source: AUTHOR,
  },
  name: {
    type: text(1, LONGEST_NAME),
    default: null,
    unit: "",
    description: "What tables and charts call this scenario.",
    source: AUTHOR,
  },
  about: {
    type: text(0, 10_000),
    default: "",
    unit: "",
    description: "Where the numbers come from, in the author's words.",
    source: "convention",
  },
  "currency.code": {
    type: plain("currency"),
    default: "USD",
    unit: "",
    description: "Currency of every amount of money, by its three letters.",
    source: "convention",
  },
  "currency.decimals": {
    type: whole(0, 4),
    default: 2,
    unit: "decimal places",
    description: "Decimal places of the smallest unit money is counted in: 2 for cents.",
    source: "convention",
  },
  "horizon.start": {
    type: plain("month"),
    default: null,
    unit: "calendar month",
    description: "First calendar month simulated.",
    source: AUTHOR,
  },
  "horizon.months": {
    type: whole(1, 600),
    default: 36,
    unit: "months",
    description: "Calendar months simulated.",
    source: "convention",
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Fields that say what a scenario is rather than assume anything. */
export const ABOUT_PATHS: readonly string[] = ["schema", "name", "about"];
