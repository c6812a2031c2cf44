import type { BookLayout } from "../ledger/books.js";
import type { Plan } from "./plan.js";

/**
 * Where the books of each world of a plan lie.
 *
 * @param plan compiled
 * @returns layouts by world, world 0 first
 * @example layoutsOf(plan).length; // 2: no program, and one design
 */
export function layoutsOf(plan: Pick<Plan, "layout" | "programs">): BookLayout[] {
  return [plan.layout, ...plan.programs.map(({ layout }) => layout)];
}
