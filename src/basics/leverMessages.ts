import type { Words } from "./messages.js";
import { listed, orElse, show } from "./show.js";

/** Sentences about the levers of a sweep. */
export const leverMessages = {
  leverCount: (most: number, got: number): Words => ({
    expected: `1 to ${most} levers`,
    got: `${got}`,
    cure: got === 0 ? "name one, as `program.earn.pointsPerUnit=0.5..2 by 0.5`" : "leave some as they are written",
  }),
  leverWithoutValues: (got: string): Words => ({
    expected: "a path and its values, `PATH=VALUES`",
    got: show(got),
    cure: "write for example `program.earn.pointsPerUnit=0.5..2 by 0.5`",
  }),
  outsideProgram: (got: string): Words => ({
    expected:
      "a path inside `program`: the designs of a sweep are lived by the same customers on the same luck and differ in nothing else",
    got: show(got),
    cure: "to change what is outside the program, write a file that `extends` this one and states the other value, and `tenure compare` the two",
  }),
  noProgram: (name: string): Words => ({
    expected: "a scenario with a program, whose terms a lever can move",
    got: `${show(name)}, which has none`,
    cure: "name the file of a design, one that states a `program`",
  }),
  unknownPath: (got: string, nearest: string | null): Words => ({
    expected: "the path of one value of the program, as `program.earn.pointsPerUnit` or `program.rewards[0].faceValue`",
    got: show(got),
    cure: orElse(nearest, "`tenure explain FILE` lists every path"),
  }),
  notInScenario: (got: string, last: string): Words => ({
    expected: "the path of something this scenario has",
    got: `${show(got)}, and no \`${last}\``,
    cure: "`tenure explain FILE` lists every path; state it in the file first if it is missing there",
  }),
  unknownEntry: (list: string, names: readonly string[], got: string, nearest: string | null): Words => ({
    expected: `an entry of \`${list}\` by number, 0 to ${names.length - 1}, or by name: ${listed(names)}`,
    got: show(got),
    cure: orElse(nearest, "name one of them"),
  }),
  leverTwice: (path: string): Words => ({
    expected: "every lever once",
    got: `${path} a second time`,
    cure: "put all its values into one list",
  }),
  noValues: (): Words => ({
    expected: "a value or more",
    got: "nothing",
    cure: "write a list `0.5, 1, 2`, or `from..to by step`, or `from..to in count`",
  }),
  malformedSteps: (got: string): Words => ({
    expected: "`from..to by step` or `from..to in count`",
    got: show(got),
    cure: "write for example `0.5..2 by 0.5`, or `100..400 in 4`",
  }),
  reversedSteps: (got: string, turned: string): Words => ({
    expected: "steps from the low end to a higher one",
    got: show(got),
    cure: `write ${turned}`,
  }),
  uselessSteps: (got: string): Words => ({
    expected: "steps above 0, or a whole count from 2",
    got: show(got),
    cure: "write for example `by 0.5`, or `in 4`",
  }),
  tooManyDesigns: (most: number, got: number): Words => ({
    expected: `at most ${most} designs in a sweep`,
    got: `${got}`,
    cure: "take larger steps, then sweep again around the best",
  }),
  valueTwice: (got: string): Words => ({
    expected: "every value of a lever once",
    got: `${got} a second time`,
    cure: "leave one out",
  }),
  measureUnknown: (keys: readonly string[], got: string, nearest: string | null): Words => ({
    expected: `the key of a measure: ${listed(keys)}`,
    got: show(got),
    cure: orElse(nearest, "name one of them"),
  }),
  tornadoMeasure: (keys: readonly string[], got: string, nearest: string | null): Words => ({
    expected: `the key of a measure of this scenario whose differences are numbers: ${listed(keys)}`,
    got: show(got),
    cure: orElse(nearest, "name one of them; those of a program mean something in a scenario that has one"),
  }),
} as const;
