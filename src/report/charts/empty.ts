import { wrap } from "../words.js";
import { type ChartSpec, chart, WIDTH } from "./spec.js";

/**
 * A chart that says in words why nothing is drawn.
 *
 * @param title what would be seen
 * @param reason a sentence
 */
export function wordsInstead(title: string, reason: string): ChartSpec {
  const spec = chart(title, "", {
    width: WIDTH,
    height: 30,
    data: { values: [{ text: wrap(reason, 80).join("\n") }] },
    mark: { type: "text", align: "left", fontSize: 13, color: "#555555", lineBreak: "\n" },
    encoding: { text: { field: "text", type: "nominal" }, x: { value: 0 }, y: { value: 10 } },
  });
  return { ...spec, description: `${title}. ${reason}` };
}
