import type { Quantity, RewardOf, ScenarioOf } from "./scenario.js";

/** A number as an author may write it: exact, a range, or the words of one. */
export type Written = Quantity | string;

/** Part of a scenario: what is left out stays, null returns to the default. */
type PartOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> | null }
    : T;

type Program = NonNullable<ScenarioOf<Written>["program"]>;
type Own<T> = { readonly [K in keyof T]?: T[K] | null };

/** A reward as an author may write it. */
export type RewardPatch = Pick<RewardOf<Written>, "name" | "points" | "faceValue" | "unitCost"> &
  Own<Pick<RewardOf<Written>, "replaces" | "aim">>;

/** A program as an author may write it, or the part that differs. Rewards are a list, and lists replace. */
export type ProgramPatch = {
  readonly [K in Exclude<keyof Program, "expiry" | "rewards" | "response">]?: PartOf<Program[K]> | null;
} & {
  readonly expiry?: "never" | { readonly rolling: number } | Program["expiry"] | null;
  readonly rewards?: readonly RewardPatch[];
  readonly response?: "off" | PartOf<Program["response"]> | null;
};

/** A scenario as an author may write it, or the part that differs. */
export type ScenarioPatch = {
  readonly [K in Exclude<keyof ScenarioOf<Written>, "program">]?: PartOf<ScenarioOf<Written>[K]> | null;
} & {
  /** Null: no program. */
  readonly program?: ProgramPatch | null;
};
