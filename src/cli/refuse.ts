import { stat } from "node:fs/promises";
import { normalize } from "node:path";
import { InputError, type Issue } from "../basics/issues.js";
import { reasonNotToWrite } from "../disk/write.js";
import { printable } from "../report/words.js";
import { inOrder } from "../scenario/located.js";
import { nearest } from "../scenario/nearest.js";
import type { LoadedScenario } from "../scenario/resolve.js";
import { type Candidate, type Group, referenceWorld } from "../study/group.js";
import { cliMessages, optionIssue } from "./messages.js";

/**
 * Does work whose issues are to be reported together with others.
 *
 * @param issues receives what the work refuses
 * @param work throws InputError when it refuses something
 * @returns what the work returns; undefined when it refused
 */
export async function alsoIssues<Value>(issues: Issue[], work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    issues.push(...error.issues);
    return undefined;
  }
}

/** Issues of a folder where one file is wanted. */
export async function folderIssues(path: string): Promise<Issue[]> {
  const status = await stat(path).catch(() => null);
  if (status?.isDirectory() !== true) return [];
  return [{ ...optionIssue("", cliMessages.folderForOneFile(path)), file: path }];
}

/** Issues of the folder a report is to be written into. */
export async function outIssues(folder: string, names: readonly string[]): Promise<Issue[]> {
  const reason = await reasonNotToWrite(folder, names);
  return reason === null ? [] : [optionIssue("--out", cliMessages.outNotWritable(reason))];
}

/**
 * Issues of worlds that tables could not tell apart.
 *
 * @param groups of candidates
 * @param loaded where they come from
 * @returns one for every name that another world of its group has already
 */
export function nameIssues(groups: readonly Group[], loaded: readonly LoadedScenario[]): Issue[] {
  return groups.flatMap(({ counterfactual, programs }) => {
    const taken = new Map<string, string>();
    return [counterfactual, ...programs].flatMap(({ scenario: { name }, file }): Issue[] => {
      const key = printable(name);
      const other = taken.get(key);
      if (other === undefined) {
        taken.set(key, file ?? "the world without a program");
        return [];
      }
      const origin = loaded.find((one) => one.file === file)?.origins("name") ?? "default";
      const place = origin === "default" ? { file, line: null, column: null } : placeOf(origin);
      return [{ ...optionIssue("name", cliMessages.nameTaken(name, other)), ...place }];
    });
  });
}

/**
 * The candidate that `--against` names.
 *
 * @param groups of candidates
 * @param against as typed: a name, or a path
 * @param issues receives one when there is no such candidate
 * @returns the name, or the file as the candidate has it
 */
export function referenceOf(groups: readonly Group[], against: string, issues: Issue[]): string {
  const found = [against, normalize(against)].find((one) =>
    groups.some((group) => referenceWorld(group, one) !== null),
  );
  if (found !== undefined) return found;
  const candidates = groups.flatMap(({ counterfactual, programs, repeats }) => [
    counterfactual,
    ...programs,
    ...repeats,
  ]);
  const names = [...new Set(candidates.map(({ scenario }) => scenario.name))];
  const files = candidates.flatMap(({ file }: Candidate) => (file === null ? [] : [file]));
  issues.push(
    optionIssue("--against", cliMessages.againstUnknown(against, names, nearest(against, [...names, ...files]))),
  );
  return against;
}

/**
 * Issues with the line that wrote what they are about, where the scenario knows it.
 *
 * @param issues some without a line
 * @param loaded scenarios they may be about
 */
export function located(issues: readonly Issue[], loaded: readonly LoadedScenario[]): Issue[] {
  return issues.map((issue) => {
    const origin = loaded.find(({ file }) => file === issue.file)?.origins(issue.path) ?? "default";
    return issue.line !== null || origin === "default" ? issue : { ...issue, ...placeOf(origin) };
  });
}

/**
 * Does something with scenarios, and gives the issues it throws their places.
 *
 * @param loaded scenarios they may be about
 * @param work what throws them
 * @returns what the work yields
 * @throws InputError with places
 */
export async function withPlaces<Done>(loaded: readonly LoadedScenario[], work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputError ? new InputError(inOrder(located(error.issues, loaded))) : error;
  }
}

function placeOf({
  file,
  line,
  column,
}: {
  file: string;
  line: number;
  column: number;
}): Pick<Issue, "file" | "line" | "column"> {
  return { file, line, column };
}
