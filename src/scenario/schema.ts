import { z } from "zod";
import { messages } from "../basics/messages.js";
import { expectedOf } from "./expected.js";
import type { ChoiceType, Field } from "./field.js";
import { FIELDS, type FieldPath, LIST_LENGTHS, type PathOf } from "./fields.js";
import { byKind } from "./kinds.js";
import { mixPath, TRAIT_NAMES, traitPath } from "./loyaltyTypeFields.js";
import { readCorrelation, readPaths } from "./readCorrelation.js";
import { readHistory } from "./readHistory.js";
import { type Reading, refused } from "./reading.js";
import { readSeason, readWholeByMonth } from "./readMonths.js";
import { readQuantity, readQuantityOrNever, readWhole } from "./readNumber.js";
import { readChoice, readCurrency, readExpiry, readMonth, readText, readVersion } from "./readValue.js";
import { LOYALTY_TYPES, type LoyaltyType, type Quantity, type Scenario, type TraitsOf } from "./scenario.js";

/**
 * A leaf: its reader decides, its default and description come from the table. A refusal travels as `params.words` of the
 * zod issue.
 */
function leaf<F extends Field, T>(
  path: FieldPath,
  field: F,
  read: (field: F, value: unknown) => Reading<T>,
): z.ZodType<T> {
  const checked = z.unknown().transform((value, context): T => {
    const missing = value === undefined;
    const key = path.split(".").at(-1) ?? path;
    const reading: Reading<T> = missing
      ? { words: messages.missing(key, expectedOf(field), field.description) }
      : read(field, value);
    if (!refused(reading)) return reading.value;
    for (const { words, at } of [reading, ...(reading.more ?? [])]) {
      context.issues.push({ code: "custom", message: "", input: value, params: { words }, path: [...(at ?? [])] });
    }
    return z.NEVER;
  });
  return field.default === null ? checked : checked.prefault(field.default);
}

const quantity = (path: PathOf<"quantity">) => leaf(path, FIELDS[path], readQuantity);
const quantityOrNever = (path: PathOf<"quantityOrNever">) => leaf(path, FIELDS[path], readQuantityOrNever);
const whole = (path: PathOf<"whole">) => leaf(path, FIELDS[path], readWhole);
const exact = (path: PathOf<"exact">) => leaf(path, FIELDS[path], readWhole);
const season = (path: PathOf<"season">) => leaf(path, FIELDS[path], readSeason);
const wholeByMonth = (path: PathOf<"wholeByMonth">) => leaf(path, FIELDS[path], readWholeByMonth);
const text = (path: PathOf<"text">) => leaf(path, FIELDS[path], readText);
const version = (path: PathOf<"version">) => leaf(path, FIELDS[path], readVersion);
const month = (path: PathOf<"month">) => leaf(path, FIELDS[path], readMonth);
const currency = (path: PathOf<"currency">) => leaf(path, FIELDS[path], readCurrency);
const history = (path: PathOf<"history">) => leaf(path, FIELDS[path], readHistory);
const paths = (path: PathOf<"paths">) => leaf(path, FIELDS[path], readPaths);
const correlated = (path: PathOf<"correlation">) => leaf(path, FIELDS[path], readCorrelation);
const expiry = (path: PathOf<"expiry">) => leaf(path, FIELDS[path], readExpiry);

function choice<P extends PathOf<"choice">>(path: P): z.ZodType<(typeof FIELDS)[P]["type"]["choices"][number]> {
  const field: Field<ChoiceType<(typeof FIELDS)[P]["type"]["choices"][number]>> = FIELDS[path];
  return leaf(path, field, readChoice);
}

/** The `kind` of a map that is only checked as this kind when it says so. */
function kind<K extends string>(path: KindPath, own: K): z.ZodType<K> {
  const field: Field<ChoiceType> = FIELDS[path];
  return leaf(path, field, (_, value) => {
    const reading = readChoice(field, value);
    return refused(reading) ? reading : { value: own };
  });
}

type KindPath = "customerBase.attrition.kind" | "customerBase.spend.kind" | "program.kind";

/** A map whose fields all have defaults may be left out. */
function optional<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape).prefault({} as never);
}

