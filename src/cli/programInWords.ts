import type { LogEstimate } from "../fit/grouped.js";
import type { LoyaltyMix } from "../fit/loyaltyMix.js";
import type { ProgramEffects } from "../fit/programFindings.js";
import { draw } from "../report/table/draw.js";
import { counted, printable, wrap } from "../report/words.js";

type Say = (text: string) => string;

/**
 * What a log says about a program, for a reader at a terminal.
 *
 * @param effects what was found
 * @param width of a line
 * @returns paragraphs
 */
export function programInWords(effects: ProgramEffects, width: number): string[] {
  const { enrolment, members, customers, launch, naive, aroundEnrolment, aroundRedemption } = effects;
  const say: Say = (text) => wrap(printable(text), width).join("\n");
  return [
    say(
      `Program: ${counted(members, "member")} of ${counted(customers, "customer")} who bought since ${launch}, when the first was seen: ${percent(enrolment.share)}; ${percent(enrolment.atOnce)} of them enrolled with their first purchase since then.`,
    ),
    ...(effects.redemption === null ? [] : [redemption(effects.redemption, say)]),
    ...(effects.points === null ? [] : [points(effects.points, say)]),
    ...(effects.tiers.length === 0 ? [] : [tiers(effects.tiers, say)]),
    ...(effects.goalGradient.length === 0 ? [] : [gradient(effects, say)]),
    ...(aroundRedemption === null
      ? []
      : [
          say(
            `Purchases in the two weeks after a redemption over the two weeks before it: ${ratio(aroundRedemption.afterOverBefore)}. Not an effect.`,
          ),
        ]),
    ...(aroundEnrolment.members === 0
      ? []
      : [
          say(
            `Purchases in the 90 days after enrolment over the 90 days before it, of ${counted(aroundEnrolment.members, "member")} seen in both: ${ratio(aroundEnrolment.afterOverBefore)}. Not an effect.`,
          ),
        ]),
    ...(naive.purchaseRatio.value === null
      ? []
      : [
          say(
            `Members over non-members: ${ratio(naive.purchaseRatio)} of the purchases, ${ratio(naive.spendRatio)} of the spend. Not an effect.`,
          ),
        ]),
    ...effects.warnings.map((text) => say(`Mind: ${text}`)),
    `To begin with in a scenario:\n${effects.snippet.trimEnd()}`,
  ];
}

function redemption({ rewards, byBalance, probability }: NonNullable<ProgramEffects["redemption"]>, say: Say): string {
  const shown = rewards
    .slice(0, 8)
    .map(
      ({ name, points: price, redemptions }) =>
        `${name ?? "a reward"} at ${price} ${price === 1 ? "point" : "points"}, ${counted(redemptions, "time")}`,
    );
  const table = draw({
    head: ["balance over the cheapest reward", "purchases", "redeemed", "probability"],
    rows: byBalance
      .filter(({ occasions }) => occasions > 0)
      .map((bin) => [
        bin.to === null ? `${bin.from} or more` : `${bin.from} to ${bin.to}`,
        `${bin.occasions}`,
        `${bin.redemptions}`,
        percent(bin.probability),
      ]),
    widths: [null, null, null, null],
    ruled: false,
    padding: 1,
  });
  return `${say(`Redeemed: ${shown.join("; ")}. At a purchase at which the reward could be had: ${percent(probability)}.`)}\n${table}`;
}

/** Vintages shown: the latest. */
const SHOWN = 12;

function points(
  { vintages, ultimateRedemptionRate, breakage }: NonNullable<ProgramEffects["points"]>,
  say: Say,
): string {
  const table = draw({
    head: ["earned in", "points", "redeemed", "lapsed", "outstanding", "redemption rate"],
    rows: vintages
      .slice(-SHOWN)
      .map((one) => [
        one.month,
        ...[one.issued, one.redeemed, one.expired, one.outstanding].map((amount) => `${amount}`),
        `${one.isClosed ? "" : "estimate "}${percent(one.redemptionRate)}`,
      ]),
    widths: [null, null, null, null, null, null],
    ruled: false,
    padding: 1,
  });
  const rate =
    ultimateRedemptionRate.value === null
      ? "No month's points are over by rule: every rate is an estimate."
      : `Points of closed months: ${percent(ultimateRedemptionRate)} redeemed, ${percent(breakage)} not.`;
  const left = vintages.length > SHOWN ? ` The last ${SHOWN} of ${vintages.length} months:` : "";
  return `${say(`${rate}${left}`)}\n${table}`;
}

function tiers(shares: ProgramEffects["tiers"], say: Say): string {
  const { month } = shares[shares.length - 1];
  const last = shares.filter((one) => one.month === month);
  return say(
    `Tiers at the end of ${month}, as last seen: ${last.map(({ tier, members, share }) => `${tier} ${members} (${percent(share)})`).join(", ")}.`,
  );
}

function gradient({ goalGradient }: ProgramEffects, say: Say): string {
  const quarters = goalGradient
    .slice(1)
    .map(({ from, hazardRatio }) => `from ${100 * from} % on ${ratio(hazardRatio)}`);
  return say(
    `Members come back, on the way from one reward to the next, against its first quarter: ${quarters.join(", ")}. Not an effect.`,
  );
}

/**
 * What a log says about loyalty types, for a reader at a terminal.
 *
 * @param mix what was found
 * @param width of a line
 * @returns paragraphs
 */
export function typesInWords(mix: LoyaltyMix, width: number): string[] {
  const say: Say = (text) => wrap(printable(text), width).join("\n");
  const number = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const table = draw({
    head: ["loyalty type", "share", "95 % of the sample", "thresholds moved by 20 %"],
    rows: mix.types.map((one) => [
      one.type,
      number(one.share),
      `${number(one.low)} to ${number(one.high)}`,
      `${number(one.lowByRule)} to ${number(one.highByRule)}`,
    ]),
    widths: [null, null, null, null],
    ruled: false,
    padding: 1,
  });
  const answers = mix.answered === 0 ? "no survey" : `${counted(mix.answered, "score")} up to ${mix.scaleTop ?? 0}`;
  return [
    `${say(`Loyalty types of ${counted(mix.customers, "customer")}, by a rule from behaviour; ${answers}.`)}\n${table}`,
    ...mix.warnings.map((text) => say(`Mind: ${text}`)),
    `To begin with in a scenario:\n${mix.snippet.trimEnd()}`,
  ];
}

function percent({ value, low, high }: LogEstimate): string {
  if (value === null) return "not seen";
  const digits = (one: number): string => (100 * one).toFixed(1);
  return `${digits(value)} %${low === null || high === null ? "" : ` (${digits(low)} to ${digits(high)})`}`;
}

function ratio({ value, low, high }: LogEstimate): string {
  if (value === null) return "not seen";
  return `× ${value.toFixed(3)}${low === null || high === null ? "" : ` (${low.toFixed(3)} to ${high.toFixed(3)})`}`;
}
