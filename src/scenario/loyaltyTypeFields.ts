import { type Field, type QuantityType, quantity, quantityAbove } from "./field.js";
import { LOYALTY_TYPES, type LoyaltyType, type TraitsOf } from "./scenario.js";

/** Traits of a loyalty type, in the order of a file. */
export type Trait = keyof TraitsOf<number>;

interface TraitOfTable {
  readonly type: QuantityType;
  readonly unit: string;
  readonly description: string;
  readonly source: string;
  /** What each type is like when a file says nothing else. */
  readonly defaults: Readonly<Record<LoyaltyType, number>>;
}

const ORDERS =
  "assumption: low 0.5 or less, medium 1, high 2, as the taxonomies of loyalty rank the types (Dick & Basu 1994)";
const ANSWERS =
  "assumption: above 1 for types said to follow programs and prices, below for those that do not (Dick & Basu 1994 rank them, without numbers)";

/** The one table of traits: what each means, and what each type is like. */
export const TRAITS: Readonly<Record<Trait, TraitOfTable>> = {
  purchaseRate: {
    type: quantityAbove(0, 1000),
    unit: "times others",
    description: "Orders customers by how often they buy, inside the fitted distribution.",
    source: ORDERS,
    defaults: byType(2, 2, 1, 2, 2, 2, 2, 0.5, 0.5),
  },
  leaving: {
    type: quantityAbove(0, 1000),
    unit: "times others",
    description: "Orders customers by how soon they leave, inside the fitted distribution.",
    source: ORDERS,
    defaults: byType(0.5, 0.7, 2, 1.2, 0.5, 0.4, 0.6, 1, 2),
  },
  spend: {
    type: quantityAbove(0, 1000),
    unit: "times others",
    description: "Orders customers by what they spend a purchase, inside the fitted distribution.",
    source: ORDERS,
    defaults: byType(1, 1, 0.7, 0.9, 1.3, 1.2, 1, 1, 0.8),
  },
  attachment: {
    type: quantity(0, 1),
    unit: "attitude, 0 to 1",
    description: "How attached customers of this type are; from 0.5 on they count as attached.",
    source: "assumption: low 0.2, medium 0.5, high 0.8 (Dick & Basu 1994 rank the types, without numbers)",
    defaults: byType(0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.5, 0.8, 0.2),
  },
  programSensitivity: {
    type: quantity(0, 1000),
    unit: "relative to the other types",
    description: "How strongly rewards and tiers move this type; divided by the average of the mix.",
    source: ANSWERS,
    defaults: byType(0.3, 0.5, 1, 2, 0.5, 0.7, 0.8, 0.8, 0.7),
  },
  priceSensitivity: {
    type: quantity(0, 1000),
    unit: "relative to the other types",
    description: "How strongly discounts move this type; divided by the average of the mix.",
    source: ANSWERS,
    defaults: byType(0.3, 0.5, 2, 1.5, 0.3, 0.5, 0.7, 0.7, 1.5),
  },
  switchingCost: {
    type: quantity(0, 1000),
    unit: "relative to the other types",
    description:
      "How strongly points and status at stake keep this type from leaving; divided by the average of the mix.",
    source: ANSWERS,
    defaults: byType(0.3, 1, 0.5, 1.5, 0.7, 0.7, 0.7, 0.7, 0.5),
  },
};

export const TRAIT_NAMES = Object.keys(TRAITS) as readonly Trait[];

type MixPath = `customerBase.loyaltyTypes.mix.${LoyaltyType}`;
type TraitPath = `customerBase.loyaltyTypes.traits.${LoyaltyType}.${Trait}`;

/** Where a type's weight stands. */
export function mixPath(type: LoyaltyType): MixPath {
  return `customerBase.loyaltyTypes.mix.${type}`;
}

/** Where a type's trait stands. */
export function traitPath(type: LoyaltyType, trait: Trait): TraitPath {
  return `customerBase.loyaltyTypes.traits.${type}.${trait}`;
}

type LoyaltyTypePath = MixPath | "customerBase.loyaltyTypes.noise" | TraitPath;
type LoyaltyTypeFields = Readonly<Record<LoyaltyTypePath, Field<QuantityType>>>;

const ENTRIES: readonly (readonly [LoyaltyTypePath, Field<QuantityType>])[] = [
  ...LOYALTY_TYPES.map((type) => [mixPath(type), weight(type)] as const),
  ["customerBase.loyaltyTypes.noise", noise()],
  ...LOYALTY_TYPES.flatMap((type) =>
    TRAIT_NAMES.map((trait) => [traitPath(type, trait), traitField(type, trait)] as const),
  ),
];

/** The loyalty types, in the order a file states them. */
export const LOYALTY_TYPE_FIELDS = Object.fromEntries<Field<QuantityType>>(ENTRIES) as LoyaltyTypeFields;

function weight(type: LoyaltyType): Field<QuantityType> {
  return {
    type: quantity(0, 1e6),
    default: 0,
    unit: "weight",
    description: `Weight of customers of type ${type} among the others; weights need not sum to 1.`,
    source: "assumption: only the types a file names exist",
  };
}

function noise(): Field<QuantityType> {
  return {
    type: quantityAbove(0, 100),
    default: 1,
    unit: "standard deviation in logs",
    description: "How much customers of one type differ among themselves: the larger, the less a type says.",
    source: "assumption: customers of one type differ more than the averages of most types do",
  };
}

function traitField(type: LoyaltyType, trait: Trait): Field<QuantityType> {
  const { defaults, ...field } = TRAITS[trait];
  return { ...field, default: defaults[type] };
}

/** Numbers by type, in the order of LOYALTY_TYPES. */
function byType(
  monopoly: number,
  inertia: number,
  price: number,
  incentive: number,
  value: number,
  trust: number,
  kin: number,
  latent: number,
  none: number,
): Readonly<Record<LoyaltyType, number>> {
  return { monopoly, inertia, price, incentive, value, trust, kin, latent, none };
}
