import { VALUE_GROUPS, VALUE_KINDS, valueOffset } from "../ledger/memberBooks.js";
import { VALUE_BINS, valueBinOf } from "../ledger/valueBins.js";
import type { LifeState } from "./lifeState.js";

const DAY_ONE = VALUE_GROUPS.indexOf("dayOne");
const NEWCOMERS = VALUE_GROUPS.indexOf("newcomers");
const DIFFERENCE = VALUE_KINDS.indexOf("difference");
const WORLD = VALUE_KINDS.indexOf("world");
const TWIN = VALUE_KINDS.indexOf("twin");

/**
 * Books what a member was worth over the horizon, beside the twin. World 0 lived the twin; nothing here is read from the causes.
 *
 * @param life state of somebody who ever enrolled, at the end of the horizon
 */
export function postValue(life: LifeState): void {
  const group = life.person.cohort === 0 ? DAY_ONE : NEWCOMERS;
  post(life, valueOffset(group, DIFFERENCE, 0), life.value - life.twinValue);
  post(life, valueOffset(group, WORLD, 0), life.value);
  post(life, valueOffset(group, TWIN, 0), life.twinValue);
}

function post(life: LifeState, offset: number, amount: number): void {
  const { cells } = life;
  const at = life.valueBook + offset;
  cells[at + valueBinOf(amount)]++;
  cells[at + VALUE_BINS] += amount;
}
