// Scenarios: read, build, change.

export type { Issue } from "./basics/issues.js";
export { formatIssue, InputError } from "./basics/issues.js";
export { load, loadAll } from "./disk/load.js";
export { sweepCsv } from "./report/csv/sweep.js";
// Show.
export { csvFiles } from "./report/csv.js";
export { sweepTable } from "./report/sweepTable.js";
export { groupTable } from "./report/table.js";
export type { Correlation } from "./scenario/correlation.js";
export type { Difference, StatedValue } from "./scenario/diff.js";
export { diffScenarios } from "./scenario/diff.js";
export { explainScenario } from "./scenario/explain.js";
export type { CustomerHistory, HistoryRow } from "./scenario/history.js";
export { scenarioJsonSchema } from "./scenario/jsonSchema.js";
export type { JsonSchema } from "./scenario/leafSchema.js";
export { override, scenario } from "./scenario/override.js";
export type { ScenarioPatch } from "./scenario/patch.js";
export type { LoadedScenario } from "./scenario/resolve.js";
export type { Quantity, Scenario } from "./scenario/scenario.js";
export type { CompareOptions } from "./study/compare.js";
// Simulate and compare.
export { compare } from "./study/compare.js";
export type {
  CauseRow,
  CohortRow,
  Comparison,
  Estimate,
  Finding,
  GroupFindings,
  MeasureLabel,
  MemberFindings,
  Rate,
  RewardDay,
  RewardFindings,
  RewardWindow,
  SeriesPoint,
  TierFindings,
  TierMonth,
  TierMove,
  TierRow,
  TrialBalanceRow,
  TypeRow,
  ValueBin,
  ValueFindings,
  WorldFindings,
} from "./study/findings.js";
export type { Candidate } from "./study/group.js";
export type { Lever, LeverValue } from "./study/lever.js";
export type { Progress } from "./study/runOptions.js";
export type { SweepOptions } from "./study/sweep.js";
export { sweep } from "./study/sweep.js";
export type { BestDesign, Sweep, SweptDesign, SweptFinding, SweptLever } from "./study/sweepFindings.js";
export type { Verdict, VerifyOptions } from "./study/verify.js";
// Assert.
export { verify } from "./study/verify.js";
