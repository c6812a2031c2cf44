import type { Comparison, GroupFindings, WorldFindings } from "#tenure/study/findings.js";
import { counterfactual, type Design, estimate, GOLD, group, program, STARS } from "./findings.ts";
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
  "against a design": () => {
    const [zero, first, second] = group("x", [STARS, GOLD]).worlds as [WorldFindings, WorldFindings, WorldFindings];
    return {
      ...group("Against a design", []),
      worlds: [{ ...zero, isReference: false }, { ...first, isReference: true }, second],
    };
  },
};

/** All edges as one comparison. */
export function edges(): Comparison {
  return { measures: MEASURES, groups: Object.values(EDGES).map((make) => make()) };
}
