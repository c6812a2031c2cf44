import type { Ledger, TierAccount } from "./books.js";
import type { Check } from "./check.js";
import { checkPart, sum } from "./check.js";
import { byMonth, byTier, byTierMove, worldTotal } from "./read.js";

const BY_MONTH = ["members", "perkCost", "redemptions"] as const;
const BY_CAUSE = ["issued", "rewardCost", "discount"] as const;
/** Not only members buy. */
const PART_OF_CAUSE = ["purchases", "spend"] as const;

/** Months against tiers, and members by tier against enrolments and moves. */
export function checkTiers(world: Ledger, check: Check): void {
  const { months, tiers } = world.layout;
  if (tiers === 0) return;
  for (let month = 0; month < months; month++) {
    const acrossTiers = (account: TierAccount): number => sum(tiers, (tier) => byTier(world, month, tier, account));
    const place = `month ${month + 1}`;
    for (const account of BY_MONTH) {
      check(`${account}: month = tiers`, place, byMonth(world, month, account), acrossTiers(account));
    }
    for (const account of BY_CAUSE) {
      check(`${account}: month = tiers`, place, worldTotal(world, month, account), acrossTiers(account));
    }
    for (const account of PART_OF_CAUSE) {
      checkPart(
        check,
        `${account}: tiers are part of month`,
        place,
        acrossTiers(account),
        worldTotal(world, month, account),
      );
    }
    checkMoves(world, month, check);
  }
}

/**
 * Members of a tier are those of the month before, who enrolled, and who moved in less who moved out; and less those whose contract ended,
 * who are never fewer than none and together are those the books of months miss.
 */
function checkMoves(world: Ledger, month: number, check: Check): void {
  const { tiers } = world.layout;
  const membersBefore = (tier: number): number => (month === 0 ? 0 : byTier(world, month - 1, tier, "members"));
  const enrolled = byMonth(world, month, "enrolments");
  const ended = Array.from({ length: tiers }, (_, tier) => {
    const movedIn = sum(tiers, (other) => byTierMove(world, month, other, tier));
    const movedOut = sum(tiers, (other) => byTierMove(world, month, tier, other));
    check(
      "nobody moves to the tier already held",
      `month ${month + 1}, tier ${tier}`,
      byTierMove(world, month, tier, tier),
      0,
    );
    const expected = membersBefore(tier) + (tier === 0 ? enrolled : 0) + movedIn - movedOut;
    return expected - byTier(world, month, tier, "members");
  });
  const allBefore = month === 0 ? 0 : byMonth(world, month - 1, "members");
  const allEnded = allBefore + enrolled - byMonth(world, month, "members");
  ended.forEach((left, tier) => {
    checkPart(check, "members by tier follow from moves", `month ${month + 1}, tier ${tier}`, 0, left);
  });
  check(
    "members by tier follow from moves",
    `month ${month + 1}`,
    sum(tiers, (tier) => ended[tier]),
    allEnded,
  );
}
