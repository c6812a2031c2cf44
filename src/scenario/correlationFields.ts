import { correlation, type Field, paths } from "./field.js";

const AUTHOR = "no default: the author's to say";

/** What correlates the inputs given as ranges. */
export const CORRELATION_FIELDS = {
  "correlations[].inputs": {
    type: paths(2, 16),
    default: null,
    unit: "",
    description: "Paths of inputs given as ranges, each in one group at most.",
    source: AUTHOR,
  },
  "correlations[].correlation": {
    type: correlation(),
    default: null,
    unit: "correlation of normal scores",
    description:
      "One number for every two of the inputs, or a matrix with a row and a column for each, in their order. Each range stays as it is: the numbers correlate once it is turned into a standard normal.",
    source: AUTHOR,
  },
} as const satisfies Readonly<Record<string, Field>>;
