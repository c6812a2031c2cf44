import { choice, type Field, plain, quantity, quantityAbove, text, whole } from "./field.js";

/** Largest amount of money a field takes, in currency units: keeps sums of smallest units exact. */
export const MOST_MONEY = 1e9;

const BG_NBD = "no default: fitted to the company's purchases (BG/NBD, Fader, Hardie & Lee 2005)";
const GAMMA_GAMMA = "no default: fitted to the company's purchases (Gamma-Gamma, Fader & Hardie 2013)";
const AUTHOR = "no default: the author's to say";

/** The fields of the world without a program, in the order a file states them. */
export const BASE_FIELDS = {
  schema: {
    type: plain("version"),
    default: null,
    unit: "",
    description: "Version of the file format.",
    source: AUTHOR,
  },
  name: {
    type: text(1, 120),
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
  "customerBase.size": {
    type: whole(1, 1e8),
    default: null,
    unit: "customers",
    description: "Customers of the company on day one.",
    source: AUTHOR,
  },
  "customerBase.timeUnit": {
    type: choice("day", "week", "month", "year"),
    default: null,
    unit: "",
    description: "Unit of time the purchase rate is stated in.",
    source: AUTHOR,
  },
  "customerBase.purchaseRate.shape": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description: "How alike customers are in how often they buy: small when a few buy most (r of the NBD).",
    source: BG_NBD,
  },
  "customerBase.purchaseRate.rate": {
    type: quantity(1e-6, 1e6),
    default: null,
    unit: "time units",
    description: "Shape divided by this is the average customer's purchases per time unit (α of the NBD).",
    source: BG_NBD,
  },
  "customerBase.attrition.kind": {
    type: choice("afterPurchase"),
    default: null,
    unit: "",
    description: "When customers leave for good: after a purchase, each with a probability of their own.",
    source: BG_NBD,
  },
  "customerBase.attrition.a": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description: "a / (a + b) is the average probability of leaving after a purchase.",
    source: BG_NBD,
  },
  "customerBase.attrition.b": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description: "The larger a + b, the more alike customers are in how soon they leave.",
    source: BG_NBD,
  },
  "customerBase.spend.kind": {
    type: choice("gammaGamma"),
    default: null,
    unit: "",
    description: "How spend per purchase differs between customers and from purchase to purchase.",
    source: GAMMA_GAMMA,
  },
  "customerBase.spend.p": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description: "How alike one customer's purchases are in what they cost: large when all cost the same.",
    source: GAMMA_GAMMA,
  },
  "customerBase.spend.q": {
    type: quantityAbove(1, 1e4),
    default: null,
    unit: "",
    description: "How alike customers are in what they spend; p v / (q - 1) is the average spend of a purchase.",
    source: GAMMA_GAMMA,
  },
  "customerBase.spend.v": {
    type: quantityAbove(0, MOST_MONEY),
    default: null,
    unit: "currency units",
    description: "Scale of spend per purchase.",
    source: GAMMA_GAMMA,
  },
  "customerBase.acquisition.perMonth": {
    type: whole(0, 1e7),
    default: 0,
    unit: "customers per month",
    description: "New customers in each calendar month, with or without a program.",
    source: "assumption: nobody joins, so that the customers of day one are the whole story",
  },
  "customerBase.acquisition.cost": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per new customer",
    description: "What winning one new customer costs.",
    source: "assumption: the same with and without the program, so that it does not touch the difference",
  },
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
