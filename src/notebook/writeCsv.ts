import { writeFiles } from "../disk/write.js";
import { sweepCsv } from "../report/csv/sweep.js";
import { csvFiles } from "../report/csv.js";
import type { Comparison } from "../study/findings.js";
import type { Sweep } from "../study/sweepFindings.js";

/**
 * Writes results as CSV files, as for pandas: all of them, or none when one cannot be written.
 *
 * @param result a comparison, of which there are seven files, or a sweep, of which there is one
 * @param folder made when missing
 * @returns paths written
 * @throws RangeError when a number is not finite
 * @throws the system's error when the folder cannot be written to
 * @example
 * import { tmpdir } from "node:os";
 * const comparison = await compare([await load("scenarios/cdnow/five-percent-back.yaml")], { replicates: 4, customers: 100 });
 * const paths = await writeCsv(comparison, `${tmpdir()}/tenure-csv`);
 * paths[0]; // /measures.csv$/
 * paths.length; // 7
 */
export async function writeCsv(result: Comparison | Sweep, folder: string): Promise<string[]> {
  return await writeFiles(folder, "designs" in result ? [sweepCsv(result)] : csvFiles(result));
}
