import { byCohort } from "../ledger/read.js";
import { RETENTION_WINDOW } from "../plan/compile.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Measure, WorldReplicate } from "./measure.js";
import { hasContracts } from "./scenarioHas.js";
import { dayOneCustomers, overAges, overAll, total } from "./sums.js";

/** Month at which retention is a measure. */
export const RETENTION_MONTHS = 12;

/** First month of the window that ends with {@link RETENTION_MONTHS}. */
const WINDOW_FROM = RETENTION_MONTHS - RETENTION_WINDOW + 1;

const retained = ({ ledger }: WorldReplicate): readonly [number, number] => [
  byCohort(ledger, 0, RETENTION_MONTHS - 1, "active"),
  dayOneCustomers(ledger),
];
const gone = (world: WorldReplicate): readonly [number, number] => {
  const [stayed, all] = retained(world);
  return [all - stayed, all];
};
const windowPurchases = ({ ledger }: WorldReplicate): readonly [number, number] => {
  let purchases = 0;
  for (let month = WINDOW_FROM; month <= RETENTION_MONTHS; month++) {
    purchases += byCohort(ledger, 0, month - 1, "purchases");
  }
  return [purchases, byCohort(ledger, 0, RETENTION_MONTHS - 1, "active")];
};

/** Purchases of day-one customers but those that made them customers; those with a history have none such within the horizon. */
const repeatPurchases = ({ ledger, terms }: WorldReplicate): number =>
  overAges(ledger, "purchases") - dayOneCustomers(ledger) * terms.dayOneAcquisitions;

/**
 * Whether a year of retention can be seen in a scenario.
 *
 * @param contracts of customers under contract, or of customers who are retained by buying
 */
export function retainsFor(contracts: boolean): (scenario: Scenario) => boolean {
  return (scenario) => scenario.horizon.months >= RETENTION_MONTHS && hasContracts(scenario) === contracts;
}

const BY_WINDOW = { worlds: "all", kind: "ratio", appliesTo: retainsFor(false) } as const;
const BY_CONTRACT = { worlds: "all", kind: "ratio", appliesTo: retainsFor(true) } as const;
const AT = `at ${RETENTION_MONTHS} months`;

/** What customers do, with a program or without. */
export const BUYING_MEASURES: readonly Measure[] = [
  {
    key: "retention12",
    label: `Retention ${AT} (${RETENTION_WINDOW}-month window)`,
    unit: "share",
    good: "up",
    formula: `day-one customers with a repeat purchase in months ${WINDOW_FROM} to ${RETENTION_MONTHS} / day-one customers`,
    ...BY_WINDOW,
    of: retained,
  },
  {
    key: "contractRetention12",
    label: `Retention ${AT} (share under contract)`,
    unit: "share",
    good: "up",
    formula: `day-one customers under contract at the end of month ${RETENTION_MONTHS} / day-one customers`,
    ...BY_CONTRACT,
    of: retained,
  },
  {
    key: "churn12",
    label: `Churn ${AT} (no purchase in ${RETENTION_WINDOW} months)`,
    unit: "share",
    good: "down",
    formula: `1 − retention: day-one customers without a repeat purchase in months ${WINDOW_FROM} to ${RETENTION_MONTHS} / day-one customers`,
    ...BY_WINDOW,
    of: gone,
  },
  {
    key: "contractChurn12",
    label: `Churn ${AT} (contracts not renewed)`,
    unit: "share",
    good: "down",
    formula: `1 − retention: day-one customers no longer under contract at the end of month ${RETENTION_MONTHS} / day-one customers`,
    ...BY_CONTRACT,
    of: gone,
  },
  {
    key: "repurchaseRate",
    label: `Repurchase rate within ${RETENTION_WINDOW} months`,
    unit: "share",
    good: "up",
    formula: `day-one customers with a repeat purchase in their first ${RETENTION_WINDOW} months / day-one customers`,
    worlds: "all",
    appliesTo: (scenario) => scenario.horizon.months >= RETENTION_WINDOW && !hasContracts(scenario),
    kind: "ratio",
    of: ({ ledger }) => [byCohort(ledger, 0, RETENTION_WINDOW - 1, "active"), dayOneCustomers(ledger)],
  },
  {
    key: "purchasesPerCustomer",
    label: "Repeat purchases per customer",
    unit: "count",
    good: "up",
    formula: "purchases of day-one customers after the acquisition purchase, over the horizon / day-one customers",
    worlds: "all",
    kind: "ratio",
    of: (world) => [repeatPurchases(world), dayOneCustomers(world.ledger)],
  },
  {
    key: "shareOfWallet",
    label: "Share of wallet (by purchases)",
    unit: "share",
    good: "up",
    formula:
      "purchases of day-one customers after the acquisition purchase, over the horizon / purchases they make in the category, wherever, still customers or not",
    worlds: "all",
    appliesTo: ({ customerBase }) => customerBase.categoryRate !== 0,
    kind: "ratio",
    of: (world) => [repeatPurchases(world), dayOneCustomers(world.ledger) * world.terms.categoryPurchases],
  },
  {
    key: "frequency12",
    label: `Purchases per active customer in ${RETENTION_WINDOW} months`,
    unit: "count",
    good: "up",
    formula: `purchases of day-one customers in months ${WINDOW_FROM} to ${RETENTION_MONTHS} / day-one customers with a purchase in them`,
    ...BY_WINDOW,
    of: windowPurchases,
  },
  {
    key: "contractFrequency12",
    label: `Purchases per customer under contract in ${RETENTION_WINDOW} months`,
    unit: "count",
    good: "up",
    formula: `purchases of day-one customers in months ${WINDOW_FROM} to ${RETENTION_MONTHS} / day-one customers under contract at the end of them`,
    ...BY_CONTRACT,
    of: windowPurchases,
  },
  {
    key: "basket",
    label: "Basket",
    unit: "money",
    good: "up",
    formula: "spend at shelf price / purchases, of all customers over the horizon, acquisition purchases included",
    worlds: "all",
    kind: "ratio",
    of: ({ ledger }) => [overAll(ledger, "spend"), overAll(ledger, "purchases")],
  },
  {
    key: "revenue",
    label: "Revenue",
    unit: "money",
    good: "up",
    formula:
      "spend of all customers at shelf price over the horizon, not discounted; discounts, and paid items that rewards replace, are in program cost, not taken off here",
    worlds: "all",
    kind: "mean",
    of: ({ value }) => total(value.revenue),
  },
  {
    key: "margin",
    label: "Margin",
    unit: "money",
    good: "up",
    formula:
      "margin at shelf price after cost to serve, before any program cost, of all customers over the horizon, not discounted",
    worlds: "all",
    kind: "mean",
    of: ({ value }) => total(value.margin),
  },
];
