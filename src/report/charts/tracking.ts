import type { FitReport } from "../../fit/fitCustomerBase.js";
import { digits } from "../format.js";
import { counted } from "../words.js";
import { amountAxis } from "./axes.js";
import { wordsInstead } from "./empty.js";
import { hoverPoints } from "./lines.js";
import { besideActual, chosenLabel, colorOf, type Drawn, drawnOf, LOOKS, panelTitle } from "./ofFit.js";
import { type ChartSpec, chart, type JsonObject, WIDTH } from "./spec.js";

const TITLE = "Repeat purchases by week";
const ACTUAL = "in the log";
const MILLISECONDS_IN_WEEK = 604_800_000;
const FEWEST_WEEKS = 2;

/** A week of one line. */
interface Week extends JsonObject {
  readonly of: string;
  readonly week: number;
  readonly value: number;
  readonly toDate: number;
}

/**
 * Repeat purchases by week, actual and expected, weekly and to date, with the end of calibration marked.
 *
 * @param report of a fit
 */
export function trackingChart(report: FitReport): ChartSpec {
  const drawn = drawnOf(report);
  const [first] = drawn;
  const { weeks } = report.tracking;
  if (first === undefined || weeks.length < FEWEST_WEEKS)
    return wordsInstead(TITLE, `No course to draw: the log spans ${counted(weeks.length, "whole week")}.`);
  const end = calibrationEnd(report);
  const rows = [
    ...linesOf(ACTUAL, report.tracking.actual, report),
    ...drawn.flatMap(({ label, check }) => linesOf(label, check.tracking.expected, report)),
  ];
  const until = report.log.calibration?.until;
  const subtitle =
    (until === undefined
      ? "The model is fitted to all of the log"
      : `Upright: end of calibration, ${until}; what stands after it the model had not seen`) +
    ". Newcomers are taken as they came; expected without a season";
  return chart(title(report, first, end), subtitle, {
    data: { values: rows },
    spacing: 20,
    vconcat: [panel("value", "Each week", rows, drawn, end, false), panel("toDate", "To date", rows, drawn, end, true)],
  });
}

/** Weeks from the first day of the log to the end of calibration; null when nothing is held out. */
function calibrationEnd({ log }: FitReport): number | null {
  if (log.calibration === null) return null;
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_IN_WEEK;
  return day(log.calibration.until) - day(log.daily.start) + 1 / 7;
}

function linesOf(of: string, values: readonly number[], { tracking }: FitReport): Week[] {
  let toDate = 0;
  return tracking.weeks.map((week, at) => {
    const value = values[at] ?? 0;
    toDate += value;
    const decimals = of === ACTUAL ? 0 : 1;
    return { of, week, value, toDate, text: digits(value, decimals), textToDate: digits(toDate, decimals) };
  });
}

function panel(
  field: "value" | "toDate",
  heading: string,
  rows: readonly Week[],
  drawn: readonly Drawn[],
  end: number | null,
  isLast: boolean,
): JsonObject {
  const color = colorOf([{ label: ACTUAL, color: LOOKS.actual }, ...drawn], "stroke");
  const most = Math.max(...rows.map((row) => row[field]));
  const axis = amountAxis("Repeat purchases", null, most);
  const last = Math.max(...rows.map(({ week }) => week));
  const line = (filter: string, mark: JsonObject): JsonObject => ({
    transform: [{ filter }],
    mark: { type: "line", ...mark },
    encoding: { color },
  });
  const yardstick = `datum.of === ${JSON.stringify(drawn.at(-1)?.label ?? "")}`;
  const actual = `datum.of === ${JSON.stringify(ACTUAL)}`;
  return {
    ...{ width: WIDTH, height: isLast ? 170 : 150, title: panelTitle(heading) },
    encoding: {
      x: {
        field: "week",
        type: "quantitative",
        title: isLast ? "Week of the log" : null,
        scale: { domain: [1, last], nice: false, zero: false },
        axis: { grid: false, format: "d", tickMinStep: 1, tickCount: 10 },
      },
      y: { field, type: "quantitative", title: axis.title, axis: { ...axis, tickCount: 4 } },
    },
    layer: [
      ...(end === null ? [] : [upright(end, isLast ? 170 : 150)]),
      line(actual, { strokeWidth: field === "value" ? 1.3 : 2.5 }),
      line(`!(${actual}) && !(${yardstick})`, { strokeWidth: 2 }),
      line(yardstick, { strokeWidth: 1.5, strokeDash: [5, 3] }),
      hoverPoints(
        [
          { field: "of", title: "Of" },
          { field: "week", title: "Week", format: "d" },
          { field: "text", title: "Repeat purchases" },
          { field: "textToDate", title: "To date" },
        ],
        color,
      ),
    ],
  };
}

function upright(week: number, height: number): JsonObject {
  return {
    data: { values: [{ week }] },
    mark: { type: "rule", color: "#222222", strokeDash: [3, 3] },
    encoding: { x: { field: "week", type: "quantitative" }, y: { value: 0 }, y2: { value: height } },
  };
}

/** After calibration where that was held out, else over all weeks. */
function title(report: FitReport, { check }: Drawn, end: number | null): string {
  const { weeks, actual } = report.tracking;
  const from = end === null ? 0 : weeks.findIndex((week) => week - 1 >= end - 1e-9);
  const sum = (values: readonly number[]): number => values.slice(from).reduce((total, one) => total + one, 0);
  const label = chosenLabel(report);
  if (end !== null && from > 0) {
    const said = besideActual(label, "expects", sum(check.tracking.expected), sum(actual), "repeat purchases");
    return `In the ${counted(weeks.length - from, "whole week")} held out ${said}`;
  }
  const all = from < 0 ? 0 : from;
  const total = (values: readonly number[]): number => values.slice(all).reduce((whole, one) => whole + one, 0);
  const noun = "repeat purchases";
  return `Over ${counted(weeks.length, "week")} ${besideActual(label, "expects", total(check.tracking.expected), total(actual), noun)}`;
}
