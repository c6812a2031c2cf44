import {
  type AcquisitionOf,
  type AttritionOf,
  type CustomerBaseOf,
  type DrawnScenario,
  type EconomicsOf,
  type EnrolmentOf,
  type Horizon,
  LOYALTY_TYPES,
  type LoyaltyType,
  type LoyaltyTypesOf,
  type PointsProgramOf,
  type ProgramOf,
  type ResponseOf,
  type RewardOf,
  type SpendOf,
  type StampCardOf,
  type TierLevelOf,
  type TiersOf,
  type TraitsOf,
} from "#tenure/scenario/scenario.js";

type Base = CustomerBaseOf<number>;
type Points = PointsProgramOf<number>;
type StampCard = StampCardOf<number>;
type OfKind<T extends { kind: string }, K extends T["kind"]> = Extract<T, { readonly kind: K }>;

interface PartialAnyProgram {
  readonly launchMonth?: number;
  readonly enrolment?: Partial<EnrolmentOf<number>>;
  readonly expiry?: Points["expiry"];
  readonly redemption?: Partial<Points["redemption"]>;
  readonly costs?: Partial<Points["costs"]>;
  readonly response?: Partial<ResponseOf<number>>;
}

/** A points program of which only what matters is stated. */
export interface PartialProgram extends PartialAnyProgram {
  readonly kind?: "points";
  readonly earn?: Partial<Points["earn"]>;
  readonly rewards?: readonly Partial<RewardOf<number>>[];
  readonly tiers?: PartialTiers | null;
}

/** A stamp card of which only what matters is stated. */
export interface PartialStampCard extends PartialAnyProgram {
  readonly kind: "stampCard";
  readonly card?: Partial<StampCard["card"]>;
  readonly reward?: Partial<StampCard["reward"]>;
}

interface PartialTiers extends Partial<Omit<TiersOf<number>, "levels">> {
  readonly levels: readonly Partial<TierLevelOf<number>>[];
}

interface PartialTypes {
  readonly mix: Partial<LoyaltyTypesOf<number>["mix"]>;
  readonly noise?: number;
  readonly traits?: Partial<Readonly<Record<LoyaltyType, Partial<TraitsOf<number>>>>>;
}

/** A scenario of which only what matters is stated. */
export interface PartialScenario {
  readonly name?: string;
  readonly about?: string;
  readonly currency?: { readonly code?: string; readonly decimals?: number };
  readonly horizon?: Partial<Horizon>;
  readonly customerBase?: {
    readonly size?: number;
    readonly history?: Base["history"];
    readonly timeUnit?: Base["timeUnit"];
    readonly purchaseRate?: Partial<Base["purchaseRate"]>;
    readonly attrition?: Partial<OfKind<AttritionOf<number>, "afterPurchase">> | AttritionOf<number>;
    readonly spend?: Partial<OfKind<SpendOf<number>, "gammaGamma">> | SpendOf<number>;
    readonly categoryRate?: number;
    readonly season?: readonly number[];
    readonly growth?: Partial<Base["growth"]>;
    readonly acquisition?: Partial<AcquisitionOf<number>>;
    readonly loyaltyTypes?: PartialTypes | null;
  };
  readonly economics?: Partial<EconomicsOf<number>>;
  /** Null, or nothing: no program. */
  readonly program?: PartialProgram | PartialStampCard | null;
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

/** Every channel switched off: nobody behaves differently. */
const RESPONSE: ResponseOf<number> = {
  goalGradient: 0,
  goalGradientHalfLifeMonths: "never",
  rewardedBehaviour: 0,
  rewardedBehaviourHalfLifeDays: 30,
  balanceAtStake: 0,
  halfWorth: 0.05,
  planningMonths: 24,
  borrowed: 0,
  tierChase: 0,
  tierChaseHalfLifeMonths: "never",
  tierChaseReach: 2,
  status: 0,
  statusHalfLifeMonths: "never",
  statusAtStake: 0,
  demotionShock: 0,
  demotionShockHalfLifeDays: 180,
  discount: 0,
};

/** A program with every channel switched off: everybody earns a point per currency unit. */
const PROGRAM: Points = {
  kind: "points",
  launchMonth: 0,
  enrolment: { share: 1, selection: 0, delayDays: 0 },
  earn: { pointsPerUnit: 1, rounding: "floor", signUpPoints: 0 },
  expiry: { kind: "never" },
  rewards: [REWARD],
  tiers: null,
  redemption: { probability: 1 },
  costs: { oneOff: 0, perMonth: 0, perMemberMonth: 0 },
  response: RESPONSE,
};

const LEVEL: TierLevelOf<number> = {
  name: "Tier",
  from: 0,
  earnMultiplier: 1,
  discount: 0,
  perkCostPerMonth: 0,
  perkValuePerMonth: 0,
};

/** A type like everybody else. */
const TRAITS: TraitsOf<number> = {
  purchaseRate: 1,
  leaving: 1,
  spend: 1,
  attachment: 0.5,
  programSensitivity: 1,
  priceSensitivity: 1,
  switchingCost: 1,
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
      history: base.history ?? null,
      timeUnit: base.timeUnit ?? "week",
      purchaseRate: { shape: 0.243, rate: 4.414, ...base.purchaseRate },
      attrition: completeAttrition(base.attrition ?? {}),
      spend: completeSpend(base.spend ?? {}),
      categoryRate: base.categoryRate ?? 0,
      season: base.season ?? Array<number>(12).fill(1),
      growth: { purchaseRate: 0, prices: 0, ...base.growth },
      acquisition: { perMonth: 0, growth: 0, cost: 0, ...base.acquisition },
      loyaltyTypes: base.loyaltyTypes ? completeTypes(base.loyaltyTypes) : null,
    },
    economics: { grossMargin: 0.3, costPerPurchase: 0, discountRate: 0.1, ...partial.economics },
    program: partial.program ? completeProgram(partial.program) : null,
    correlations: [],
  };
}

