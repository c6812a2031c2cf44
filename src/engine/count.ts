import { CAUSE, POINT_CAUSES } from "../ledger/cause.js";
import type { LifeState } from "./lifeState.js";
import {
  AT_STANDING,
  AT_STANDING_TIER,
  AT_STANDING_TYPE,
  STANDING_COUNTS,
  STANDING_TYPE_WIDTH,
  standingOfTier,
  standingOfType,
} from "./standing.js";

/** Where the numbers of the own type stand among those of a customer. */
const TYPE_COUNTS = STANDING_COUNTS - STANDING_TYPE_WIDTH;

/**
 * Counts a month's end: what is in the lots, apart from every flow that led there, and the membership with its perks; notes by how much
 * it differs from the count before. Whatever changes a lot or a tier asks for a count; would it forget to, the books of months would not
 * agree with their flows.
 *
 * @param life state of a member, or of one whose membership ended with this month, in the month that ends
 */
export function count(life: LifeState): void {
  const { lots } = life;
  const end = (life.newestLot + 1) * POINT_CAUSES;
  let kept = 0;
  let enlarged = 0;
  let lifted = 0;
  let retained = 0;
  let brought = 0;
  let gift = 0;
  // One pass over the lots, the six causes written out: a loop over causes is slower.
  for (let at = life.oldestLot * POINT_CAUSES; at < end; at += POINT_CAUSES) {
    kept += lots[at + CAUSE.kept];
    enlarged += lots[at + CAUSE.enlarged];
    lifted += lots[at + CAUSE.lifted];
    retained += lots[at + CAUSE.retained];
    brought += lots[at + CAUSE.brought];
    gift += lots[at + CAUSE.gift];
  }
  const total = kept + enlarged + lifted + retained + brought + gift;
  const row = life.month * life.standingWidth;
  note(life, row + CAUSE.kept, CAUSE.kept, kept);
  note(life, row + CAUSE.enlarged, CAUSE.enlarged, enlarged);
  note(life, row + CAUSE.lifted, CAUSE.lifted, lifted);
  note(life, row + CAUSE.retained, CAUSE.retained, retained);
  note(life, row + CAUSE.brought, CAUSE.brought, brought);
  note(life, row + CAUSE.gift, CAUSE.gift, gift);
  note(life, row + AT_STANDING.cohortClosing, AT_STANDING.cohortClosing, total);
  const staying = life.hasLeft === 0 ? total : 0;
  note(life, row + AT_STANDING.cohortClosingStaying, AT_STANDING.cohortClosingStaying, staying);
  if (life.typeBook >= 0) {
    const at = row + standingOfType(life.person.type) + AT_STANDING_TYPE.closing;
    note(life, at, TYPE_COUNTS + AT_STANDING_TYPE.closing, total);
  }
  const tier = life.isMember === 0 ? -1 : life.tier;
  if (tier !== life.standingTier) countMember(life, row, tier);
  life.isCountDue = 0;
}

function note(life: LifeState, at: number, what: number, number: number): void {
  const { standingNow } = life;
  const before = standingNow[what];
  if (number === before) return;
  life.standing[at] += number - before;
  standingNow[what] = number;
}

/** Counts a member, and the perks, under the tier now held; −1 for a membership that ended. */
function countMember(life: LifeState, row: number, tier: number): void {
  const { standing, standingTier, plan, typeBook } = life;
  const { perkCostMinor } = life.program.tiers;
  const isMember = tier < 0 ? 0 : 1;
  const perkCost = tier < 0 ? 0 : perkCostMinor[tier];
  // What changes now stands until it changes again, or to the end.
  life.value -= (perkCost - life.standingNow[AT_STANDING.perkCost]) * (life.months - life.month);
  note(life, row + AT_STANDING.members, AT_STANDING.members, isMember);
  note(life, row + AT_STANDING.perkCost, AT_STANDING.perkCost, perkCost);
  note(life, row + AT_STANDING.cohortMembers, AT_STANDING.cohortMembers, isMember);
  note(life, row + AT_STANDING.cohortPerkCost, AT_STANDING.cohortPerkCost, perkCost);
  if (typeBook >= 0) {
    const at = row + standingOfType(life.person.type);
    note(life, at + AT_STANDING_TYPE.members, TYPE_COUNTS + AT_STANDING_TYPE.members, isMember);
    note(life, at + AT_STANDING_TYPE.perkCost, TYPE_COUNTS + AT_STANDING_TYPE.perkCost, perkCost);
  }
  life.standingTier = tier;
  if (life.tierBook < 0) return;
  if (standingTier >= 0) {
    const from = row + standingOfTier(plan.layout.types, standingTier);
    standing[from + AT_STANDING_TIER.members]--;
    standing[from + AT_STANDING_TIER.perkCost] -= perkCostMinor[standingTier];
  }
  if (tier >= 0) {
    const to = row + standingOfTier(plan.layout.types, tier);
    standing[to + AT_STANDING_TIER.members]++;
    standing[to + AT_STANDING_TIER.perkCost] += perkCostMinor[tier];
  }
}
