import { LOYALTY_TYPES, type LoyaltyType } from "../scenario/scenario.js";
import { mixSnippet, mixWarnings } from "./mixWords.js";
import {
  type Behaviour,
  type Thresholds,
  TYPE_CELLS,
  TYPE_THRESHOLDS,
  type TypeThreshold,
  typeCellOf,
} from "./typeRule.js";

/** What customers did, by column. */
export interface BehaviourColumns {
  readonly often: Float64Array;
  readonly silent: Float64Array;
  /** NaN where nothing says. */
  readonly promoted: Float64Array;
  /** Score over the top of its scale; NaN where the customer gave none. */
  readonly score: Float64Array;
}

/** A loyalty type's share of the customers by the rule. */
export interface TypeShareEstimate {
  readonly type: LoyaltyType;
  readonly share: number;
  /** As of a sample of so many customers, and of those who answered the survey among them. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** The lowest and the highest share with one threshold of the rule moved by a fifth, either way. */
  readonly lowByRule: number;
  readonly highByRule: number;
}

/** How the shares move with one threshold. */
export interface ThresholdMove {
  readonly threshold: TypeThreshold;
  readonly meaning: string;
  readonly source: string;
  readonly value: number;
  /** Shares with the threshold at four fifths, and at six fifths of its value. */
  readonly lower: Readonly<Record<LoyaltyType, number>>;
  readonly upper: Readonly<Record<LoyaltyType, number>>;
}

/** A starting mix of loyalty types, by a rule from behaviour: an estimate that no log can prove. */
export interface LoyaltyMix {
  /** Customers seen long enough to tell, and those who are not. */
  readonly customers: number;
  readonly tooShort: number;
  /** Customers with a score. */
  readonly answered: number;
  readonly hasPromoted: boolean;
  /** Top of the scale of scores; null without a survey. */
  readonly scaleTop: number | null;
  /** Customers behind scores: without any, half of those who buy often are taken to be attached. */
  readonly types: readonly TypeShareEstimate[];
  readonly sensitivity: readonly ThresholdMove[];
  readonly warnings: readonly string[];
  /** A `loyaltyTypes:` to begin with, as text of a scenario file. */
  readonly snippet: string;
}

/** Without a survey: taken to be attached, of those whose patronage is high, and of the others. */
const ASSUMED_ATTACHED = [0.5, 0.5, 0.5, 0, 0] as const;

const MOVE = 0.2;
const Z = 1.959963984540054;

type Shares = Readonly<Record<LoyaltyType, number>>;

/**
 * Estimates a mix of loyalty types from what customers did.
 *
 * @param columns an entry a customer
 * @param tooShort customers left out, who are not seen for long enough
 * @param scaleTop of the scores; null without any
 * @returns shares with their errors, and how they move with the rule
 */
export function loyaltyMix(columns: BehaviourColumns, tooShort: number, scaleTop: number | null): LoyaltyMix {
  const usual = thresholdsWith({});
  const { shares, errors, answered } = sharesBy(columns, usual);
  const names = Object.keys(TYPE_THRESHOLDS) as TypeThreshold[];
  const hasPromoted = columns.promoted.some((one) => !Number.isNaN(one));
  const isUsed = (name: TypeThreshold): boolean =>
    name === "attached" ? answered > 0 : hasPromoted || (name !== "promoted" && name !== "fullPrice");
  const sensitivity = names.filter(isUsed).map((threshold): ThresholdMove => {
    const { value, most, meaning, source } = TYPE_THRESHOLDS[threshold];
    const moved = (times: number): Shares =>
      sharesBy(columns, thresholdsWith({ [threshold]: Math.min(most, value * times) })).shares;
    return { threshold, meaning, source, value, lower: moved(1 - MOVE), upper: moved(1 + MOVE) };
  });
  const types = LOYALTY_TYPES.flatMap((type): TypeShareEstimate[] => {
    const tried = [shares[type], ...sensitivity.flatMap(({ lower, upper }) => [lower[type], upper[type]])];
    if (Math.max(...tried) === 0) return [];
    const reach = Z * errors[type];
    return [
      {
        type,
        share: shares[type],
        standardError: errors[type],
        low: Math.max(0, shares[type] - reach),
        high: Math.min(1, shares[type] + reach),
        lowByRule: Math.min(...tried),
        highByRule: Math.max(...tried),
      },
    ];
  });
  const seen = { customers: columns.often.length, tooShort, answered, hasPromoted, scaleTop, types, sensitivity };
  return { ...seen, warnings: mixWarnings(seen), snippet: mixSnippet(seen) };
}

function thresholdsWith(moved: Partial<Thresholds>): Thresholds {
  const values = Object.entries(TYPE_THRESHOLDS).map(([name, { value }]) => [name, value]);
  return { ...(Object.fromEntries(values) as Thresholds), ...moved };
}

/**
 * Shares by the rule. Who gave no score is taken to be as attached as those of the same behaviour who did; where nobody of it did, as all
 * who did. The variance is that of two draws: customers into cells, and answers inside a cell.
 */
function sharesBy(
  { often, silent, promoted, score }: BehaviourColumns,
  thresholds: Thresholds,
): { readonly shares: Shares; readonly errors: Shares; readonly answered: number } {
  const customers = often.length;
  const cells = TYPE_CELLS.map(() => ({ customers: 0, answered: 0, attached: 0 }));
  for (let at = 0; at < customers; at++) {
    const behaviour: Behaviour = {
      often: often[at],
      silent: silent[at],
      promoted: Number.isNaN(promoted[at]) ? null : promoted[at],
    };
    const cell = cells[typeCellOf(behaviour, thresholds)];
    cell.customers++;
    if (Number.isNaN(score[at])) continue;
    cell.answered++;
    if (score[at] >= thresholds.attached) cell.attached++;
  }
  const answered = cells.reduce((sum, cell) => sum + cell.answered, 0);
  const attachedOfAll = cells.reduce((sum, cell) => sum + cell.attached, 0) / answered;
  const shares = zeros();
  const seconds = zeros();
  const answers = zeros();
  cells.forEach((cell, at) => {
    if (cell.customers === 0) return;
    const weight = cell.customers / customers;
    const attached =
      answered === 0 ? ASSUMED_ATTACHED[at] : cell.answered === 0 ? attachedOfAll : cell.attached / cell.answered;
    const spread = answered === 0 ? 0 : (attached * (1 - attached)) / Math.max(1, cell.answered);
    for (const [type, part] of [
      [TYPE_CELLS[at].attached, attached],
      [TYPE_CELLS[at].other, 1 - attached],
    ] as const) {
      shares[type] += weight * part;
      seconds[type] += weight * part * part;
      answers[type] += weight * weight * spread;
    }
  });
  const errors = zeros();
  for (const type of LOYALTY_TYPES) {
    const between = customers === 0 ? 0 : (seconds[type] - shares[type] ** 2) / customers;
    errors[type] = Math.sqrt(Math.max(0, between + answers[type]));
  }
  return { shares, errors, answered };
}

function zeros(): Record<LoyaltyType, number> {
  return Object.fromEntries(LOYALTY_TYPES.map((type) => [type, 0])) as Record<LoyaltyType, number>;
}
