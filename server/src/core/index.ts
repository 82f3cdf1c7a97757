/**
 * The facade of the core: text in, findings out. Nothing else of core/ is imported from outside it. Everything here is
 * synchronous and deterministic: no clock, no input or output, no randomness.
 */
export type { Span } from "./text/span.js";
export type { Edit } from "./text/edit.js";
export type { Position } from "./text/lineIndex.js";
export type { ScriptConverter } from "./text/converter.js";
export type { Elsewhere, Finding, FindingData, Fix, Group, Language, Related, Safety, Severity } from "./check/finding.js";
export type { Block, Cell, Directive, Heading, Marker, Paragraph, Row, SyntaxTree, Table } from "./syntax/nodes.js";
export type { BoundTable, Fact, Report, Section, Slot, Stage, Title } from "./report/report.js";
export type { CellValue, Amount } from "./report/amount.js";
export type { Edition } from "./forms/edition.js";
export type { Words } from "./check/rule.js";
export type { Analysis, CheckOptions } from "./check/analyse.js";
export type { RuleInfo } from "./check/rules.js";
export type { Place, Summary, SummaryCell, TextRange } from "./archive/summary.js";
export type { Archive, Identity, Neighbours } from "./archive/archive.js";
export type { Aggregate, AggregateSetting } from "./archive/aggregate.js";
export { LineIndex } from "./text/lineIndex.js";
export { applyEdits, withoutOverlaps } from "./text/edit.js";
export { parse } from "./syntax/parse.js";
export { formatAmount } from "./report/amount.js";
export { analyse, analysing } from "./check/analyse.js";
export { fixesOf, safeEdits, fixAll } from "./check/fix.js";
export { ruleInfos } from "./check/rules.js";
export { readConfiguration, type Configuration, type ConfigurationProblem } from "./check/configuration.js";
export { closest } from "./check/closest.js";
export { chapterLabel } from "./forms/chapterLabel.js";
export { editions } from "./forms/editions.js";
export { summaryOf } from "./archive/summary.js";
export { areSameNeighbours, noNeighbours, ReportArchive } from "./archive/archive.js";
export { isPartOf, isSumOf } from "./archive/aggregate.js";
export { readReport } from "./report/readReport.js";
export { editionFor, writeFilledReport, writeNewReport } from "./write/newReport.js";
export { addUp, isOfOrgan, type Exclusion, type Gap } from "./write/addUp.js";
