import { z } from "zod";
import { messages } from "../basics/messages.js";
import { expectedOf } from "./expected.js";
import type { ChoiceType, Field } from "./field.js";
import { FIELDS, type FieldPath, type PathOf } from "./fields.js";
import { type Reading, refused } from "./reading.js";
import { readQuantity, readQuantityOrNever, readWhole } from "./readNumber.js";
import { readChoice, readCurrency, readExpiry, readMonth, readText, readVersion } from "./readValue.js";
import type { Scenario } from "./scenario.js";

/** Most rewards a catalogue may hold. */
export const MOST_REWARDS = 32;

/**
 * A leaf: its reader decides, its default and description come from the table. A refusal travels as `params.words` of the
 * zod issue.
 */
function leaf<F extends Field, T>(
  path: FieldPath,
  field: F,
  read: (field: F, value: unknown) => Reading<T>,
): z.ZodType<T> {
  const checked = z
    .unknown()
    .transform((value, context): T => {
      const missing = value === undefined;
      const key = path.split(".").at(-1) ?? path;
      const reading: Reading<T> = missing
        ? { words: messages.missing(key, expectedOf(field), field.description) }
        : read(field, value);
      if (!refused(reading)) return reading.value;
      const params = { words: reading.words, missing };
      context.issues.push({ code: "custom", message: "", input: value, params, path: [...(reading.at ?? [])] });
      return z.NEVER;
    })
    .meta({ description: field.description });
  return field.default === null ? checked : checked.prefault(field.default);
}

const quantity = (path: PathOf<"quantity">) => leaf(path, FIELDS[path], readQuantity);
const quantityOrNever = (path: PathOf<"quantityOrNever">) => leaf(path, FIELDS[path], readQuantityOrNever);
const whole = (path: PathOf<"whole">) => leaf(path, FIELDS[path], readWhole);
const text = (path: PathOf<"text">) => leaf(path, FIELDS[path], readText);
const version = (path: PathOf<"version">) => leaf(path, FIELDS[path], readVersion);
const month = (path: PathOf<"month">) => leaf(path, FIELDS[path], readMonth);
const currency = (path: PathOf<"currency">) => leaf(path, FIELDS[path], readCurrency);
const expiry = (path: PathOf<"expiry">) => leaf(path, FIELDS[path], readExpiry);

function choice<P extends PathOf<"choice">>(path: P): z.ZodType<(typeof FIELDS)[P]["type"]["choices"][number]> {
  const field: Field<ChoiceType<(typeof FIELDS)[P]["type"]["choices"][number]>> = FIELDS[path];
  return leaf(path, field, readChoice);
}

/** A map whose fields all have defaults may be left out. */
function optional<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape).prefault({} as never);
}

const reward = z.strictObject({
  name: text("program.rewards[].name"),
  points: whole("program.rewards[].points"),
  faceValue: quantity("program.rewards[].faceValue"),
  unitCost: quantity("program.rewards[].unitCost"),
  replaces: quantity("program.rewards[].replaces"),
  aim: quantity("program.rewards[].aim"),
});

const program = z.strictObject({
  kind: choice("program.kind"),
  launchMonth: whole("program.launchMonth"),
  enrolment: z.strictObject({
    share: quantity("program.enrolment.share"),
    selection: quantity("program.enrolment.selection"),
    delayDays: quantity("program.enrolment.delayDays"),
  }),
  earn: z.strictObject({
    pointsPerUnit: quantity("program.earn.pointsPerUnit"),
    rounding: choice("program.earn.rounding"),
    signUpPoints: whole("program.earn.signUpPoints"),
  }),
  expiry: expiry("program.expiry"),
  rewards: z.array(reward).min(1).max(MOST_REWARDS),
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
  }),
});

/** A scenario file after `extends`: strict maps, with leaves and defaults from the table of fields. */
export const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  schema: version("schema"),
  name: text("name"),
  about: text("about"),
  currency: optional({ code: currency("currency.code"), decimals: whole("currency.decimals") }),
  horizon: z.strictObject({ start: month("horizon.start"), months: whole("horizon.months") }),
  customerBase: z.strictObject({
    size: whole("customerBase.size"),
    timeUnit: choice("customerBase.timeUnit"),
    purchaseRate: z.strictObject({
      shape: quantity("customerBase.purchaseRate.shape"),
      rate: quantity("customerBase.purchaseRate.rate"),
    }),
    attrition: z.strictObject({
      kind: choice("customerBase.attrition.kind"),
      a: quantity("customerBase.attrition.a"),
      b: quantity("customerBase.attrition.b"),
    }),
    spend: z.strictObject({
      kind: choice("customerBase.spend.kind"),
      p: quantity("customerBase.spend.p"),
      q: quantity("customerBase.spend.q"),
      v: quantity("customerBase.spend.v"),
    }),
    acquisition: optional({
      perMonth: whole("customerBase.acquisition.perMonth"),
      cost: quantity("customerBase.acquisition.cost"),
    }),
  }),
  economics: z.strictObject({
    grossMargin: quantity("economics.grossMargin"),
    costPerPurchase: quantity("economics.costPerPurchase"),
    discountRate: quantity("economics.discountRate"),
  }),
  program: program.nullable().prefault(null),
});
