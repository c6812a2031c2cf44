import type {
  CustomerBaseOf,
  DrawnScenario,
  EconomicsOf,
  EnrolmentOf,
  Horizon,
  ProgramOf,
  ResponseOf,
  RewardOf,
} from "#tenure/scenario/scenario.js";

type Base = CustomerBaseOf<number>;
type Program = ProgramOf<number>;

/** A program of which only what matters is stated. */
export interface PartialProgram {
  readonly launchMonth?: number;
  readonly enrolment?: Partial<EnrolmentOf<number>>;
  readonly earn?: Partial<Program["earn"]>;
  readonly expiry?: Program["expiry"];
  readonly rewards?: readonly Partial<RewardOf<number>>[];
  readonly redemption?: Partial<Program["redemption"]>;
  readonly costs?: Partial<Program["costs"]>;
  readonly response?: Partial<ResponseOf<number>>;
}

/** A scenario of which only what matters is stated. */
interface PartialScenario {
  readonly name?: string;
  readonly about?: string;
  readonly currency?: { readonly code?: string; readonly decimals?: number };
  readonly horizon?: Partial<Horizon>;
  readonly customerBase?: {
    readonly size?: number;
    readonly timeUnit?: Base["timeUnit"];
    readonly purchaseRate?: Partial<Base["purchaseRate"]>;
    readonly attrition?: Partial<Base["attrition"]>;
    readonly spend?: Partial<Base["spend"]>;
    readonly acquisition?: Partial<Base["acquisition"]>;
  };
  readonly economics?: Partial<EconomicsOf<number>>;
  /** Null, or nothing: no program. */
  readonly program?: PartialProgram | null;
}

/** What a reward is when nothing is said about it. */
const REWARD: RewardOf<number> = {
  name: "Reward",
  points: 100,
  faceValue: 10,
  unitCost: 4,
  replaces: 0,
  aim: 1,
};

/** A program with every channel switched off: everybody earns a point per currency unit, nobody behaves differently. */
const PROGRAM: Program = {
  kind: "points",
  launchMonth: 0,
  enrolment: { share: 1, selection: 0, delayDays: 0 },
  earn: { pointsPerUnit: 1, rounding: "floor", signUpPoints: 0 },
  expiry: { kind: "never" },
  rewards: [REWARD],
  redemption: { probability: 1 },
  costs: { oneOff: 0, perMonth: 0, perMemberMonth: 0 },
  response: {
    goalGradient: 0,
    goalGradientHalfLifeMonths: "never",
    rewardedBehaviour: 0,
    rewardedBehaviourHalfLifeDays: 30,
    balanceAtStake: 0,
    halfWorth: 0.05,
    planningMonths: 24,
  },
};

/** A complete scenario: what is stated, and the CDNOW customer base and a quiet program for the rest. */
export function completeScenario(partial: PartialScenario): DrawnScenario {
  const base = partial.customerBase ?? {};
  return {
    schema: 1,
    name: partial.name ?? "test",
    about: partial.about ?? "made for a test",
    currency: { code: "USD", decimals: 2, ...partial.currency },
    horizon: { start: "1997-01", months: 18, ...partial.horizon },
    customerBase: {
      size: base.size ?? 10,
      timeUnit: base.timeUnit ?? "week",
      purchaseRate: { shape: 0.243, rate: 4.414, ...base.purchaseRate },
      attrition: { kind: "afterPurchase", a: 0.793, b: 2.426, ...base.attrition },
      spend: { kind: "gammaGamma", p: 6.25, q: 3.74, v: 15.44, ...base.spend },
      acquisition: { perMonth: 0, cost: 0, ...base.acquisition },
    },
    economics: { grossMargin: 0.3, costPerPurchase: 0, discountRate: 0.1, ...partial.economics },
    program: partial.program ? completeProgram(partial.program) : null,
  };
}

function completeProgram(partial: PartialProgram): Program {
  return {
    kind: "points",
    launchMonth: partial.launchMonth ?? PROGRAM.launchMonth,
    enrolment: { ...PROGRAM.enrolment, ...partial.enrolment },
    earn: { ...PROGRAM.earn, ...partial.earn },
    expiry: partial.expiry ?? PROGRAM.expiry,
    rewards: partial.rewards?.map((reward) => ({ ...REWARD, ...reward })) ?? PROGRAM.rewards,
    redemption: { ...PROGRAM.redemption, ...partial.redemption },
    costs: { ...PROGRAM.costs, ...partial.costs },
    response: { ...PROGRAM.response, ...partial.response },
  };
}
