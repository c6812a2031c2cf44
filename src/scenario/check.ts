import type { Issue } from "../basics/issues.js";
import { crossChecks } from "./crossChecks.js";
import { OWN } from "./extend.js";
import { keysUnder } from "./fields.js";
import { frozen } from "./frozen.js";
import { issueAt } from "./located.js";
import type { Problem } from "./problem.js";
import type { Scenario } from "./scenario.js";
import { scenarioSchema } from "./schema.js";
import { isUnknownKind, schemaProblems } from "./schemaProblems.js";
import { find, findNearest, pathText, type Steps, type TreeMap, toPlain } from "./tree.js";

/** A complete scenario, or everything wrong with the document. */
export type Checked = { readonly scenario: Scenario } | { readonly issues: readonly Issue[] };

/**
 * Checks a merged document and fills in its defaults.
 *
 * @param root the document after `extends`
 * @param file the file named where no place is known
 * @param complete false when part of the document could not be read: what may be missing for that is then passed over
 * @returns a frozen scenario, or the issues
 */
export function check(root: TreeMap, file: string | null, complete: boolean): Checked {
  const document = toPlain(root, isStray);
  const result = scenarioSchema.safeParse(document);
  const fromSchema = result.success ? [] : schemaProblems(result.error.issues, root);
  const fromFields = crossChecks(document).filter((problem) => !covered(problem, fromSchema, root));
  const problems = [...fromSchema, ...fromFields].filter((problem) => complete || !mayBeInherited(problem));
  if (result.success && problems.length === 0) return { scenario: frozen(result.data) };
  return { issues: problems.map((problem) => located(problem, root, file)) };
}

/** Whether no field, of whatever kind, is called so. */
function isStray(steps: Steps): boolean {
  return !keysUnder(pathText(steps.slice(0, -1))).includes(String(steps.at(-1)));
}

/** Whether something is missing that a file this one extends might say: entries of lists, and what every file says for itself, are not. */
function mayBeInherited({ missing, steps }: Problem): boolean {
  return missing && !OWN.includes(String(steps[0])) && steps.every((step) => typeof step !== "number");
}

/** Whether the schema already refused the field, or could not tell the kind of program it belongs to. */
function covered(problem: Problem, others: readonly Problem[], root: TreeMap): boolean {
  return others.some((other) => {
    const above = isUnknownKind(other, root) ? other.steps.slice(0, -1) : other.steps;
    return above.every((step, index) => problem.steps[index] === step);
  });
}

function located(problem: Problem, root: TreeMap, file: string | null): Issue {
  const found = find(root, problem.steps) ?? findNearest(root, problem.steps);
  const at = problem.atKey ? (found.keyAt ?? found.at) : found.at;
  return issueAt(file, at, problem.steps, problem.words);
}
