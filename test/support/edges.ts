import type { Comparison, GroupFindings, MemberFindings, TierFindings, WorldFindings } from "#tenure/study/findings.js";
import { counterfactual, type Design, estimate, GOLD, group, program, rich, STARS } from "./findings.ts";
import { MEASURES } from "./measures.ts";

/** A name that tries to leave its place in a page. */
export const HOSTILE = `</script><img src=x onerror=alert(1)>"'&{{x}}<!--<script>`;

/** A name that tries to move the cursor of a terminal. */
export const ESCAPES = "\u001b[2J\u001b[31mred\u0007\u202edeR";

const LONG =
  "A very long name of a scenario that someone in marketing wrote to say everything about it at once, twice: " +
  "everything-without-any-space-that-would-allow-a-line-break-anywhere-in-the-name";

const EIGHT: readonly Design[] = [1, 2, 3, 4, 5, 6, 7].map((i) => ({
  name: `Design ${i} of seven`,
  lift: 0.02 + i * 0.012,
  generosity: 0.002 + (i % 3) * 0.008,
}));

function replaced(world: WorldFindings, findings: WorldFindings["findings"]): WorldFindings {
  return { ...world, findings: { ...world.findings, ...findings } };
}

const none = { level: estimate(null, 0), difference: null, probabilityBetter: null };

/** One group each: what a report must bear. */
export const EDGES: Readonly<Record<string, () => GroupFindings>> = {
  "eight worlds": () => group("Eight worlds", EIGHT),
  "hostile names": () => ({
    ...group(HOSTILE, [
      { ...STARS, name: HOSTILE },
      { ...GOLD, name: ESCAPES },
      { ...GOLD, name: "=HYPERLINK(1)" },
    ]),
    ranges: [HOSTILE],
  }),
  "long names": () =>
    group(LONG, [
      { ...STARS, name: LONG },
      { ...GOLD, name: LONG },
    ]),
  "yen without decimals": () => group("Konbini", [STARS, GOLD], { code: "JPY", decimals: 0, size: 4_000_000 }),
  "nothing undefined is hidden": () => {
    const free = replaced(program(1000, 36, { name: "Free of cost", lift: 0, generosity: 0 }), {
      roi: none,
      payback: none,
      subsidyShare: none,
      clvUplift: { level: estimate(-0.034, 0), difference: estimate(-0.034, 0), probabilityBetter: 0.5 },
    });
    return { ...group("Undefined numbers", []), worlds: [counterfactual(1000, 36), free] };
  },
  "only a world 0": () => group("Alone", []),
  "a single month": () => group("One month", [STARS], { months: 1 }),
  "eight worlds of types, tiers and cohorts": () => withTiers(rich(group("Eight rich worlds", EIGHT))),
  "hostile tiers": () => withTiers(rich(group("Tiers", [STARS])), [HOSTILE, LONG, ESCAPES]),
  "a single tier": () => withTiers(rich(group("One tier", [STARS])), ["Member"]),
  "nine tiers": () => withTiers(rich(group("Nine tiers", [STARS])), [..."ABCDEFGHI"]),
  "a rich single month": () => rich(group("One rich month", [STARS], { months: 1 })),
  "a rich year and a month": () => rich(group("A year", [STARS], { months: 13 })),
  "ten years": () => rich(group("Ten years", [STARS, GOLD], { months: 120 })),
  "nobody gets a reward": () => changed((members) => ({ ...members, rewards: null })),
  "a few rewards at the very end": () =>
    changed((members) => ({
      ...members,
      rewards: members.rewards && {
        ...{ rewards: 3, sampled: 3, days: members.rewards.days.slice(57, 61) },
        before: nothing,
        after: nothing,
      },
    })),
  "a value that never changes": () =>
    changed(({ value, rewards }) => ({
      value: {
        ...{ ...value, mean: estimate(0, 0), median: 0, rising: estimate(0, 0), falling: estimate(0, 0) },
        bins: [{ from: 0, to: 0, difference: value.members, world: value.members, twin: value.members }],
      },
      rewards,
    })),
  "values without end": () =>
    changed(({ value, rewards }) => ({
      value: {
        ...value,
        bins: [
          { from: null, to: -7_000_000, difference: value.members / 2, world: 0, twin: 0 },
          { from: 7_000_000, to: null, difference: value.members / 2, world: value.members, twin: value.members },
        ],
      },
      rewards,
    })),
  "under contract": () => contracts(rich(group("Under contract", [STARS]))),
  "points forfeited": () => forfeiting(group("Forfeited", [STARS])),
  "against a design": () => {
    const [zero, first, second] = group("x", [STARS, GOLD]).worlds as [WorldFindings, WorldFindings, WorldFindings];
    return {
      ...group("Against a design", []),
      worlds: [{ ...zero, isReference: false }, { ...first, isReference: true }, second],
    };
  },
};

const nothing = { world: estimate(null, 0), twin: estimate(null, 0), rise: estimate(null, 0) };

/** One design whose members are otherwise. */
function changed(change: (members: MemberFindings) => MemberFindings): GroupFindings {
  const of = group("Other members", [STARS]);
  const worlds = of.worlds.map((world) => ({ ...world, members: world.members && change(world.members) }));
  return { ...of, worlds };
}

/** The same with tiers of these names, or those it has, in every design. */
function withTiers(of: GroupFindings, names?: readonly string[]): GroupFindings {
  const last = of.worlds.at(-1)?.tiers ?? null;
  const tiers = last === null || names === undefined ? last : named(last, names);
  return { ...of, worlds: of.worlds.map((world) => (world.role === "program" ? { ...world, tiers } : world)) };
}

function named(tiers: TierFindings, names: readonly string[]): TierFindings {
  const [first, ...rest] = tiers.rows;
  if (first === undefined) return tiers;
  return {
    rows: names.map((tier, at) => ({ tier, findings: (rest[at - 1] ?? first).findings })),
    mix: tiers.mix.map((month) => ({ ...month, members: names.map((_, at) => month.members[at] ?? 120 + at) })),
    moves: names.slice(1).map((to, at) => ({
      ...{ year: 2025, from: names[at] ?? "", to, isPromotion: true },
      members: 1000 / (at + 1),
    })),
  };
}

/** The same where retention is the share under contract. */
function contracts(of: GroupFindings): GroupFindings {
  return {
    ...of,
    retentionWindow: null,
    worlds: of.worlds.map((world) => ({
      ...world,
      types: world.types.map(({ type, findings: { typeRetention12, ...findings } }) => ({
        type,
        findings: {
          ...findings,
          ...(typeRetention12 === undefined ? {} : { typeContractRetention12: typeRetention12 }),
        },
      })),
    })),
  };
}

/** The same with a tenth of the closing points forfeited instead. */
function forfeiting(of: GroupFindings): GroupFindings {
  return {
    ...of,
    worlds: of.worlds.map((world) => ({
      ...world,
      series:
        world.series.pointsExpired === undefined
          ? world.series
          : { ...world.series, pointsForfeited: world.series.pointsExpired },
      trialBalance: world.trialBalance.map((row) => {
        const forfeited = Math.floor(row.closing / 10);
        return { ...row, forfeited, closing: row.closing - forfeited };
      }),
    })),
  };
}

/** All edges as one comparison. */
export function edges(): Comparison {
  return { measures: MEASURES, groups: Object.values(EDGES).map((make) => make()) };
}
