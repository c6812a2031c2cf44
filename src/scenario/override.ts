import { InputError, type Issue } from "../basics/issues.js";
import { messages } from "../basics/messages.js";
import { check } from "./check.js";
import { mergeMaps } from "./extend.js";
import { inOrder, issueAt } from "./located.js";
import type { ScenarioPatch } from "./patch.js";
import type { Scenario } from "./scenario.js";
import { withoutShorthands } from "./shorthand.js";
import type { TreeMap } from "./tree.js";
import { treeOf } from "./treeOf.js";

/**
 * A scenario with some of it changed, checked like a file that `extends` it: maps merge, lists and values replace, null returns
 * to the default, a changed `kind` starts from that kind's defaults.
 *
 * @param scenario stays as it is
 * @param patch what differs
 * @returns a new, complete, frozen scenario
 * @throws InputError with the path of everything wrong
 * @example
 * const { scenario: cdnow } = await load("scenarios/cdnow/five-percent-back.yaml");
 * const twice = override(cdnow, { name: "CDNOW, 10 % back", program: { earn: { pointsPerUnit: 2 } } });
 * twice.program.earn; // { pointsPerUnit: 2, rounding: "floor", signUpPoints: 0 }
 * cdnow.program.earn.pointsPerUnit; // 1
 * override(cdnow, { program: null }).program; // null: no program
 * override(cdnow, { program: { earn: { pointsPerUnti: 2 } } }); // throws InputError /did you mean `pointsPerUnit`/
 */
export function override(scenario: Scenario, patch: ScenarioPatch): Scenario {
  const issues: Issue[] = [];
  const base = rootOf(scenario, issues);
  return finish(mergeMaps(base, rootOf(patch, issues)), issues);
}

/**
 * A scenario built in code, checked like a file and completed with the defaults.
 *
 * @param input what a file would say
 * @returns a complete, frozen scenario
 * @throws InputError with the path of everything wrong
 * @example
 * const shop = scenario({
 *   schema: 1,
 *   name: "Corner shop",
 *   horizon: { start: "2026-01", months: 24 },
 *   customerBase: {
 *     size: 900,
 *     timeUnit: "month",
 *     purchaseRate: { shape: 0.9, rate: "0.25 to 0.4" },
 *     attrition: { kind: "afterPurchase", a: 0.9, b: 30 },
 *     spend: { kind: "gammaGamma", p: 8, q: 4, v: 2.3 },
 *   },
 *   economics: { grossMargin: 0.3 },
 * });
 * shop.program; // null: no program
 * shop.economics.discountRate; // 0.1: a default
 * shop.customerBase.purchaseRate.rate.text; // "0.25 to 0.4": a range, drawn when compared
 * scenario({ schema: 1, name: "Nothing else" }); // throws InputError /add `customerBase`/
 */
export function scenario(input: ScenarioPatch): Scenario {
  const issues: Issue[] = [];
  return finish(rootOf(input, issues), issues);
}

function rootOf(input: unknown, issues: Issue[]): TreeMap {
  const tree = treeOf(input, issues);
  if (tree.kind === "map") return withoutShorthands(tree);
  throw new InputError([issueAt(null, null, [], messages.documentNotMap(input))]);
}

function finish(root: TreeMap, issues: readonly Issue[]): Scenario {
  const checked = check(root, null, issues.length === 0);
  const all = [...issues, ...("issues" in checked ? checked.issues : [])];
  if ("issues" in checked || all.length > 0) throw new InputError(inOrder(all));
  return checked.scenario;
}
