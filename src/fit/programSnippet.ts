import { normalScore } from "../math/normal.js";
import type { LogEstimate } from "./grouped.js";
import type { ProgramSeen } from "./programWarnings.js";

const DIGITS = 3;

/**
 * The part of a program that a log suggests, as text of a scenario file: ranges of what was estimated, and in comments what the log
 * cannot know.
 *
 * @param seen what was found
 * @returns YAML
 */
export function programSnippet({ enrolment, redemption, points, pointsExpire }: ProgramSeen): string {
  const { selection, selectionOfRate } = enrolment;
  return `${[
    "# Estimated from a log by tenure fit: a place to begin, not what a program causes.",
    "program:",
    ...(points === null && redemption === null
      ? []
      : [
          "  kind: points # or `stampCard`, with a `card` and a `reward`",
          "  # earn: { pointsPerUnit: … } # as your terms say",
        ]),
    "  enrolment:",
    `    share: ${rangeOf(enrolment.share)} # members among customers who bought since the first member was seen`,
    ...(selection.low === null || selection.high === null
      ? ["    # selection cannot be told from this log; the default, moderate, is an assumption"]
      : [
          `    selection: ${selectionRange(selection, selectionOfRate)} # from purchases before the launch to the rate behind them`,
        ]),
    ...(redemption === null || redemption.probability.value === null
      ? []
      : [
          `  redemption: { probability: ${rangeOf(redemption.probability)} } # at a purchase at which the reward could be had`,
        ]),
    ...(points === null || pointsExpire === null ? [] : [`  expiry: { rolling: ${pointsExpire} } # as stated`]),
    ...(redemption === null
      ? []
      : [
          "  # Rewards seen: what each is worth, what it costs and how many replace a paid item no log says.",
          "  # rewards:",
          ...redemption.rewards.map(
            ({ name, points: price, redemptions }) =>
              `  #   - { name: ${plainText(name ?? "A reward")}, points: ${price}, faceValue: …, unitCost: …, replaces: … } # taken ${redemptions === 1 ? "once" : `${redemptions} times`}`,
          ),
        ]),
    "  # How strongly members respond cannot be told from members alone: `response` keeps its published ranges.",
  ].join("\n")}\n`;
}

/** Half of a 95 % interval of a normal estimate, and the way from its middle to its P5 and its P95. */
const TO_P95 = normalScore(0.95) / normalScore(0.975);

/**
 * A share as a range of a scenario file, which reaches from P5 to P95 where its interval holds 95 %; one number where there is no
 * interval, or one end of it is the end of all shares.
 */
function rangeOf({ value, low, high }: LogEstimate): string {
  if (low === null || high === null || low <= 0 || high >= 1 || low === high) return text(value ?? 0);
  const [from, to] = [low, high].map((share) => Math.log(share / (1 - share)));
  const ends = [1 - TO_P95, 1 + TO_P95].map((way) => 1 / (1 + Math.exp(-(from + ((to - from) * way) / 2))));
  return ends.map(text).join(" to ");
}

function selectionRange(count: LogEstimate, rate: LogEstimate): string {
  const ends = [count.low, count.high, rate.value].filter((one): one is number => one !== null);
  const [low, high] = [Math.max(-1, Math.min(...ends)), Math.min(1, Math.max(...ends))];
  return `uniform(${text(low)}, ${text(high)})`;
}

/** Quoted, without what a terminal would act on: names come from a log. */
function plainText(name: string): string {
  return JSON.stringify(name.replace(/[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ""));
}

function text(value: number): string {
  return `${Number(value.toPrecision(DIGITS))}`;
}
