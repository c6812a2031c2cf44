import { stdout } from "node:process";
import { loadAll } from "../../disk/load.js";
import { verify } from "../../study/verify.js";
import { EXIT } from "../exitCode.js";

/** Options of `tenure verify`. */
export interface VerifyFlags {
  readonly seed: string;
  readonly customers?: number;
  readonly workers?: number;
  readonly json?: boolean;
}

/**
 * `tenure verify`: holds scenarios against every invariant.
 *
 * @param paths scenario files and folders of them
 * @param flags options
 * @param signal ends between two files
 * @returns exit code: 1 when anything does not hold
 */
export async function runVerify(paths: readonly string[], flags: VerifyFlags, signal: AbortSignal): Promise<number> {
  const { seed, customers, workers } = flags;
  const verdicts = [];
  for (const candidate of await loadAll(paths)) {
    if (signal.aborted) return EXIT.interrupted;
    const found = await verify(candidate, {
      seed,
      ...(customers === undefined ? {} : { customers }),
      ...(workers === undefined ? {} : { workers }),
    });
    verdicts.push({ file: candidate.file, name: candidate.scenario.name, verdicts: found });
    if (flags.json === true) continue;
    stdout.write(`${candidate.scenario.name} (${candidate.file})\n`);
    for (const { rule, scope, violations } of found) {
      stdout.write(`  ${violations.length === 0 ? "holds" : "FAILS"}  ${rule} (${scope})\n`);
      for (const violation of violations) stdout.write(`         ${violation}\n`);
    }
  }
  if (flags.json === true) stdout.write(`${JSON.stringify(verdicts, null, 2)}\n`);
  const isRight = verdicts.every((one) => one.verdicts.every(({ violations }) => violations.length === 0));
  return isRight ? EXIT.ok : EXIT.failed;
}
