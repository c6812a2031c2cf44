import type { Estimate, MemberFindings, RewardDay, RewardWindow, ValueBin } from "#tenure/study/findings.js";

type Make = (value: number | null, spread: number) => Estimate;

const SIZES = [1, 2, 3, 5, 7].flatMap((step) => [0.1, 1, 10].map((power) => step * power)).sort((a, b) => a - b);

/** Made-up members of a design that lifts purchases by so much: a third unchanged, more lose a little than gain much. */
export function memberFindings(make: Make, size: number, lift: number): MemberFindings {
  const members = size * 0.6;
  return {
    value: {
      members,
      mean: make(lift * 20 - 1, 0.2),
      median: -0.4,
      worldMean: 84 + lift * 20,
      twinMean: 85,
      smallChange: 0.5,
      rising: make(0.2 + lift, 0.004),
      falling: make(0.45 - lift, 0.004),
      bins: bins(members),
    },
    rewards: {
      rewards: size * 3,
      sampled: 12_000,
      before: window(make, lift + 0.03),
      after: window(make, lift),
      days: Array.from({ length: 121 }, (_, at) => rewardDay(at - 60, size * 3, lift)),
    },
  };
}

/** From the greatest loss to the greatest gain, in cents. */
function bins(members: number): ValueBin[] {
  const side = SIZES.map((from, at) => ({ from, to: (SIZES[at + 1] ?? 100) - 0.01, share: 0.04 / (1 + at / 5) }));
  const losses = side.map(({ from, to, share }) => bin(-to, -from, members * share)).reverse();
  return [
    ...losses,
    bin(0, 0, members * 0.33),
    ...side.map(({ from, to, share }) => bin(from, to, (members * share) / 2)),
  ];
}

function bin(from: number, to: number, difference: number): ValueBin {
  return { from, to, difference, world: difference, twin: difference };
}

function rewardDay(day: number, rewards: number, lift: number): RewardDay {
  const twin = day === 0 ? 0.87 : 0.13 + 0.02 * Math.exp(-Math.abs(day) / 20);
  const pull = day === 0 ? 0.13 : twin * (lift + (day < 0 ? 0.08 * Math.exp(day / 8) : 0));
  const rate = (value: number): RewardDay["world"] => ({ value, low: value - 0.002, high: value + 0.002 });
  return {
    day,
    rewards: rewards - Math.abs(day) * 10,
    world: rate(twin + pull),
    twin: rate(twin),
    difference: rate(pull),
  };
}

function window(make: Make, rise: number): RewardWindow {
  return { world: make(0.15 * (1 + rise), 0.001), twin: make(0.15, 0.001), rise: make(rise, 0.01) };
}
