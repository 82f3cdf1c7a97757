/**
 * The facade of the core: text in, findings out. Nothing else of core/ is imported from outside it. Everything here is
 * synchronous and deterministic: no clock, no input or output, no randomness.
 */
export type { Span } from "./text/span.js";
export type { Edit } from "./text/edit.js";
export type { Position } from "./text/lineIndex.js";
export type { ScriptConverter } from "./text/converter.js";
export type { Finding, FindingData, Fix, Group, Language, Related, Safety, Severity } from "./check/finding.js";
export type { Block, Cell, Directive, Heading, Marker, MarkerStyle, Paragraph, Row, SyntaxTree, Table } from "./syntax/nodes.js";
export type { BoundTable, ColumnFault, Fact, Report, RowAlignment, Section, Slot, Stage, Title } from "./report/report.js";
export type { CellValue, Amount } from "./report/amount.js";
export type { BandForm, Edition, RowForm, TableForm } from "./forms/edition.js";
export type { Words } from "./check/rule.js";
export type { Analysis, CheckOptions } from "./check/analyse.js";
export type { RuleInfo } from "./check/rules.js";
export { LineIndex } from "./text/lineIndex.js";
export { applyEdits, withoutOverlaps } from "./text/edit.js";
export { cellText } from "./syntax/nodes.js";
export { parse } from "./syntax/parse.js";
export { formatAmount } from "./report/amount.js";
export { analyse, analysing } from "./check/analyse.js";
export { fixesOf, safeEdits, fixAll } from "./check/fix.js";
export { ruleInfos } from "./check/rules.js";
export { readConfiguration, type Configuration, type ConfigurationProblem } from "./check/configuration.js";
export { closest } from "./check/closest.js";
export { chapterLabel } from "./forms/chapterLabel.js";
export { editions } from "./forms/editions.js";
export { basisSentence, periodSentence, writeNewReport } from "./write/newReport.js";
export { styleOf, type DraftStyle } from "./write/chapter.js";
export { writeTable } from "./write/table.js";
export { insertedRows } from "./write/rows.js";
export { formatEdits } from "./write/format.js";
export { rewriteTable } from "./write/rewriteTable.js";
export { inDraftScript } from "./rules/structure/draftScript.js";
export { cellName, sideWords } from "./rules/arithmetic/words.js";
export { reading, type Identity } from "./arithmetic/identity.js";
export { determinedCells, fillingsOfRest, fillingsOfTotals, isOpenCell, type Filling } from "./arithmetic/determined.js";
export { fold } from "./text/fold.js";
export { numeralOf, ordinalOf } from "./text/numerals.js";
export { openMark } from "./report/openMark.js";
export { markerAt } from "./syntax/marker.js";
export { initialsOf } from "./forms/initials.js";
