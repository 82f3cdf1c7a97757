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
export type { BoundTable, ColumnFault, Fact, Report, RowAlignment, Section, Slot, Stage, Title } from "./report/report.js";
export type { CellValue, Amount } from "./report/amount.js";
export type { Edition } from "./forms/edition.js";
export type { Words } from "./check/rule.js";
export type { Analysis, CheckOptions } from "./check/analyse.js";
export type { RuleInfo } from "./check/rules.js";
export type { Identity, Operand, Reading } from "./arithmetic/identity.js";
export type { Explanation } from "./forms/explanations.js";
export type { ColumnForm, RowForm, SectionForm, TableForm } from "./forms/edition.js";
export type { BoundLabel, BoundRow } from "./report/report.js";
export { isBroken, operandsOf, reading } from "./arithmetic/identity.js";
export { identitiesWith, relationsOf } from "./arithmetic/relations.js";
export { determinedOf, type Determined } from "./arithmetic/determined.js";
export { faultsOf, totalOf } from "./arithmetic/explain.js";
export { exactly, sumOf, type Range } from "./arithmetic/range.js";
export { cellName, placeName, plain } from "./rules/arithmetic/words.js";
export { chapterExplanation, explanationOf } from "./forms/explanations.js";
export { fold } from "./text/fold.js";
export { remembered } from "./text/remembered.js";
export { numeralOf, ordinalOf } from "./text/numerals.js";
export { cellText } from "./syntax/nodes.js";
export { readValue } from "./report/amount.js";
export { configurationThatSilences, silencedInConfiguration } from "./check/silenceInConfiguration.js";
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
export { writeNewReport } from "./write/newReport.js";
