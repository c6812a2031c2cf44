import { correlationMessages } from "./correlationMessages.js";
import { historyMessages } from "./historyMessages.js";
import { cut, listed, orElse, show } from "./show.js";
import type { Words } from "./words.js";

export type { Words } from "./words.js";

/** Every sentence about what a scenario file says; those about what cannot be simulated are in planMessages.ts. */
export const messages = {
  // Files
  fileMissing: (nearest: string | null): Words => ({
    expected: "a scenario file or a folder of them",
    got: "no such file",
    cure: orElse(nearest, "check the path"),
  }),
  fileUnreadable: (reason: string): Words => ({
    expected: "a file that can be read",
    got: cut(reason),
    cure: "check that it is a text file and that you may read it",
  }),
  fileNotText: (): Words => ({
    expected: "a text file in UTF-8",
    got: "bytes that are no text",
    cure: "save the file as UTF-8 text",
  }),
  fileTooLarge: (limit: number, got: number): Words => ({
    expected: `at most ${limit} characters of text`,
    got: `${got}`,
    cure: "check that this is a scenario file",
  }),
  folderEmpty: (): Words => ({
    expected: "a folder with scenario files (.yaml, .yml or .json)",
    got: "none in it",
    cure: "name another folder; files beginning with _ are skipped",
  }),
  // Text
  syntax: (detail: string): Words => ({
    expected: "YAML or JSON",
    got: cut(detail),
    cure: "check quotes, brackets and the spaces at the beginning of the line",
  }),
  duplicateKey: (key: string, firstLine: number): Words => ({
    expected: "every key once",
    got: `${show(key)} a second time, first on line ${firstLine}`,
    cure: "delete one of the two",
  }),
  keyNotText: (): Words => ({
    expected: "a word before the colon",
    got: "something else",
    cure: "write the name of a field",
  }),
  documentEmpty: (): Words => ({
    expected: "a scenario",
    got: "an empty file",
    cure: "begin with `schema: 1`",
  }),
  documentNotMap: (got: unknown): Words => ({
    expected: "a scenario, as `field: value` lines",
    got: show(got),
    cure: "begin with `schema: 1`",
  }),
  tooDeep: (limit: number): Words => ({
    expected: `at most ${limit} levels of nesting`,
    got: "more",
    cure: "check brackets and indentation",
  }),
  tooManyValues: (limit: number): Words => ({
    expected: `at most ${limit} values in a file`,
    got: "more, counting each use of an alias",
    cure: "remove aliases that repeat aliases",
  }),
  aliasUnknown: (name: string): Words => ({
    expected: "an alias of an anchor above it",
    got: show(`*${name}`),
    cure: "put the value in quotes if it begins with a star, else write it out",
  }),
  // Structure
  unknownKey: (key: string, allowed: readonly string[], nearest: string | null, homes: readonly string[]): Words => ({
    expected: allowed.length === 0 ? "nothing here" : listed(allowed),
    got: show(key),
    cure:
      homes.length === 0
        ? orElse(nearest, "remove it")
        : `it belongs ${homes.map((home) => (home === "" ? "at the top level" : `under \`${home}\``)).join(" or ")}`,
  }),
  otherKind: (
    key: string,
    kinds: readonly string[],
    kind: string,
    allowed: readonly string[],
    nearest: string | null,
  ): Words => ({
    expected: listed(allowed),
    got: show(key),
    cure: `${nearest === null ? "remove it" : `did you mean \`${nearest}\``}: \`${key}\` belongs to kind ${listed(kinds)}, this is of kind \`${kind}\``,
  }),
  missing: (key: string, expected: string, description: string): Words => ({
    expected,
    got: "nothing",
    cure: `add \`${key}\`: ${description}`,
  }),
  missingMap: (key: string, required: readonly string[]): Words => ({
    expected: `a map with ${required.map((name) => `\`${name}\``).join(", ")}`,
    got: "nothing",
    cure: `add \`${key}\``,
  }),
  noDefault: (expected: string): Words => ({
    expected,
    got: "null, which returns to the default",
    cure: "write a value: this field has no default",
  }),
  notMap: (keys: readonly string[], got: unknown, word: string | null): Words => ({
    expected: `${word === null ? "" : `\`${word}\` or `}a map with ${keys.map((name) => `\`${name}\``).join(", ")}`,
    got: show(got),
    cure: `write ${word === null ? "" : `\`${word}\`, or `}\`${keys[0] ?? "key"}: …\` on a line below, indented`,
  }),
  notList: (got: unknown): Words => ({
    expected: "a list",
    got: show(got),
    cure: "begin each entry with a dash on a line of its own",
  }),
  listLength: (min: number, max: number, got: number): Words => ({
    expected: `a list of ${min} to ${max}`,
    got: `${got}`,
    cure: got < min ? `add ${min - got === 1 ? "one" : min - got}` : "leave some out",
  }),
  // Values
  wrongValue: (expected: string, got: unknown, example: string): Words => ({
    expected,
    got: show(got),
    cure: `write for example ${example}`,
  }),
  looksLikePercent: (expected: string, got: unknown, share: string): Words => ({
    expected,
    got: show(got),
    cure: `write ${share}`,
  }),
  decoratedNumber: (expected: string, got: string, plain: string): Words => ({
    expected,
    got: show(got),
    cure: `write ${plain}, without quotes, separators or units`,
  }),
  notFinite: (expected: string, got: number): Words => ({
    expected,
    got: `${got}`,
    cure: "write an ordinary number",
  }),
  tooManyDecimals: (decimals: number, got: number, rounded: string): Words => ({
    expected: `at most ${decimals} decimals`,
    got: `${got}`,
    cure: `write ${rounded}`,
  }),
  exactOnly: (expected: string, got: string): Words => ({
    expected,
    got: show(got),
    cure: "write one number: a range is not taken here",
  }),
  unknownChoice: (choices: readonly string[], got: unknown, nearest: string | null): Words => ({
    expected: listed(choices),
    got: show(got),
    cure: orElse(nearest, choices.length === 1 ? `write ${listed(choices)}` : "write one of them"),
  }),
  notMonths: (got: unknown): Words => ({
    expected: "a list of 12 numbers, one for each calendar month, January first",
    got: show(got),
    cure: "write twelve numbers in square brackets",
  }),
  seasonAverage: (got: string, scaled: string | null): Words => ({
    expected: "factors that average 1",
    got: `an average of ${got}`,
    cure: scaled === null ? "give at least one month a factor above 0" : `write ${scaled}`,
  }),
  wrongText: (expected: string, got: unknown, cure: string): Words => ({ expected, got: show(got), cure }),
  wrongExpiry: (got: unknown): Words => ({
    expected: "`never` or `{ rolling: months }`",
    got: show(got),
    cure: "write `never`, or `{ rolling: 6 }` for points that live six months",
  }),
  wrongSchema: (got: unknown): Words => ({
    expected: "1, the only version of the format so far",
    got: show(got),
    cure: "write `schema: 1`",
  }),
  // Ranges
  malformedRange: (expected: string, got: string): Words => ({
    expected,
    got: show(got),
    cure: "write a number, `a to b`, or triangular, normal, beta, uniform, lognormal or choice with numbers in brackets",
  }),
  rangeArguments: (usage: string, got: string): Words => ({
    expected: usage,
    got: show(got),
    cure: `write ${usage}`,
  }),
  reversedRange: (got: string, turned: string): Words => ({
    expected: "a range from its low end to a higher one",
    got: show(got),
    cure: `write ${turned}`,
  }),
  rangeOutside: (expected: string, got: string): Words => ({
    expected: `a range within ${expected}`,
    got: show(got),
    cure: "bring its numbers inside",
  }),
  intervalAtBound: (bound: number, got: string, uniform: string): Words => ({
    expected: `an interval clear of ${bound}, since one value in twenty falls beyond each end`,
    got: show(got),
    cure: `write ${uniform}, or move the end`,
  }),
  // Several fields together
  duplicateReward: (name: string): Words => ({
    expected: "a name of its own for every reward",
    got: `${show(name)} a second time`,
    cure: "rename one of the two",
  }),
  nobodyAims: (): Words => ({
    expected: "at least one reward with `aim` above 0",
    got: "0 for all of them",
    cure: "give a positive `aim` to the rewards that members want",
  }),
  tierBegins: (got: number): Words => ({
    expected: "0 for the first tier, which every member has",
    got: `${got}`,
    cure: "write 0, or put a tier with `from: 0` before it",
  }),
  tierOrder: (before: string, least: number, got: number): Words => ({
    expected: `more than ${least}, where ${show(before)} begins`,
    got: `${got}`,
    cure: "list the tiers from the lowest up, each beginning above the one before",
  }),
  duplicateTier: (name: string): Words => ({
    expected: "a name of its own for every tier",
    got: `${show(name)} a second time`,
    cure: "rename one of the two",
  }),
  tierTooFine: (unit: string, decimals: number, got: number, rounded: string): Words => ({
    expected: decimals === 0 ? `a whole number of ${unit}` : `at most ${decimals} decimals, as ${unit} are counted`,
    got: `${got}`,
    cure: `write ${rounded}`,
  }),
  tierNeedsPoints: (): Words => ({
    expected: "`spend`, since no purchase earns points",
    got: "`points`",
    cure: "write `basis: spend`, or `earn.pointsPerUnit` above 0",
  }),
  perkTooSmall: (smallest: number, got: number): Words => ({
    expected: `0 or at least ${smallest}, half of the smallest unit money is counted in`,
    got: `${got}`,
    cure: "write 0, or raise `currency.decimals`",
  }),
  headStartTooLong: (stamps: number, got: number): Words => ({
    expected: `fewer stamps than the card has, ${stamps}`,
    got: `${got}`,
    cure: "give fewer for a start, or print longer cards",
  }),
  weightMayBeZero: (got: string): Words => ({
    expected: "a weight that is 0, or above 0 in every draw",
    got,
    cure: "keep the range above 0, or compare a file with the type to one without",
  }),
  emptyMix: (): Words => ({
    expected: "at least one loyalty type with a weight that is always above 0",
    got: "none",
    cure: "write for example `mix: { price: 0.3, value: 0.7 }`, or remove `loyaltyTypes`",
  }),
  launchAfterHorizon: (launch: number, months: number): Words => ({
    expected: `a launch before the end of the horizon, month ${months}`,
    got: `${launch}`,
    cure: "launch earlier or lengthen `horizon.months`",
  }),
  tooManyPurchases: (limit: number, got: number): Words => ({
    expected: `at most ${limit} purchases a day by the average customer (shape / rate per time unit)`,
    got: `${Number(got.toPrecision(4))}`,
    cure: "check `timeUnit`, `shape` and `rate`: rate is not a scale",
  }),
  basketTooLarge: (limit: number, got: number): Words => ({
    expected: `an average spend of at most ${limit} a purchase, p · v / (q − 1)`,
    got: `${Number(got.toPrecision(4))}`,
    cure: "check p, q and v, or count money in a larger unit",
  }),
  ...historyMessages,
  ...correlationMessages,
  // Extends
  extendsNotText: (got: unknown): Words => ({
    expected: "the name of one scenario file",
    got: show(got),
    cure: "write `extends: baseline.yaml`",
  }),
  extendsMissing: (file: string, nearest: string | null): Words => ({
    expected: "a file that exists",
    got: show(file),
    cure: orElse(nearest, "write its path as seen from this file"),
  }),
  extendsCycle: (files: readonly string[]): Words => ({
    expected: "a chain of files that ends",
    got: cut(files.join(" → ")),
    cure: "remove `extends` from one of them",
  }),
  extendsTooDeep: (limit: number): Words => ({
    expected: `at most ${limit} files in a chain of \`extends\``,
    got: "more",
    cure: "merge some of them",
  }),
} as const;
