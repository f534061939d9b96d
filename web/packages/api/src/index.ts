export * from "./types";
export * from "./problem";
export * from "./live";
export { ground, queryText } from "./client";
export type { UploadHandle } from "./client";
export * as api from "./endpoints";
export type { ComponentFeature, ComponentFilter, ComponentsOfCase, ComponentState, StreetComponent, StreetComponentDetail } from "./components";
export type {
  GridAction, GridChange, GridEffect, GridFault, GridGeometry, GridKind, GridLevel, GridOp, GridOperation, GridOutline, GridPlan, GridPlanEdit,
  GridPlanHead, GridPlanState, KeptOperation, OutlineFile,
} from "./grids";
export type {
  CallAct, CallAction, CallDetail, CallPage, CallPart, CallStart, CallState, CallStep, CallUp, Coverage, CoveredGrid, CoveredPoint, FieldRanking, Freshness,
  HandsetAction, HandsetDetail, HandsetMonth, HandsetPage, HandsetRow, HandsetState, HandsetSurvey, HandsetUsage, OutNow, Patrol, PatrolCheck, PatrolPlan,
  PatrolPlans, PatrolsNow, RankPart, RankPartCode, RankRow, Track, TrackPoint, UsageName,
} from "./fieldwork";
export type { Bulletin, BulletinIn, Delivery, DeliveryState, FrontDoor, ResidentSide, Restriction, ShownList, ShownRow, TemplatePreview } from "./neighbours";
export type { Open311, Open311Key, Open311Matters, Open311Waiting } from "./open311";
export type {
  Passkey, PasskeyAnswer, PeopleChange, PeopleRun, PeopleSource, PeopleSourceIn, SignInTest, SignInWay, SignInWayIn,
} from "./signIn";
export type { AccountEvent, AccountState, Colleague, FactorBegun, LogFilter, LogIn, Safety } from "./account";
export type {
  Board, BoardColumn, BoardFigure, BoardLine, BoardMeasure, BoardPanel, BoardPart, Conditions, PanelMeasure,
} from "./board";
export type {
  ActingAlone, ActingRow, CardRow, DispatchFigures, DispatchHint, DispatchMeasure, DispatchRow, ModelCard, ModelVersion, ModelVersions,
  OpenFigure, Proposal, ProposalReason, ProposedUnit, SuggestAsk,
} from "./dispatching";
export type {
  DispatchRule, DispatchRuleIn, DispatchRules, Precedent, PrecedentFilter, RuleCheck, RuleCompletion, RuleExplanation, RuleTrial, RuleTrialIn,
} from "./dispatchRules";
export type { SearchGroup, SearchHit, SimilarAsk, SimilarCase } from "./search";
export type {
  CalendarDay, CalendarYear, MasterChange, MasterChanges, MasterColumn, MasterKind, MasterPreview, MasterRow, MasterRows,
  MasterValues, PermissionWords, RowQuery, Trial, TrialExample, TrialResult,
} from "./masterdata";
export type { ExportWanted } from "./lists";
export type {
  EventCatalogue, MessageFilter, MessageState, NewWebhook, PeerSystem, PeerSystemIn, PeerSystems, Replay, SystemToken, SystemTokenIn, Webhook, WebhookChange,
  WebhookIn, WebhookMessage, WebhookMessageDetail, WebhookTest,
} from "./webhooks";
export type {
  ByHandDoor, CopiedOut, Door, DoorDeclared, DoorEditing, DoorForms, DoorIn, DoorRow, DoorSetting, DoorTested, DoorToken, DoorTokenIn, HeldItem, HeldRow,
} from "./doors";
export type { CompareSide, Comparison, LikelyCase } from "./repeats";
export type {
  DraftTask, GoodReply, LanguageModel, LanguageModelCheck, ModelDraft, QualityDays, ReplyCheck, ReplyElement, ReplyHint, ReplyQuality,
  ReplyQualityRow, SentReply,
} from "./replies";
export type {
  BusinessBoard, BusinessUnit, Cue, LadderStep, OrderAct, OrderAction, OrderIn, OrderPage, OrderPart, OrderState, Programme, ProgrammeDetail, ProgrammeIn,
  ProgrammeMove, ProgrammeReportIn, QualitySample, QualitySampleDetail, ReviewAnswer, SampleIn, SampleItem, SupervisionCard, SupervisionOrder,
  SupervisionOrderDetail, SupervisionStep,
} from "./supervision";
export type { AnalysisLine, AnalysisPart, AnalysisParts, CloudWord, Hexagon, TrendLine } from "./analysis";
export type {
  Decision, Warning, WarningAction, WarningCounts, WarningDetail, WarningEvidence, WarningLevel, WarningPage, WarningRule, WarningStep,
} from "./warnings";
export type {
  HotAction, HotChange, HotDetail, HotPage, HotPart, HotPartCode, HotRow, HotRun, HotState, HotStep, HotWindow,
} from "./hot";
export type {
  Pivot, PivotLine, ReportAction, ReportBlock, ReportCell, ReportChart, ReportDetail, ReportFormat, ReportIn, ReportKind, ReportList, ReportPeriod, ReportPlan,
  ReportRow, ReportSection, ReportState, ReportTable, ReportTemplates, SavedQuery,
} from "./reports";
export type {
  AppealAsked, CaseToRate, DeductionAsked, PeerForm, RankedGroup, RankedUnit, Ranking, RatingProgress, SchemeTrial, ScoreAppeal, ScoreAppeals, ScoreDeduction,
  ScoreLine, ScoreMonth, ScoreRatings, ScoreSheet, TriedUnit, UnitAnswers,
} from "./scores";
export type {
  ClosedMonth, Exclusion, ExclusionForm, Exclusions, FedIndicator, FedRecord, FedRecords, FedTable, IndicatorBoard, IndicatorDetail, IndicatorReading, IndicatorRow,
  Outage, OutageChange, OutageForm, Outages, RecordForm,
} from "./indicators";
export { budgetNames } from "./budget";
export type {
  BudgetDetail, BudgetFinding, BudgetFormat, BudgetPlace, BudgetPreview, BudgetSummary, BudgetTable, BudgetTableRow, Evaluation, EvaluationEntry, EvaluationRow,
  Spending, SpendingLine,
} from "./budget";
export type { Downloaded } from "./client";
export type { Digest, DigestFigure, DigestLine, Mentionable, NoticeGroup, RelatedGroup } from "./casework";
export type {
  Check, Component, Job, JobOverview, JobRun, JobState, JobTask, ReadFilter, ReadRecord, SystemStatus,
} from "./system";
export type {
  DoorHealth, DoorHealthPage, OutDecision, OutMessage, OutMessageDetail, OutMessages, OutQuery, OutState, Reconciliation, ReconciliationDetail,
} from "./writebacks";
export { phone, type FieldDay, type FieldTask, type FieldUpload } from "./phone";
export type { AddressDetail, AddressFound, AddressGiven, AddressNode, AddressPlace, Home, HomePerson, HomePlan, HomePlanDetail, HomeUnit, HomeVisit, PersonClear, PersonFound, PlanPage, VisitCoverage, VisitPage } from "./population";
export type { StaffCourse, StaffCourseDetail, StaffDetail, StaffExam, StaffExams, StaffList, StaffPaper, StaffPost, StaffResults, StaffTraining, StaffWorker } from "./gridStaff";
export type {
  Article, ArticleAction, ArticleHit, ArticleIn, ArticlePhone, ArticleRow, ArticleSource, ArticleVersion, CentreRule, CentreRuleIn, Correction, ImportedArticles, KnowledgeBoard, KnowledgeFigure, KnowledgeFound, KnowledgeStart,
  Marked, SearchAsk, SuggestedArticle, SuggestKnowledge, UpwardReports,
} from "./knowledge";
