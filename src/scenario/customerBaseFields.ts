import {
  choice,
  exactAbove,
  type Field,
  history,
  MOST_MONEY,
  quantity,
  quantityAbove,
  season,
  whole,
  wholeByMonth,
} from "./field.js";

const AUTHOR = "no default: the author's to say";
const NBD = "no default: fitted to the company's purchases (BG/NBD, Fader, Hardie & Lee 2005)";
const LEAVING =
  "no default: fitted to the company's purchases (BG/NBD, Fader, Hardie & Lee 2005; Pareto/NBD, Schmittlein, Morrison & Colombo 1987) or renewals (sBG, Fader & Hardie 2007)";
const BETA =
  "no default: fitted to purchases (BG/NBD, Fader, Hardie & Lee 2005) or renewals (sBG, Fader & Hardie 2007)";
const PARETO = "no default: fitted to the company's purchases (Pareto/NBD, Schmittlein, Morrison & Colombo 1987)";
const GAMMA_GAMMA = "no default: fitted to the company's purchases (Gamma-Gamma, Fader & Hardie 2013)";
const LOGNORMAL = "no default: measured on the company's purchases";

/** The customer base but for its loyalty types, in the order a file states it. */
export const CUSTOMER_BASE_FIELDS = {
  "customerBase.size": {
    type: whole(1, 1e8),
    default: null,
    unit: "customers",
    description: "Customers of the company on day one.",
    source: AUTHOR,
  },
  "customerBase.history": {
    type: history(),
    default: null,
    unit: "",
    description:
      "What the customers of day one did before it: a CSV file, or rows with `purchases`, `lastPurchase` and `observed`, and if known `meanSpend`, `spendPurchases` and `customers`. Without it they are new on day one and buy then.",
    source: "no default: left out, all of them are new",
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
    source: NBD,
  },
  "customerBase.purchaseRate.rate": {
    type: quantity(1e-6, 1e6),
    default: null,
    unit: "time units",
    description: "Shape divided by this is the average customer's purchases per time unit (α of the NBD).",
    source: NBD,
  },
  "customerBase.categoryRate": {
    type: quantity(0, 1e6),
    default: 0,
    unit: "purchases per time unit",
    description:
      "Purchases the average customer makes in the category, at whatever company, per time unit: what the share of wallet is a share of. 0: not known, and none is reported.",
    source: "assumption: not known",
  },
  "customerBase.attrition.kind": {
    type: choice("afterPurchase", "overTime", "atRenewal"),
    default: null,
    unit: "",
    description: "When customers leave for good: after a purchase, at any time, or when a contract ends.",
    source: LEAVING,
  },
  "customerBase.attrition.a": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description:
      "a / (a + b) is the average probability of leaving after a purchase, or of not renewing the first time.",
    source: BETA,
    kinds: ["afterPurchase", "atRenewal"],
  },
  "customerBase.attrition.b": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description: "The larger a + b, the more alike customers are in how soon they leave.",
    source: BETA,
    kinds: ["afterPurchase", "atRenewal"],
  },
  "customerBase.attrition.shape": {
    type: quantity(0.02, 1e4),
    default: null,
    unit: "",
    description:
      "How alike customers are in how soon they leave: small when a few leave much sooner (s of the Pareto/NBD).",
    source: PARETO,
    kinds: ["overTime"],
  },
  "customerBase.attrition.rate": {
    type: quantity(1e-6, 1e6),
    default: null,
    unit: "time units",
    description: "Shape divided by this is the average customer's risk of leaving per time unit (β of the Pareto/NBD).",
    source: PARETO,
    kinds: ["overTime"],
  },
  "customerBase.attrition.everyMonths": {
    type: whole(1, 120),
    default: null,
    unit: "months",
    description: "Calendar months of a contract; the month of joining is the first of them.",
    source: AUTHOR,
    kinds: ["atRenewal"],
  },
  "customerBase.spend.kind": {
    type: choice("gammaGamma", "lognormal"),
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
    kinds: ["gammaGamma"],
  },
  "customerBase.spend.q": {
    type: quantityAbove(1, 1e4),
    default: null,
    unit: "",
    description: "How alike customers are in what they spend; p v / (q - 1) is the average spend of a purchase.",
    source: GAMMA_GAMMA,
    kinds: ["gammaGamma"],
  },
  "customerBase.spend.v": {
    type: quantityAbove(0, MOST_MONEY),
    default: null,
    unit: "currency units",
    description: "Scale of spend per purchase.",
    source: GAMMA_GAMMA,
    kinds: ["gammaGamma"],
  },
  "customerBase.spend.mean": {
    type: quantityAbove(0, MOST_MONEY),
    default: null,
    unit: "currency units per purchase",
    description: "What the average customer spends a purchase.",
    source: LOGNORMAL,
    kinds: ["lognormal"],
  },
  "customerBase.spend.cvBetween": {
    type: quantity(0, 20),
    default: null,
    unit: "coefficient of variation",
    description: "Standard deviation of what customers spend a purchase on average, as a share of the mean.",
    source: LOGNORMAL,
    kinds: ["lognormal"],
  },
  "customerBase.spend.cvWithin": {
    type: quantity(0, 20),
    default: null,
    unit: "coefficient of variation",
    description: "Standard deviation of one customer's purchases, as a share of that customer's mean.",
    source: LOGNORMAL,
    kinds: ["lognormal"],
  },
  "customerBase.season": {
    type: season(),
    default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    unit: "times the average month, January first",
    description: "How much more often customers buy in each calendar month; the twelve factors average 1.",
    source: "assumption: every month is like the others",
  },
  "customerBase.growth.purchaseRate": {
    type: quantityAbove(-1, 1),
    default: 0,
    unit: "share per year",
    description: "By how much everybody buys more often, or less, from year to year.",
    source: "assumption: people go on buying as often as they did",
  },
  "customerBase.growth.prices": {
    type: quantityAbove(-1, 1),
    default: 0,
    unit: "share per year",
    description: "By how much the same basket costs more from year to year; the program's terms keep their amounts.",
    source: "assumption: the prices of the first month, so that rewards and thresholds keep their worth",
  },
  "customerBase.acquisition.perMonth": {
    type: wholeByMonth(0, 1e7),
    default: 0,
    unit: "customers per month",
    description:
      "New customers in each calendar month, with or without a program: one number, or twelve, January first.",
    source: "assumption: nobody joins, so that the customers of day one are the whole story",
  },
  "customerBase.acquisition.growth": {
    type: exactAbove(-1, 10),
    default: 0,
    unit: "share per year",
    description: "By how much more customers join from year to year.",
    source: "assumption: as many join as in the first year",
  },
  "customerBase.acquisition.cost": {
    type: quantity(0, MOST_MONEY),
    default: 0,
    unit: "currency units per new customer",
    description: "What winning one new customer costs.",
    source: "assumption: the same with and without the program, so that it does not touch the difference",
  },
} as const satisfies Readonly<Record<string, Field>>;
