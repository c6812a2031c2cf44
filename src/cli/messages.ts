import type { Issue } from "../basics/issues.js";
import type { Words } from "../basics/messages.js";
import { listed, show } from "../basics/show.js";

/** Sentences about options and about scenarios that are right by themselves and not beside each other. */
export const cliMessages = {
  count: (least: number, most: number, got: string, fallback: string): Words => ({
    expected: `a whole number from ${least} to ${most}, in digits`,
    got: show(got),
    cure: `write for example ${fallback}`,
  }),
  rate: (got: string): Words => ({
    expected: "a currency and its worth, `CODE=WORTH`",
    got: show(got),
    cure: "write for example `USD=0.92`",
  }),
  above0: (most: number, got: string, example: string): Words => ({
    expected: `a number above 0 and up to ${most}`,
    got: show(got),
    cure: `write for example ${example}`,
  }),
  needs: (other: string): Words => ({
    expected: `${other} beside it`,
    got: "it alone",
    cure: `state ${other} too, or leave this out`,
  }),
  folderForOneFile: (folder: string): Words => ({
    expected: "one scenario file",
    got: "a folder",
    cure: `name a file in it, or run \`tenure compare ${folder}\``,
  }),
  outNotWritable: (reason: string): Words => ({
    expected: "a folder that can be made and written to",
    got: reason,
    cure: "name another folder",
  }),
  overwritesInput: (name: string): Words => ({
    expected: "a place where nothing is overwritten that is read",
    got: `one where ${show(name)} is what is read`,
    cure: "name another",
  }),
  notPacked: (got: string): Words => ({
    expected: "a CSV file, or one packed as .gz",
    got: show(got),
    cure: "name it .csv or .csv.gz",
  }),
  nameLength: (most: number, got: number): Words => ({
    expected: `a name of 1 to ${most} characters`,
    got: `${got} characters`,
    cure: "shorten or fill it",
  }),
  nameTaken: (name: string, other: string): Words => ({
    expected: "a name of its own for every scenario compared",
    got: `${show(name)}, which is also the name of ${other}`,
    cure: "rename one of the two, or leave one out",
  }),
  againstUnknown: (got: string, names: readonly string[], nearest: string | null): Words => ({
    expected: `the name or the file of a scenario compared: ${listed(names)}`,
    got: show(got),
    cure: nearest === null ? "name one of them" : `did you mean \`${nearest}\`?`,
  }),
} as const;

/**
 * An issue about an option, or about what the command line as a whole asks for.
 *
 * @param path the option, as "--seed"
 * @param words what is wrong
 * @returns an issue without a place in a file
 */
export function optionIssue(path: string, words: Words): Issue {
  return { file: null, line: null, column: null, path, ...words };
}
