import { messages } from "../basics/messages.js";
import { FIELDS } from "./fields.js";
import type { Problem } from "./problem.js";
import { customersWritten } from "./readHistory.js";
import { problem, valueAt } from "./written.js";

const BASE = ["customerBase"];

/** What is wrong between the customers' history in a document as written and the customer base it is the history of. */
export function historyChecks(document: unknown): Problem[] {
  const written = valueAt(document, [...BASE, "history"]);
  if (written === undefined || written === null) return [];
  const history = customersWritten(FIELDS["customerBase.history"], written);
  if (history === null) return [];
  const size = valueAt(document, [...BASE, "size"]);
  const kindOf = (map: string): unknown => valueAt(document, [...BASE, map, "kind"]);
  const types = valueAt(document, [...BASE, "loyaltyTypes"]) ?? null;
  const at = [...BASE, "history"];
  return [
    ...(typeof size === "number" && size >= 1 && size !== history.customers
      ? [problem([...BASE, "size"], messages.historySize(history.customers, size))]
      : []),
    ...(kindOf("attrition") === "atRenewal" ? [problem(at, messages.historyOfContracts())] : []),
    ...(types !== null ? [problem(at, messages.historyOfTypes())] : []),
    ...(history.spend && kindOf("spend") === "lognormal" ? [problem(at, messages.historyOfLognormal())] : []),
  ];
}
