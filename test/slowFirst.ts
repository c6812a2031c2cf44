import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, the longest first: begun last, one of them would run alone at the end. */
const SLOW = [
  ...["notebooks/books", "simulation/secondEngine", "faces/start", "faces/page", "faces/cliFit", "faces/cliCommands"],
  ...["simulation/tierChannels", "simulation/shippedFindings", "simulation/shipped", "faces/cliInterrupt"],
];

/** Begins with the slow files, whatever is known of the time files took before. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? SLOW.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
