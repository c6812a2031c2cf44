import type { LoyaltyType } from "../../scenario/scenario.js";
import type { WorldFindings } from "../../study/findings.js";
import { counted, distinct } from "../words.js";
import type { WorldLook } from "./worlds.js";

/** Colour of each loyalty type in every chart: Paul Tol's muted scheme, told apart by colour-blind readers too. */
export const TYPE_COLORS: Readonly<Record<LoyaltyType, string>> = {
  monopoly: "#332288",
  inertia: "#88ccee",
  price: "#cc6677",
  incentive: "#882255",
  value: "#117733",
  trust: "#44aa99",
  kin: "#999933",
  latent: "#aa4499",
  none: "#777777",
};

/** Tiers have one hue from pale to dark: an order, not a list. Lightness of the entry tier and the highest one, in percent. */
const PALEST = 84;
const DARKEST = 22;
const TIER_NAME_LENGTH = 22;

/** How one tier looks in every chart of its design. */
export interface TierLook {
  readonly label: string;
  readonly color: string;
}

/**
 * The looks of a design's tiers, from the entry tier up: the higher, the darker.
 *
 * @param world a world with tiers
 */
export function tierLooks(world: WorldFindings): TierLook[] {
  const names = (world.tiers?.rows ?? []).map(({ tier }) => tier);
  const step = (PALEST - DARKEST) / Math.max(1, names.length - 1);
  return distinct(names, TIER_NAME_LENGTH).map((label, tier) => ({
    label,
    color: `hsl(208, 62%, ${Math.round(PALEST - tier * step)}%)`,
  }));
}

/** Most lines, with bands around them, that can be followed in one panel. */
export const MOST_LINES = 10;

/** Worlds that a chart has room for, and words for those it has not. */
export interface Shown {
  readonly looks: readonly WorldLook[];
  /** Ends the subtitle; empty when all are shown. */
  readonly note: string;
}

/**
 * The first worlds of many.
 *
 * @param looks all that could be shown
 * @param most as many as there is room for
 * @param file that has them all
 */
export function firstOf(looks: readonly WorldLook[], most: number, file: string): Shown {
  const left = looks.length - most;
  return { looks: looks.slice(0, most), note: left <= 0 ? "" : `. ${counted(left, "more world")}: ${file}` };
}