/** The same schema for each of some keys. */
function each<K extends string, T>(keys: readonly K[], schema: (key: K) => z.ZodType<T>) {
  return Object.fromEntries(keys.map((key) => [key, schema(key)])) as Readonly<Record<K, z.ZodType<T>>>;
}

const LEAVING = { a: quantity("customerBase.attrition.a"), b: quantity("customerBase.attrition.b") };

const attrition = byKind<Scenario["customerBase"]["attrition"]>("customerBase.attrition", {
  afterPurchase: z.strictObject({ kind: kind("customerBase.attrition.kind", "afterPurchase"), ...LEAVING }),
  overTime: z.strictObject({
    kind: kind("customerBase.attrition.kind", "overTime"),
    shape: quantity("customerBase.attrition.shape"),
    rate: quantity("customerBase.attrition.rate"),
  }),
  atRenewal: z.strictObject({
    kind: kind("customerBase.attrition.kind", "atRenewal"),
    ...LEAVING,
    everyMonths: whole("customerBase.attrition.everyMonths"),
  }),
});

const spend = byKind<Scenario["customerBase"]["spend"]>("customerBase.spend", {
  gammaGamma: z.strictObject({
    kind: kind("customerBase.spend.kind", "gammaGamma"),
    p: quantity("customerBase.spend.p"),
    q: quantity("customerBase.spend.q"),
    v: quantity("customerBase.spend.v"),
  }),
  lognormal: z.strictObject({
    kind: kind("customerBase.spend.kind", "lognormal"),
    mean: quantity("customerBase.spend.mean"),
    cvBetween: quantity("customerBase.spend.cvBetween"),
    cvWithin: quantity("customerBase.spend.cvWithin"),
  }),
});

const traits = (type: LoyaltyType): z.ZodType<TraitsOf<Quantity>> =>
  optional(each(TRAIT_NAMES, (trait) => quantity(traitPath(type, trait))));

const loyaltyTypes = z.strictObject({
  mix: optional(each(LOYALTY_TYPES, (type) => quantity(mixPath(type)))),
  noise: quantity("customerBase.loyaltyTypes.noise"),
  traits: optional(each(LOYALTY_TYPES, traits)),
});

const reward = z.strictObject({
  name: text("program.rewards[].name"),
  points: whole("program.rewards[].points"),
  faceValue: quantity("program.rewards[].faceValue"),
  unitCost: quantity("program.rewards[].unitCost"),
  replaces: quantity("program.rewards[].replaces"),
  aim: quantity("program.rewards[].aim"),
});

const level = z.strictObject({
  name: text("program.tiers.levels[].name"),
  from: exact("program.tiers.levels[].from"),
  earnMultiplier: quantity("program.tiers.levels[].earnMultiplier"),
  discount: quantity("program.tiers.levels[].discount"),
  perkCostPerMonth: quantity("program.tiers.levels[].perkCostPerMonth"),
  perkValuePerMonth: quantity("program.tiers.levels[].perkValuePerMonth"),
});

const tiers = z.strictObject({
  basis: choice("program.tiers.basis"),
  window: choice("program.tiers.window"),
  upgrade: choice("program.tiers.upgrade"),
  downgrade: choice("program.tiers.downgrade"),
  levels: listOf("program.tiers.levels", level),
});

