/**
 * The facade of the core: text in, findings out. Nothing else of core/ is imported from outside it. Everything here is
 * synchronous and deterministic: no clock, no input or output, no randomness.
 */
export type { Span } from "./text/span.js";
export type { Edit } from "./text/edit.js";
export type { Position } from "./text/lineIndex.js";
export type { ScriptConverter } from "./text/converter.js";
export type { Finding, FindingData, Fix, Group, Language, Related, Safety, Severity } from "./check/finding.js";
export type { Block, Cell, Directive, Heading, Marker, Paragraph, Row, SyntaxTree, Table } from "./syntax/nodes.js";
export type { BoundTable, Fact, Report, Section, Slot, Stage, Title } from "./report/report.js";
export type { CellValue, Amount } from "./report/amount.js";
export type { Edition } from "./forms/edition.js";
export type { Words } from "./check/rule.js";
export type { Analysis, CheckOptions } from "./check/analyse.js";
export type { RuleInfo } from "./check/rules.js";
export { LineIndex } from "./text/lineIndex.js";
export { applyEdits, withoutOverlaps } from "./text/edit.js";
export { parse } from "./syntax/parse.js";
export { formatAmount } from "./report/amount.js";
export { analyse, analysing } from "./check/analyse.js";
export { fixesOf, safeEdits, fixAll } from "./check/fix.js";
export { ruleInfos } from "./check/rules.js";
export { readConfiguration, type Configuration, type ConfigurationProblem } from "./check/configuration.js";
export { closest } from "./check/closest.js";
export { claimsOf } from "./narrative/claims.js";
export type { Claim } from "./narrative/claim.js";
export { chapterLabel } from "./forms/chapterLabel.js";
export { editions } from "./forms/editions.js";
export { writeNewReport } from "./write/newReport.js";
