// Scenarios: read, build, change, explain.

export type { Issue } from "./basics/issues.js";
export { formatIssue, InputError } from "./basics/issues.js";
export { load, loadAll } from "./disk/load.js";
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

// Simulate: compare designs, try levers, move inputs one by one.

export type { CompareOptions } from "./study/compare.js";
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
export type { TornadoOptions } from "./study/tornado.js";
export { tornado } from "./study/tornado.js";
export type { Tornado, TornadoEnd, TornadoRow } from "./study/tornadoFindings.js";

// Show: charts, tables, rows, CSV.

export { charts } from "./report/charts/index.js";
export type { ChartOptions, ComparisonChart } from "./report/charts/ofComparison.js";
export type { FitChart } from "./report/charts/ofFit.js";
export type { ChartSpec, Json, JsonObject } from "./report/charts/spec.js";
export type { BalanceTableRow } from "./report/csv/balance.js";
export type { CauseTableRow } from "./report/csv/causes.js";
export type { CohortTableRow } from "./report/csv/cohorts.js";
export type { MeasureTableRow } from "./report/csv/measures.js";
export type { SeriesTableRow } from "./report/csv/series.js";
export type { SweepTableRow } from "./report/csv/sweep.js";
export { sweepCsv } from "./report/csv/sweep.js";
export type { TierTableRow } from "./report/csv/tiers.js";
export type { TypeTableRow } from "./report/csv/types.js";
export { csvFiles } from "./report/csv.js";
export { pick } from "./report/pick.js";
export type { RowKind, RowsByKind } from "./report/rows.js";
export { rows } from "./report/rows.js";
export { sweepTable } from "./report/sweepTable.js";
export { groupTable } from "./report/table.js";

// Assert: hold a simulation to its invariants.

export type { Verdict, VerifyOptions } from "./study/verify.js";
export { verify } from "./study/verify.js";

// Fit models of purchases, spend and contracts to histories.

export type { ChooseOptions, ModelCandidate, ModelChoice } from "./fit/choose.js";
export { choosePurchaseModel } from "./fit/choose.js";
export type { CleaningBook, Detected, DirtExample, Noted, Reason, SetAside } from "./fit/cleaning.js";
export type { BaseFileOptions } from "./fit/customerBaseFile.js";
export { customerBaseFile } from "./fit/customerBaseFile.js";
export type { HoldoutDecile } from "./fit/deciles.js";
export type { PurchaseModel, PurchaseModels } from "./fit/families.js";
export type { Fit, FitOptions, FitStart, FitWarning } from "./fit/fit.js";
export type { ContractFit } from "./fit/fitContracts.js";
export { fitContracts } from "./fit/fitContracts.js";
export type { BaseFit, BaseModel, FitBaseOptions, FitReport } from "./fit/fitCustomerBase.js";
export { fitCustomerBase } from "./fit/fitCustomerBase.js";
export type { PurchaseFit } from "./fit/fitPurchases.js";
export { fitPurchases } from "./fit/fitPurchases.js";
export type { SpendFit } from "./fit/fitSpend.js";
export { fitSpend } from "./fit/fitSpend.js";
export type { FrequencyClass } from "./fit/frequencies.js";
export type { LogEstimate } from "./fit/grouped.js";
export type { Heterogeneity, Spread, SpreadPoint } from "./fit/heterogeneity.js";
export type { Holdout, HoldoutClass, HoldoutScore } from "./fit/holdout.js";
export type { LoyaltyMix, ThresholdMove, TypeShareEstimate } from "./fit/loyaltyMix.js";
export type { ModelCheck } from "./fit/modelChecks.js";
export type { Acquired } from "./fit/newCustomers.js";
export type { CustomerHistories, CustomerPredictions, PredictOptions } from "./fit/predict.js";
export { predictCustomers } from "./fit/predict.js";
export { profileLikelihood } from "./fit/profileLikelihood.js";
export type {
  BalanceBin,
  GradientQuarter,
  NaiveGap,
  ProgramEffects,
  SeenReward,
  TierShare,
  Vintage,
  WeekAround,
} from "./fit/programFindings.js";
export { readTransactions } from "./fit/read.js";
export type { Season } from "./fit/season.js";
export type { Tracking } from "./fit/tracking.js";
export type {
  Daily,
  LogColumns,
  MeanSpends,
  Observed,
  ObservedHistories,
  ReadLogOptions,
  TransactionLog,
} from "./fit/transactionLog.js";
export type { BgNbd } from "./models/bgNbd.js";
export type { Contracts } from "./models/contracts.js";
export { contractsOfSurvivors } from "./models/contracts.js";
export type { GammaGamma } from "./models/gammaGamma.js";
export type { Histories } from "./models/histories.js";
export type { Nbd } from "./models/nbd.js";
export type { ParetoNbd } from "./models/paretoNbd.js";
export type { Sbg } from "./models/sbg.js";
export type { SpendHistories } from "./models/spendHistories.js";
export type { GenerateOptions } from "./study/generateLog.js";
export { generateLog } from "./study/generateLog.js";