/** What every kind of program has, before and after what is its own. */
const BEFORE = {
  launchMonth: whole("program.launchMonth"),
  enrolment: z.strictObject({
    share: quantity("program.enrolment.share"),
    selection: quantity("program.enrolment.selection"),
    delayDays: quantity("program.enrolment.delayDays"),
  }),
};
const AFTER = {
  redemption: optional({ probability: quantity("program.redemption.probability") }),
  costs: optional({
    oneOff: quantity("program.costs.oneOff"),
    perMonth: quantity("program.costs.perMonth"),
    perMemberMonth: quantity("program.costs.perMemberMonth"),
  }),
  response: optional({
    goalGradient: quantity("program.response.goalGradient"),
    goalGradientHalfLifeMonths: quantityOrNever("program.response.goalGradientHalfLifeMonths"),
    rewardedBehaviour: quantity("program.response.rewardedBehaviour"),
    rewardedBehaviourHalfLifeDays: quantity("program.response.rewardedBehaviourHalfLifeDays"),
    balanceAtStake: quantity("program.response.balanceAtStake"),
    halfWorth: quantity("program.response.halfWorth"),
    planningMonths: quantity("program.response.planningMonths"),
    borrowed: quantity("program.response.borrowed"),
    tierChase: quantity("program.response.tierChase"),
    tierChaseHalfLifeMonths: quantityOrNever("program.response.tierChaseHalfLifeMonths"),
    tierChaseReach: quantity("program.response.tierChaseReach"),
    status: quantity("program.response.status"),
    statusHalfLifeMonths: quantityOrNever("program.response.statusHalfLifeMonths"),
    statusAtStake: quantity("program.response.statusAtStake"),
    demotionShock: quantity("program.response.demotionShock"),
    demotionShockHalfLifeDays: quantity("program.response.demotionShockHalfLifeDays"),
    discount: quantity("program.response.discount"),
  }),
};

const program = byKind<NonNullable<Scenario["program"]>>("program", {
  points: z.strictObject({
    kind: kind("program.kind", "points"),
    ...BEFORE,
    earn: z.strictObject({
      pointsPerUnit: quantity("program.earn.pointsPerUnit"),
      rounding: choice("program.earn.rounding"),
      signUpPoints: whole("program.earn.signUpPoints"),
    }),
    expiry: expiry("program.expiry"),
    rewards: listOf("program.rewards", reward),
    tiers: tiers.nullable().prefault(null),
    ...AFTER,
  }),
  stampCard: z.strictObject({
    kind: kind("program.kind", "stampCard"),
    ...BEFORE,
    card: z.strictObject({
      stamps: whole("program.card.stamps"),
      headStart: whole("program.card.headStart"),
      minimumSpend: quantity("program.card.minimumSpend"),
    }),
    expiry: expiry("program.expiry"),
    reward: z.strictObject({
      name: text("program.reward.name"),
      faceValue: quantity("program.reward.faceValue"),
      unitCost: quantity("program.reward.unitCost"),
      replaces: quantity("program.reward.replaces"),
    }),
    ...AFTER,
  }),
});

const correlation = z.strictObject({
  inputs: paths("correlations[].inputs"),
  correlation: correlated("correlations[].correlation"),
});

function listOf<T>(path: keyof typeof LIST_LENGTHS, entry: z.ZodType<T>) {
  const { fewest, most } = LIST_LENGTHS[path];
  return z.array(entry).min(fewest).max(most);
}

/** A scenario file after `extends`: strict maps, with leaves and defaults from the table of fields. */
export const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  schema: version("schema"),
  name: text("name"),
  about: text("about"),
  currency: optional({ code: currency("currency.code"), decimals: whole("currency.decimals") }),
  horizon: z.strictObject({ start: month("horizon.start"), months: whole("horizon.months") }),
  customerBase: z.strictObject({
    size: whole("customerBase.size"),
    history: history("customerBase.history").prefault(null),
    timeUnit: choice("customerBase.timeUnit"),
    purchaseRate: z.strictObject({
      shape: quantity("customerBase.purchaseRate.shape"),
      rate: quantity("customerBase.purchaseRate.rate"),
    }),
    categoryRate: quantity("customerBase.categoryRate"),
    attrition,
    spend,
    season: season("customerBase.season"),
    growth: optional({
      purchaseRate: quantity("customerBase.growth.purchaseRate"),
      prices: quantity("customerBase.growth.prices"),
    }),
    acquisition: optional({
      perMonth: wholeByMonth("customerBase.acquisition.perMonth"),
      growth: exact("customerBase.acquisition.growth"),
      cost: quantity("customerBase.acquisition.cost"),
    }),
    loyaltyTypes: loyaltyTypes.nullable().prefault(null),
  }),
  economics: z.strictObject({
    grossMargin: quantity("economics.grossMargin"),
    costPerPurchase: quantity("economics.costPerPurchase"),
    discountRate: quantity("economics.discountRate"),
  }),
  program: program.nullable().prefault(null),
  correlations: listOf("correlations", correlation).prefault([]),
});
