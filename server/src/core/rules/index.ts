/** Every rule of the product, in the order in which they run. A rule is one file; a test holds this list against the folders. */
import type { Rule } from "../check/rule.js";
import cellEmpty from "./arithmetic/cell-empty.js";
import cellValue from "./arithmetic/cell-value.js";
import columnTotal from "./arithmetic/column-total.js";
import reviewTotal from "./arithmetic/review-total.js";
import rowTotal from "./arithmetic/row-total.js";
import tableBalance from "./arithmetic/table-balance.js";
import compatibilityForm from "./script/compatibility-form.js";
import invisibleCharacter from "./script/invisible-character.js";
import mixedScript from "./script/mixed-script.js";
import pinyinResidue from "./script/pinyin-residue.js";
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
import titleForm from "./structure/title-form.js";

export const rules: readonly Rule[] = [
  tableBalance,
  rowTotal,
  columnTotal,
  reviewTotal,
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
  mixedScript,
  pinyinResidue,
  compatibilityForm,
  invisibleCharacter,
];
