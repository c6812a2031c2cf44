import type { GroupFindings, WorldFindings } from "../../study/findings.js";
import type { Columns } from "./columns.js";

/** What a line is about, whatever else it names. */
export interface WorldLine {
  readonly group: GroupFindings;
  readonly world: WorldFindings;
}

/** Cells that say which world a row is about. */
export interface WorldCells {
  readonly group: string;
  readonly world: string;
  readonly file: string | null;
}

export const WORLD_COLUMNS: Columns<WorldLine, WorldCells> = {
  group: ({ group }) => group.name,
  world: ({ world }) => world.name,
  file: ({ world }) => world.file,
};

/**
 * A line a world, of all groups.
 *
 * @param groups of a comparison
 */
export function worldLines(groups: readonly GroupFindings[]): WorldLine[] {
  return groups.flatMap((group) => group.worlds.map((world) => ({ group, world })));
}

/**
 * Code of the currency of what is measured; null where that is no money.
 *
 * @param unit of the measure
 * @param group whose money it is
 */
export function currencyOf(unit: string, { currency }: Pick<GroupFindings, "currency">): string | null {
  return unit === "money" ? currency.code : null;
}
