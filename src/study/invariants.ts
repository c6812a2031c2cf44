import { buyingInvariants } from "./buyingInvariants.js";
import type { Invariant } from "./lifePair.js";
import { pointInvariants } from "./pointInvariants.js";
import { tierInvariants } from "./tierInvariants.js";

/** The invariants of a life, for `verify` and for tests. */
export const INVARIANTS: readonly Invariant[] = [...buyingInvariants, ...pointInvariants, ...tierInvariants];