function completeAttrition(
  partial: Partial<OfKind<AttritionOf<number>, "afterPurchase">> | AttritionOf<number>,
): AttritionOf<number> {
  if (partial.kind === "overTime" || partial.kind === "atRenewal") return partial;
  return { a: 0.793, b: 2.426, ...partial, kind: "afterPurchase" };
}

function completeSpend(partial: Partial<OfKind<SpendOf<number>, "gammaGamma">> | SpendOf<number>): SpendOf<number> {
  return partial.kind === "lognormal" ? partial : { p: 6.25, q: 3.74, v: 15.44, ...partial, kind: "gammaGamma" };
}

function completeTypes({ mix, noise, traits }: PartialTypes): LoyaltyTypesOf<number> {
  const each = <T>(of: (type: LoyaltyType) => T): Readonly<Record<LoyaltyType, T>> =>
    Object.fromEntries(LOYALTY_TYPES.map((type) => [type, of(type)])) as Record<LoyaltyType, T>;
  return {
    mix: each((type) => mix[type] ?? 0),
    noise: noise ?? 1,
    traits: each((type) => ({ ...TRAITS, ...traits?.[type] })),
  };
}

function completeProgram(partial: PartialProgram | PartialStampCard): ProgramOf<number> {
  const every = {
    launchMonth: partial.launchMonth ?? PROGRAM.launchMonth,
    enrolment: { ...PROGRAM.enrolment, ...partial.enrolment },
    expiry: partial.expiry ?? PROGRAM.expiry,
    redemption: { ...PROGRAM.redemption, ...partial.redemption },
    costs: { ...PROGRAM.costs, ...partial.costs },
    response: { ...PROGRAM.response, ...partial.response },
  };
  if (partial.kind === "stampCard") {
    const { name, faceValue, unitCost, replaces } = REWARD;
    return {
      kind: "stampCard",
      ...every,
      card: { stamps: 10, headStart: 0, minimumSpend: 0, ...partial.card },
      reward: { name, faceValue, unitCost, replaces, ...partial.reward },
    };
  }
  return {
    kind: "points",
    ...every,
    earn: { ...PROGRAM.earn, ...partial.earn },
    rewards: partial.rewards?.map((reward) => ({ ...REWARD, ...reward })) ?? PROGRAM.rewards,
    tiers: partial.tiers ? completeTiers(partial.tiers) : null,
  };
}

function completeTiers({ levels, ...rest }: PartialTiers): TiersOf<number> {
  return {
    basis: "spend",
    window: "calendarYear",
    upgrade: "atOnce",
    downgrade: "toQualified",
    ...rest,
    levels: levels.map((level, index) => ({ ...LEVEL, name: `Tier ${index}`, ...level })),
  };
}
