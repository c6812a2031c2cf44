import { type LoggerInterface, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { ChartSpec } from "#tenure/report/charts/spec.js";

/** A logger that keeps what it is told. */
function listener(): { readonly said: string[]; readonly logger: LoggerInterface } {
  const said: string[] = [];
  const keep = (...texts: readonly unknown[]): LoggerInterface => {
    said.push(texts.map(String).join(" "));
    return logger;
  };
  const drop = (): LoggerInterface => logger;
  function level(): number;
  function level(threshold: number): LoggerInterface;
  function level(threshold?: number): number | LoggerInterface {
    return threshold === undefined ? 2 : logger;
  }
  const logger: LoggerInterface = { level, error: keep, warn: keep, info: drop, debug: drop };
  return { said, logger };
}

/** The picture, drawn without a browser, and all that vega and vega-lite complain about. */
export async function draw(spec: ChartSpec): Promise<{ svg: string; said: string[] }> {
  const { said, logger } = listener();
  const compiled = compile(structuredClone(spec) as unknown as TopLevelSpec, { logger }).spec;
  const view = new View(parse(compiled), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, said };
}
