import type { GroupFindings, WorldFindings } from "../../study/findings.js";
import { distinct } from "../words.js";
import type { Json, JsonObject } from "./spec.js";

/** How one world looks in every chart. */
export interface WorldLook {
  readonly world: WorldFindings;
  /** The world's name, short enough for a legend and unlike any other's. */
  readonly label: string;
  readonly color: string;
}

const COUNTERFACTUAL = "#767676";
/** Okabe and Ito's colours, told apart by colour-blind readers too; yellow is too pale on white. */
const FEW = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"] as const;
/** For designs beyond those: as far as can be from them and from each other to eyes with and without red or green. */
const MORE = ["#1c008c", "#a8c470", "#383800", "#1c70fc", "#381c54", "#0000fc", "#383838"] as const;
const PROGRAMS: readonly string[] = [...FEW, ...MORE];
const LABEL_LENGTH = 36;

/**
 * The looks of a group's worlds: the counterfactual grey, programs by their place in the group.
 *
 * @param group worlds that share a world 0
 */
export function looksOf(group: GroupFindings): WorldLook[] {
  const labels = distinct(
    group.worlds.map(({ name }) => name),
    LABEL_LENGTH,
  );
  let programs = 0;
  return group.worlds.map((world, i) => ({
    world,
    label: labels[i] ?? world.name,
    color: world.role === "counterfactual" ? COUNTERFACTUAL : (PROGRAMS[programs++ % PROGRAMS.length] ?? "#000000"),
  }));
}

/**
 * Colour by world, in the same colours whichever worlds a chart shows.
 *
 * @param looks worlds shown, in the order of the legend
 * @param symbol how the legend draws a world; none hides the legend
 */
export function colorBy(looks: readonly WorldLook[], symbol: "stroke" | "circle" | "none"): JsonObject {
  const longest = Math.max(0, ...looks.map(({ label }) => label.length));
  const columns = longest <= 13 ? 4 : longest <= 20 ? 3 : longest <= 33 ? 2 : 1;
  const legend: Json =
    symbol === "none"
      ? null
      : {
          title: null,
          orient: "bottom",
          columns,
          symbolType: symbol,
          symbolOpacity: 1,
          symbolSize: symbol === "stroke" ? 300 : 90,
        };
  return {
    field: "world",
    type: "nominal",
    scale: { domain: looks.map(({ label }) => label), range: looks.map(({ color }) => color) },
    legend,
  };
}
