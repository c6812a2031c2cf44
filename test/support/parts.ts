import type { LoyaltyType } from "#tenure/scenario/scenario.js";
import type { CohortRow, Estimate, Finding, TierFindings, TypeRow } from "#tenure/study/findings.js";

type Make = (value: number | null, spread: number) => Estimate;
type Findings = Readonly<Record<string, Finding>>;

/** What a made-up loyalty type is like: share, retention, purchases, spend, CLV, and how it takes to a program. */
const TYPES: readonly (readonly [LoyaltyType, number, number, number, number, number, number])[] = [
  ["monopoly", 0.1, 0.52, 31, 290, 92, 0.1],
  ["inertia", 0.25, 0.47, 27, 250, 81, 0.3],
  ["price", 0.2, 0.31, 17, 130, 41, -0.9],
  ["incentive", 0.15, 0.44, 30, 260, 80, 2.4],
  ["value", 0.08, 0.58, 36, 420, 142, -0.5],
  ["trust", 0.1, 0.6, 34, 330, 118, 0.4],
  ["kin", 0.02, 0.5, 28, 260, 84, -0.2],
  ["latent", 0.04, 0.25, 9, 80, 26, 1.1],
  ["none", 0.06, 0.14, 5, 42, 12, 0],
];

/**
 * Made-up rows by loyalty type.
 *
 * @param make an estimate of a value and its spread
 * @param lift of a program; null without one
 */
export function typeRows(make: Make, lift: number | null): TypeRow[] {
  return TYPES.map(([type, share, retention, purchases, spend, clv, taste]) => {
    const uplift = lift === null ? 0 : taste * lift * 20;
    const pair = (value: number, off: number, spread: number): Finding => ({
      level: make(value + off, spread),
      difference: lift === null ? null : make(off, spread / 3),
      probabilityBetter: lift === null ? null : off > 0 ? 0.98 : off < 0 ? 0.03 : 0.5,
    });
    const findings: Findings = {
      typeShare: { level: make(share, 0), difference: null, probabilityBetter: null },
      typeRetention12: pair(retention, uplift / 100, 0.004),
      typePurchases: pair(purchases, uplift / 3, 0.3),
      typeSpend: pair(spend, uplift * 3, 3),
      typeClv: pair(clv, uplift, 1.2),
    };
    if (lift === null) return { type, findings };
    return {
      type,
      findings: {
        ...findings,
        typeClvUplift: pair(0, uplift, 0.1),
        typeMemberShare: pair(0.55 + share / 2, 0, 0.002),
        typeRewardCost: pair(spend * 0.009, 0, 0.02),
      },
    };
  });
}

const LEVELS = ["Silver", "Gold", "Platinum"];

/** Made-up tiers of a design, over some months from January 2024. */
export function tierFindings(make: Make, size: number, months: number): TierFindings {
  const share = (tier: number, month: number): number => {
    const gold = 0.18 * (1 - Math.exp(-month / 7));
    const platinum = 0.05 * (1 - Math.exp(-month / 10));
    return [1 - gold - platinum, gold, platinum][tier] ?? 0;
  };
  const members = (month: number): number => size * 0.6 * (1 - Math.exp(-month / 3));
  const finding = (value: number, spread: number): Finding => ({
    level: make(value, spread),
    difference: null,
    probabilityBetter: null,
  });
  const years = Array.from({ length: Math.ceil(months / 12) }, (_, year) => 2024 + year);
  return {
    rows: LEVELS.map((tier, at) => ({
      tier,
      findings: {
        tierShare: finding(share(at, months), 0.003),
        tierPurchases: finding([7.2, 19.4, 33.1][at] ?? 0, 0.4),
        tierSpend: finding([61, 214, 402][at] ?? 0, 4),
        tierMargin: finding([18, 64, 120][at] ?? 0, 1.2),
        tierRewardCost: finding([0.5, 2.2, 4.4][at] ?? 0, 0.05),
        tierPerkCost: finding([0, 1.8, 6][at] ?? 0, 0.01),
        tierDiscountCost: finding([0, 4.1, 20][at] ?? 0, 0.2),
        tierCostShare: finding([0.22, 0.4, 0.38][at] ?? 0, 0.004),
      },
    })),
    mix: Array.from({ length: months }, (_, month) => ({
      month: month + 1,
      label: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
      members: LEVELS.map((_, tier) => members(month + 1) * share(tier, month + 1)),
    })),
    moves: years.flatMap((year, at) => [
      { year, from: "Silver", to: "Gold", isPromotion: true, members: size * 0.08 * (1 + at / 5) },
      { year, from: "Gold", to: "Platinum", isPromotion: true, members: size * 0.02 },
      { year, from: "Platinum", to: "Gold", isPromotion: false, members: size * 0.006 * at },
      { year, from: "Gold", to: "Silver", isPromotion: false, members: size * 0.03 * (at + 1) },
    ]),
  };
}

/** Made-up cohorts: day one, then one a month from January 2024. */
export function cohortRows(make: Make, months: number, lift: number | null): CohortRow[] {
  return Array.from({ length: months + 1 }, (_, cohort): CohortRow => {
    const joined = Math.max(0, cohort - 1);
    const ages = Array.from({ length: months - joined }, (_, age) => age);
    const clv = (age: number): number => (3.1 + (lift ?? 0) * 4) * (age + 1) * Math.exp(-age / 40) - 6 + joined / 60;
    return {
      cohort:
        cohort === 0 ? "day one" : `${2024 + Math.floor(joined / 12)}-${String((joined % 12) + 1).padStart(2, "0")}`,
      joinMonth: cohort === 0 ? 0 : joined + 1,
      customers: cohort === 0 ? 120_000 : 2400,
      retention: ages.map((age) =>
        age < (cohort === 0 ? 2 : 3)
          ? null
          : 0.2 + 0.45 * Math.exp(-age / 14) + (lift ?? 0) * 0.3 * (1 - Math.exp(-age / 6)) + 0.01 * Math.sin(cohort),
      ),
      clv: ages.map(clv),
      clvAtTenure:
        joined + 12 > months
          ? null
          : {
              level: make(clv(11), cohort === 0 ? 0.1 : 0.6),
              difference: lift === null ? null : make(lift * 40, 0.1),
              probabilityBetter: lift === null ? null : 0.97,
            },
    };
  });
}
