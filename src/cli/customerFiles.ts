import type { TextFile } from "../disk/write.js";
import { customerBaseFile } from "../fit/customerBaseFile.js";
import type { FitReport } from "../fit/fitCustomerBase.js";
import type { LogCustomers } from "../fit/logCustomers.js";
import { type PredictOptions, predictor } from "../fit/predict.js";
import { PRESENT_COLUMNS, presentCustomersFile } from "../fit/presentCustomersFile.js";
import { type CsvValue, csvText } from "../report/csv/text.js";

/** What a fit writes: a customer base, its customers at present with their histories, and predictions where they are asked for. */
export const FIT_FILES = {
  base: "customer-base.yaml",
  present: "present-customers.yaml",
  histories: "present-customers.csv",
  predictions: "customers.csv",
} as const;

/** How they are written. */
export interface CustomerFileOptions {
  readonly name: string;
  readonly exact: boolean;
  /** Null: no predictions. */
  readonly predict: Pick<PredictOptions, "horizon" | "discountRate"> | null;
}

/**
 * The files of a fit that holds. Those of customers are made part by part.
 *
 * @param report of the fit
 * @param customers of its log, open
 * @param options names, ranges or points, predictions
 * @returns files, in the order they are told of
 */
export async function customerFiles(
  report: FitReport,
  customers: LogCustomers,
  { name, exact, predict }: CustomerFileOptions,
): Promise<TextFile[]> {
  const { log } = report;
  const present = await customers.present();
  const files = { base: FIT_FILES.base, histories: FIT_FILES.histories };
  return [
    { name: FIT_FILES.base, text: customerBaseFile(report, name, { exact }) },
    { name: FIT_FILES.present, text: presentCustomersFile(log, present, name, files) },
    { name: FIT_FILES.histories, text: csvParts(PRESENT_COLUMNS, present.blocks()) },
    ...(predict === null
      ? []
      : [{ name: FIT_FILES.predictions, text: csvParts(PREDICTION_COLUMNS, predictions(report, customers, predict)) }]),
  ];
}

const PREDICTION_COLUMNS = [
  "customer",
  "purchases",
  "lastPurchase",
  "observed",
  "alive",
  "expectedPurchases",
  "spendPerPurchase",
  "residualSpend",
];

async function* predictions(
  { log, fit, spend }: FitReport,
  customers: LogCustomers,
  options: Pick<PredictOptions, "horizon" | "discountRate">,
): AsyncGenerator<CsvValue[][]> {
  const predict = predictor(fit, spend, { ...options, timeUnit: log.timeUnit });
  for await (const block of customers.blocks()) {
    const { alive, purchases, spendPerPurchase, residualSpend } = predict(block);
    yield block.customer.map((customer, at) => [
      customer,
      block.x[at],
      short(block.tx[at]),
      short(block.T[at]),
      short(alive[at]),
      short(purchases[at]),
      spendPerPurchase === null ? null : short(spendPerPurchase[at]),
      residualSpend === null ? null : short(residualSpend[at]),
    ]);
  }
}

/** Seven digits: more than any of these is known to; null where the model has no mean. */
function short(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(7)) : null;
}

async function* csvParts(
  columns: readonly string[],
  blocks: AsyncIterable<readonly (readonly CsvValue[])[]>,
): AsyncGenerator<string> {
  const header = csvText(columns, []);
  yield header;
  for await (const rows of blocks) yield csvText(columns, rows).slice(header.length);
}
