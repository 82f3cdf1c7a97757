/** Every rule of the product, in the order in which they run. A rule is one file; a test holds this list against the folders. */
import type { Rule } from "../check/rule.js";
import annexSum from "./arithmetic/annex-sum.js";
import cellEmpty from "./arithmetic/cell-empty.js";
import cellValue from "./arithmetic/cell-value.js";
import columnTotal from "./arithmetic/column-total.js";
import reviewTotal from "./arithmetic/review-total.js";
import rowTotal from "./arithmetic/row-total.js";
import stockFlow from "./arithmetic/stock-flow.js";
import tableBalance from "./arithmetic/table-balance.js";
import dateRange from "./consistency/date-range.js";
import documentNumber from "./consistency/document-number.js";
import period from "./consistency/period.js";
import regionWord from "./consistency/region-word.js";
import yearMismatch from "./consistency/year-mismatch.js";
import suppression from "./consistency/suppression.js";
import aggregate from "./consistency/aggregate.js";
import carryOver from "./consistency/carry-over.js";
import previousYear from "./consistency/previous-year.js";
import repeatedText from "./consistency/repeated-text.js";
import compatibilityForm from "./script/compatibility-form.js";
import confusable from "./script/confusable.js";
import droppedCharacter from "./script/dropped-character.js";
import invisibleCharacter from "./script/invisible-character.js";
import mixedScript from "./script/mixed-script.js";
import mojibake from "./script/mojibake.js";
import pinyinResidue from "./script/pinyin-residue.js";
import editionMismatch from "./structure/edition-mismatch.js";
import feeStatement from "./structure/fee-statement.js";
import leftoverInstruction from "./structure/leftover-instruction.js";
import partCount from "./structure/part-count.js";
import narrativePercent from "./consistency/narrative-percent.js";
import narrativeSum from "./consistency/narrative-sum.js";
import narrativeTable from "./consistency/narrative-table.js";
import sectionEmpty from "./structure/section-empty.js";
import sectionExtra from "./structure/section-extra.js";
import sectionMissing from "./structure/section-missing.js";
import sectionNumber from "./structure/section-number.js";
import sectionOrder from "./structure/section-order.js";
import sectionTitle from "./structure/section-title.js";
import tableLabel from "./structure/table-label.js";
import tableMissing from "./structure/table-missing.js";
import tableShape from "./structure/table-shape.js";
import titleForm from "./structure/title-form.js";
import dateForm from "./wording/date-form.js";
import doubledText from "./wording/doubled-text.js";
import fixedTerm from "./wording/fixed-term.js";
import punctuationWidth from "./wording/punctuation-width.js";

export const rules: readonly Rule[] = [
  tableBalance,
  rowTotal,
  columnTotal,
  reviewTotal,
  annexSum,
  stockFlow,
  cellValue,
  cellEmpty,
  narrativeTable,
  narrativeSum,
  narrativePercent,
  titleForm,
  sectionMissing,
  sectionTitle,
  sectionOrder,
  sectionNumber,
  sectionExtra,
  sectionEmpty,
  tableMissing,
  tableLabel,
  tableShape,
  editionMismatch,
  partCount,
  leftoverInstruction,
  feeStatement,
  yearMismatch,
  period,
  dateRange,
  regionWord,
  documentNumber,
  carryOver,
  previousYear,
  repeatedText,
  aggregate,
  mixedScript,
  pinyinResidue,
  compatibilityForm,
  invisibleCharacter,
  dateForm,
  // Judges the comments that silence the others, so it comes last.
  suppression,
  confusable,
  mojibake,
  droppedCharacter,
  fixedTerm,
  doubledText,
  punctuationWidth,
];
