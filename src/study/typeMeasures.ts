import type { Ledger, TypeAccount } from "../ledger/books.js";
import { byType } from "../ledger/read.js";
import { RETENTION_WINDOW } from "../plan/compile.js";
import { lifetimeValues } from "../valuation/lifetimeValue.js";
import { RETENTION_MONTHS, retainsFor } from "./buyingMeasures.js";
import type { PartMeasure, WorldReplicate } from "./measure.js";
import { dayOneCustomers } from "./sums.js";

/** Measures of the day-one customers of one loyalty type, in the order they are read. */
export const TYPE_MEASURES: readonly PartMeasure[] = [
  {
    key: "typeShare",
    label: "Share of customers",
    unit: "share",
    good: "neither",
    formula: "day-one customers of the type / day-one customers",
    worlds: "all",
    of: ({ ledger }, type) => [customers(ledger, type), dayOneCustomers(ledger)],
  },
  {
    key: "typeRetention12",
    label: `Retention at ${RETENTION_MONTHS} months (${RETENTION_WINDOW}-month window), by type`,
    unit: "share",
    good: "up",
    formula: "as retention of all, of day-one customers of the type",
    worlds: "all",
    appliesTo: retainsFor(false),
    of: retained,
  },
  {
    key: "typeContractRetention12",
    label: `Retention at ${RETENTION_MONTHS} months (share under contract), by type`,
    unit: "share",
    good: "up",
    formula: "as retention of all, of day-one customers of the type",
    worlds: "all",
    appliesTo: retainsFor(true),
    of: retained,
  },
  {
    key: "typePurchases",
    label: "Repeat purchases per customer, by type",
    unit: "count",
    good: "up",
    formula: "purchases after the acquisition purchase, over the horizon / customers, of the type's day-one customers",
    worlds: "all",
    of: ({ ledger }, type) => [over(ledger, type, "purchases") - customers(ledger, type), customers(ledger, type)],
  },
  {
    key: "typeSpend",
    label: "Spend per customer, by type",
    unit: "money",
    good: "up",
    formula: "spend at shelf price over the horizon, not discounted / customers, of the type's day-one customers",
    worlds: "all",
    of: ({ ledger }, type) => [over(ledger, type, "spend"), customers(ledger, type)],
  },
  {
    key: "typeClv",
    label: "CLV per customer, by type",
    unit: "money",
    good: "up",
    formula: "as CLV of all, of the type's day-one customers",
    worlds: "all",
    of: ({ ledger, terms, value }, type) => [
      worth(ledger, { terms, chargePerPoint: value.chargePerPoint }, type),
      customers(ledger, type),
    ],
  },
  {
    key: "typeClvUplift",
    label: "CLV uplift per customer, before fixed cost, by type",
    unit: "money",
    good: "up",
    formula:
      "CLV per customer − CLV per customer of the same people without the program, of the type's day-one customers",
    worlds: "program",
    of: ({ ledger, twin, terms, value }, type) => [
      worth(ledger, { terms, chargePerPoint: value.chargePerPoint }, type) -
        worth(twin, { terms, chargePerPoint: 0 }, type),
      customers(ledger, type),
    ],
  },
  {
    key: "typeMemberShare",
    label: "Members, by type",
    unit: "share",
    good: "neither",
    formula: "day-one customers of the type who enrolled within the horizon / day-one customers of the type",
    worlds: "program",
    of: ({ ledger }, type) => [over(ledger, type, "enrolments"), customers(ledger, type)],
  },
  {
    key: "typeRewardCost",
    label: "Reward cost per customer, by type",
    unit: "money",
    good: "down",
    formula: "cost of rewards over the horizon, not discounted / customers, of the type's day-one customers",
    worlds: "program",
    of: ({ ledger }, type) => [over(ledger, type, "rewardCost"), customers(ledger, type)],
  },
];

function retained({ ledger }: WorldReplicate, type: number): readonly [number, number] {
  return [byType(ledger, RETENTION_MONTHS - 1, type, "active"), customers(ledger, type)];
}

function customers(ledger: Ledger, type: number): number {
  return byType(ledger, 0, type, "customers");
}

function over(ledger: Ledger, type: number, account: TypeAccount): number {
  let sum = 0;
  for (let month = 0; month < ledger.layout.months; month++) sum += byType(ledger, month, type, account);
  return sum;
}

function worth(
  ledger: Ledger,
  { terms, chargePerPoint }: Pick<WorldReplicate, "terms"> & { readonly chargePerPoint: number },
  type: number,
): number {
  const { months } = ledger.layout;
  const values = lifetimeValues(
    (account, month) => byType(ledger, month, type, account),
    0,
    months,
    terms,
    chargePerPoint,
  );
  return values[months - 1];
}
