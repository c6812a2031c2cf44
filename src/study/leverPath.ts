import { leverMessages } from "../basics/leverMessages.js";
import { FIELD_PATHS, fieldAt } from "../scenario/fields.js";
import { nearest } from "../scenario/nearest.js";
import { isRange } from "../scenario/range.js";
import type { Scenario } from "../scenario/scenario.js";
import { pathText, type Steps } from "../scenario/tree.js";
import type { LeverReading, LeverValue } from "./lever.js";

/** Months of a rolling expiry, as a file writes them: a scenario without such an expiry may be given one. */
const ROLLING = "program.expiry.rolling";

/**
 * Steps a lever's path leads along.
 *
 * @param path as written
 * @param scenario whose program it is about
 * @returns steps by key and number
 * @example leverSteps("program.rewards[5 dollar voucher].faceValue", scenario); // { value: ["program", "rewards", 0, "faceValue"] }
 */
export function leverSteps(path: string, scenario: Scenario): LeverReading<Steps> {
  const written = [...path.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map((match) => match[1] ?? match[0]);
  if (written[0] !== "program") {
    const isInside = written.length > 0 && isField(genericOf(["program", ...written]));
    return {
      words: isField(genericOf(written))
        ? leverMessages.outsideProgram(path)
        : leverMessages.unknownPath(path, isInside ? `program.${path}` : nearestPath(path)),
    };
  }
  if (path === ROLLING) return { value: written };
  const steps: (string | number)[] = [];
  let here: unknown = scenario;
  for (const step of written) {
    if (Array.isArray(here)) {
      const at = entryAt(here, step);
      if (at === null) return { words: unknownEntry(pathText(steps), here, step) };
      steps.push(at);
      here = here[at];
    } else {
      const isThere = typeof here === "object" && here !== null && Object.hasOwn(here, step);
      if (!isThere) {
        const whole = genericOf(written);
        return {
          words: isField(whole)
            ? leverMessages.notInScenario(path, step)
            : leverMessages.unknownPath(path, nearestPath(path)),
        };
      }
      steps.push(step);
      here = (here as Readonly<Record<string, unknown>>)[step];
    }
  }
  if (fieldAt(pathText(steps)) === null) return { words: leverMessages.unknownPath(path, nearestPath(path)) };
  return { value: steps };
}

function entryAt(list: readonly unknown[], step: string): number | null {
  if (/^\d+$/.test(step) && Number(step) < list.length) return Number(step);
  const named = namesOf(list).indexOf(step);
  return named < 0 ? null : named;
}

function unknownEntry(list: string, entries: readonly unknown[], step: string) {
  const names = namesOf(entries);
  return leverMessages.unknownEntry(list, names, step, nearest(step, names));
}

function namesOf(list: readonly unknown[]): string[] {
  return list.map((entry) =>
    typeof entry === "object" && entry !== null && "name" in entry ? String(entry.name) : "",
  );
}

/** A path with `[]` for whatever stands after the key of a list. */
function genericOf(written: readonly string[]): string {
  const lists = new Set(FIELD_PATHS.flatMap((path) => [...path.matchAll(/([^.]+)\[\]/g)].map(([, key]) => key)));
  return written
    .filter((_, at) => at === 0 || !lists.has(written[at - 1]))
    .map((step) => (lists.has(step) ? `${step}[]` : step))
    .join(".");
}

function isField(path: string): boolean {
  return path === ROLLING || FIELD_PATHS.some((field) => field === path || field.startsWith(`${path}.`));
}

function nearestPath(path: string): string | null {
  const written = path.match(/\[[^\]]*\]/g) ?? [];
  const paths = [...FIELD_PATHS.filter((field) => field.startsWith("program.")), ROLLING];
  const found = nearest(path.replace(/\[[^\]]*\]/g, "[]"), paths);
  let at = 0;
  return found?.replace(/\[\]/g, () => written[at++] ?? "[0]") ?? null;
}

/**
 * What a scenario says where a lever acts.
 *
 * @param scenario complete
 * @param steps of the lever
 * @returns a number, a word or the words of a range; null when there is no such thing
 * @example writtenValue(scenario, ["program", "rewards", 0, "replaces"]); // "0.6 to 0.9"
 */
export function writtenValue(scenario: Scenario, steps: Steps): LeverValue | null {
  const { program } = scenario;
  if (program !== null && steps[1] === "expiry") {
    return program.expiry.kind === "rolling" ? program.expiry.months : program.expiry.kind;
  }
  let here: unknown = scenario;
  for (const step of steps) here = (here as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
  if (isRange(here)) return here.text;
  return typeof here === "number" || typeof here === "string" ? here : null;
}
