import { byCohort } from "../ledger/read.js";
import { RETENTION_WINDOW } from "../plan/compile.js";
import type { Measure } from "./measure.js";
import { dayOneCustomers, overAges, total } from "./sums.js";

/** Month at which retention is a measure. */
export const RETENTION_MONTHS = 12;

/** What customers do, with a program or without. */
export const BUYING_MEASURES: readonly Measure[] = [
  {
    key: "retention12",
    label: `Retention at ${RETENTION_MONTHS} months (${RETENTION_WINDOW}-month window)`,
    unit: "share",
    good: "up",
    formula: `day-one customers with a repeat purchase in months ${RETENTION_MONTHS - RETENTION_WINDOW + 1} to ${RETENTION_MONTHS} / day-one customers`,
    worlds: "all",
    kind: "ratio",
    of: ({ ledger }) => [byCohort(ledger, 0, RETENTION_MONTHS - 1, "active"), dayOneCustomers(ledger)],
  },
  {
    key: "purchasesPerCustomer",
    label: "Repeat purchases per customer",
    unit: "count",
    good: "up",
    formula: "purchases of day-one customers after the acquisition purchase, over the horizon / day-one customers",
    worlds: "all",
    kind: "ratio",
    of: ({ ledger }) => [overAges(ledger, "purchases") - dayOneCustomers(ledger), dayOneCustomers(ledger)],
  },
  {
    key: "revenue",
    label: "Revenue",
    unit: "money",
    good: "up",
    formula:
      "spend of all customers at shelf price over the horizon, not discounted; paid items that rewards replace are in reward cost, not taken off here",
    worlds: "all",
    kind: "mean",
    of: ({ value }) => total(value.revenue),
  },
  {
    key: "margin",
    label: "Margin",
    unit: "money",
    good: "up",
    formula: "margin at shelf price after cost to serve, before rewards, over the horizon, not discounted",
    worlds: "all",
    kind: "mean",
    of: ({ value }) => total(value.margin),
  },
];
