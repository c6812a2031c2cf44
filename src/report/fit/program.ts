import type { LogEstimate } from "../../fit/grouped.js";
import type { LoyaltyMix } from "../../fit/loyaltyMix.js";
import type { ProgramEffects } from "../../fit/programFindings.js";
import type { TransactionLog } from "../../fit/transactionLog.js";
import { digits } from "../format.js";
import type { TextTable } from "../output/output.js";
import { counted } from "../words.js";

/** A piece of a report in reading order: a sentence or more, a table, or lines of a scenario file. */
export type ReportPart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "table"; readonly table: TextTable }
  | { readonly kind: "file"; readonly about: string; readonly text: string };

/** Vintages shown: the latest. */
const SHOWN = 12;
/** Rewards named in the sentence. */
const NAMED = 8;

const NO_EFFECT = "Not an effect.";

/**
 * What a log says about a program and about loyalty types, in reading order; nothing where its columns tell of neither.
 *
 * @param log that was read
 */
export function logParts({ program, loyaltyTypes }: Pick<TransactionLog, "program" | "loyaltyTypes">): ReportPart[] {
  return [
    ...(program === null ? [] : programParts(program)),
    ...(loyaltyTypes === null ? [] : typeParts(loyaltyTypes)),
  ];
}

/**
 * What a log says about a program, in reading order; its warnings stand elsewhere, first.
 *
 * @param effects what was found
 */
export function programParts(effects: ProgramEffects): ReportPart[] {
  const { enrolment, members, customers, launch, naive, aroundEnrolment, aroundRedemption, tiers } = effects;
  return [
    words(
      `Program: ${counted(members, "member")} of ${counted(customers, "customer")} who bought since ${launch}, when the first was seen: ${percent(enrolment.share)}; ${percent(enrolment.atOnce)} of them enrolled with their first purchase since then.`,
    ),
    ...(effects.redemption === null ? [] : redemption(effects.redemption)),
    ...(effects.points === null ? [] : points(effects.points)),
    ...(tiers.length === 0 ? [] : [tierShares(tiers)]),
    ...(effects.goalGradient.length === 0 ? [] : [gradient(effects)]),
    ...(aroundRedemption === null
      ? []
      : [
          words(
            `Purchases in the two weeks after a redemption over the two weeks before it: ${ratio(aroundRedemption.afterOverBefore)}. ${NO_EFFECT}`,
          ),
        ]),
    ...(aroundEnrolment.members === 0
      ? []
      : [
          words(
            `Purchases in the 90 days after enrolment over the 90 days before it, of ${counted(aroundEnrolment.members, "member")} seen in both: ${ratio(aroundEnrolment.afterOverBefore)}. ${NO_EFFECT}`,
          ),
        ]),
    ...(naive.purchaseRatio.value === null
      ? []
      : [
          words(
            `Members over non-members: ${ratio(naive.purchaseRatio)} of the purchases, ${ratio(naive.spendRatio)} of the spend. ${NO_EFFECT}`,
          ),
        ]),
    { kind: "file", about: "To begin with in a scenario; what no log knows, it asks for:", text: effects.snippet },
  ];
}

/**
 * What a log says about loyalty types, in reading order; its warnings stand elsewhere, first.
 *
 * @param mix what was found
 */
export function typeParts(mix: LoyaltyMix): ReportPart[] {
  const share = (value: number): string => `${digits(100 * value, 1)} %`;
  const answers = mix.answered === 0 ? "no survey" : `${counted(mix.answered, "score")} up to ${mix.scaleTop ?? 0}`;
  return [
    words(`Loyalty types of ${counted(mix.customers, "customer")}, by a rule from behaviour; ${answers}.`),
    table(
      "Loyalty types",
      ["loyalty type", "share", "95 % of the sample", "thresholds moved by 20 %"],
      mix.types.map((one) => [
        one.type,
        share(one.share),
        `${share(one.low)} to ${share(one.high)}`,
        `${share(one.lowByRule)} to ${share(one.highByRule)}`,
      ]),
    ),
    {
      kind: "file",
      about: "To begin with in a scenario of new customers; those with a history take no loyalty types:",
      text: mix.snippet,
    },
  ];
}

function redemption({ rewards, byBalance, probability }: NonNullable<ProgramEffects["redemption"]>): ReportPart[] {
  const named = rewards
    .slice(0, NAMED)
    .map(
      ({ name, points: price, redemptions }) =>
        `${name ?? "a reward"} at ${counted(price, "point")}, ${counted(redemptions, "time")}`,
    );
  return [
    words(
      `Redeemed: ${named.join("; ")}. At a purchase at which the reward could be had: ${percent(probability)}.` +
        (rewards.length > 1 ? " By balance, it falls where members wait for a dearer reward." : ""),
    ),
    table(
      "Redemption by balance, as a multiple of the cheapest reward's price",
      ["balance, in cheapest rewards", "purchases", "redeemed", "probability"],
      byBalance
        .filter(({ occasions }) => occasions > 0)
        .map((bin) => [
          bin.to === null ? `${bin.from} or more` : `${bin.from} to ${bin.to}`,
          digits(bin.occasions, 0),
          digits(bin.redemptions, 0),
          percent(bin.probability),
        ]),
    ),
  ];
}

function points({ vintages, ultimateRedemptionRate, breakage }: NonNullable<ProgramEffects["points"]>): ReportPart[] {
  return [
    words(
      ultimateRedemptionRate.value === null
        ? "No month's points are over by rule: every redemption rate is an estimate."
        : `Points of closed months: ${percent(ultimateRedemptionRate)} redeemed, ${percent(breakage)} not.`,
    ),
    table(
      vintages.length > SHOWN ? `Points by month, the last ${SHOWN} of ${vintages.length}` : "Points by month",
      ["earned in", "points", "redeemed", "lapsed", "outstanding", "redemption rate"],
      vintages
        .slice(-SHOWN)
        .map((one) => [
          one.month,
          ...[one.issued, one.redeemed, one.expired, one.outstanding].map((amount) => digits(amount, 0)),
          `${one.isClosed ? "" : "estimate "}${percent(one.redemptionRate)}`,
        ]),
    ),
  ];
}

function tierShares(shares: ProgramEffects["tiers"]): ReportPart {
  const { month } = shares[shares.length - 1];
  const last = shares.filter((one) => one.month === month);
  return words(
    `Tiers at the end of ${month}, as last seen: ${last.map(({ tier, members, share }) => `${tier} ${digits(members, 0)} (${percent(share)})`).join(", ")}.`,
  );
}

function gradient({ goalGradient }: ProgramEffects): ReportPart {
  const quarters = goalGradient
    .slice(1)
    .map(({ from, hazardRatio }) => `${ratio(hazardRatio)} when ${100 * from} % of the points for it are there`);
  return words(
    `How fast members come back on the way to the next reward, over how fast they do in the first quarter of it: ${quarters.join(", ")}. ${NO_EFFECT}`,
  );
}

function words(text: string): ReportPart {
  return { kind: "words", text };
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): ReportPart {
  return { kind: "table", table: { caption, head, rows, isOfWords: false } };
}

function percent({ value, low, high }: LogEstimate): string {
  if (value === null) return "not seen";
  const of = (one: number): string => digits(100 * one, 1);
  return `${of(value)} %${low === null || high === null ? "" : ` (${of(low)} to ${of(high)})`}`;
}

function ratio({ value, low, high }: LogEstimate): string {
  if (value === null) return "not seen";
  return `× ${digits(value, 3)}${low === null || high === null ? "" : ` (${digits(low, 3)} to ${digits(high, 3)})`}`;
}
