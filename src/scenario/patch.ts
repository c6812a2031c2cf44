import type { CustomerHistory, HistoryRow } from "./history.js";
import type { Range } from "./range.js";
import type {
  CustomerBaseOf,
  PointsProgramOf,
  Quantity,
  RewardOf,
  ScenarioOf,
  StampCardOf,
  TierLevelOf,
  TiersOf,
} from "./scenario.js";

/** A number as an author may write it: exact, a range, or the words of one. */
export type Written = Quantity | string;

/** Part of a scenario: what is left out stays, null returns to the default. */
type PartOf<T> = T extends readonly unknown[] | Range
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> | null }
    : T;

type Points = PointsProgramOf<Written>;
type StampCard = StampCardOf<Written>;
type Own<T> = { readonly [K in keyof T]?: T[K] | null };

/** A reward as an author may write it. */
export type RewardPatch = Pick<RewardOf<Written>, "name" | "points" | "faceValue" | "unitCost"> &
  Own<Pick<RewardOf<Written>, "replaces" | "aim">>;

/** A tier as an author may write it. */
export type TierPatch = Pick<TierLevelOf<Written>, "name" | "from"> & Own<Omit<TierLevelOf<Written>, "name" | "from">>;

/** A program as an author may write it, or the part that differs. Rewards and tiers are lists, and lists replace. */
export type ProgramPatch = {
  readonly [K in "launchMonth" | "enrolment" | "redemption" | "costs"]?: PartOf<Points[K]> | null;
} & {
  readonly kind?: Points["kind"] | StampCard["kind"] | null;
  readonly earn?: PartOf<Points["earn"]> | null;
  readonly card?: PartOf<StampCard["card"]> | null;
  readonly expiry?: "never" | { readonly rolling: number } | Points["expiry"] | null;
  readonly rewards?: readonly RewardPatch[];
  readonly reward?: PartOf<StampCard["reward"]> | null;
  readonly tiers?: (PartOf<Omit<TiersOf<Written>, "levels">> & { readonly levels?: readonly TierPatch[] }) | null;
  readonly response?: "off" | PartOf<Points["response"]> | null;
};

/** A customer base as an author may write it, or the part that differs. */
export type CustomerBasePatch = PartOf<Omit<CustomerBaseOf<Written>, "history">> & {
  /** A file's name is only for files: code states the rows. */
  readonly history?: string | readonly HistoryRow[] | CustomerHistory | null;
};

/** A scenario as an author may write it, or the part that differs. */
export type ScenarioPatch = {
  readonly [K in Exclude<keyof ScenarioOf<Written>, "program" | "customerBase">]?: PartOf<
    ScenarioOf<Written>[K]
  > | null;
} & {
  readonly customerBase?: CustomerBasePatch | null;
  /** Null: no program. */
  readonly program?: ProgramPatch | null;
};
