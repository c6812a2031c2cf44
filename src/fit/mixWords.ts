import type { LoyaltyMix } from "./loyaltyMix.js";

/** A mix, before it is put into words. */
export type MixSeen = Omit<LoyaltyMix, "warnings" | "snippet">;

const DIGITS = 3;

/** Types whose shares rest on an attitude that was assumed, where there is no survey. */
const BY_ATTITUDE: ReadonlySet<string> = new Set(["inertia", "incentive", "value", "trust"]);

/**
 * What a reader of a mix must know, in sentences.
 *
 * @param seen the mix
 * @returns sentences
 */
export function mixWarnings({ answered, customers, hasPromoted, tooShort }: MixSeen): string[] {
  return [
    "Loyalty types are assigned by a rule whose thresholds are assumptions; a log cannot prove them. Look at how the shares move with the thresholds.",
    answered === 0
      ? "Attitude (Dick & Basu 1994) cannot be seen in a log: without a survey half of those who buy often are taken to be attached, nobody else, and the ranges reach from none of them to all."
      : answered < customers
        ? "Customers without a score are taken to be as attached as those who buy as they do and gave one: who answers surveys may be another kind of customer."
        : "Every customer gave a score; that scores measure attachment is an assumption.",
    ...(hasPromoted
      ? []
      : [
          "No column says what was promoted: customers of types price, incentive and value cannot be told from the others.",
        ]),
    "Customers without an alternative (monopoly) and relatives of the company (kin) look like any others in a log: they are in no share.",
    ...(tooShort > 0
      ? [
          `Customers first seen in the last 90 days of the log, ${tooShort} of them, are in no share: too little is known.`,
        ]
      : []),
  ];
}

/**
 * The part of a customer base that a mix suggests, as text of a scenario file: weights from the lowest to the highest of what the
 * sample and the rule leave open.
 *
 * @param seen the mix
 * @returns YAML
 */
export function mixSnippet({ types, answered }: MixSeen): string {
  return `${[
    "# Estimated from a log by tenure fit, by a rule whose thresholds are assumptions. Weights are percentages.",
    "customerBase:",
    "  loyaltyTypes:",
    "    mix:",
    ...types.map(({ type, share, low, high, lowByRule, highByRule }) => {
      const isAssumed = answered === 0 && BY_ATTITUDE.has(type);
      const [least, most] = [Math.min(low, lowByRule), Math.min(1, Math.max(high, highByRule))];
      if (isAssumed) return `      ${type}: uniform(0, ${percent(2 * share)}) # attitude unknown`;
      return `      ${type}: ${percent(least) < percent(most) ? `uniform(${percent(least)}, ${percent(most)})` : percent(share)} # ${percent(share)}`;
    }),
  ].join("\n")}\n`;
}

function percent(share: number): number {
  return Number((100 * share).toPrecision(DIGITS));
}
