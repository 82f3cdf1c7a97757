import { exactly, explanationOf, isBroken, placeName, plain, sumOf, type Identity, type Language, type Operand, type Range, type Report, type Reading, type TableForm } from "../core/index.js";

/** More operands than this are counted, not listed. */
const mostListed = 6;

/** 新收 9 + 上年结转 2 = 11，办理结果 11 + 结转下年度 0 = 11 */
export function relationWords(report: Report, identity: Identity, read: Reading, language: Language): string {
  const [left, right] = [identity.left, identity.right].map((side) => sideWords(report, identity, side, read, language));
  return `${left}${language === "zh" ? "，" : "; "}${right}`;
}

/** Where the identity holds and what the form says of it: “总计”列：第一项加第二项之和，等于第三项加第四项之和 */
export function basisWords(identity: Identity, language: Language): string {
  const [place, says] = [placeName(identity)[language], identity.form.says[language]];
  return says.startsWith(place) ? says : `${place}${language === "zh" ? "：" : ": "}${says}`;
}

/** ✓ where the sides are equal, ✗ where they cannot be, … as long as cells are open. */
export function verdict(identity: Identity, read: Reading): "✓" | "✗" | "…" {
  if (isBroken(identity, read)) return "✗";
  return [...identity.left, ...identity.right].every((operand) => exactly(read(operand)) !== undefined) ? "✓" : "…";
}

/** The short name of a row or column: 新收 for 一、本年新收政府信息公开申请数量. */
export function operandName({ edition }: Report, { form }: Identity, operand: Operand, language: Language): string {
  const [, row = "", column = ""] = operand.key.split("/");
  const table: TableForm | undefined = edition.tables.find(({ key }) => key === form.table);
  const explained = table === undefined ? undefined : explanationOf(edition, table, form.each === "row" ? column : row);
  return explained?.name[language] ?? operand.label;
}

/** Zeros are left out of long sums: they say nothing. */
function sideWords(report: Report, identity: Identity, side: readonly Operand[], read: Reading, language: Language): string {
  const ranges = side.map(read);
  const said = side.flatMap((operand, i) => (side.length > 2 && isZero(ranges[i]) ? [] : [named(operandName(report, identity, operand, language), valueWords(operand, ranges[i], language))]));
  // 自然人 5 = 5 says nothing more than 自然人 5.
  if (side.length === 1 || (said.length === 1 && exactly(sumOf(ranges)) !== undefined)) return said.join("");
  const listed = said.length > mostListed ? [...said.slice(0, mostListed), "…"] : said;
  return `${listed.length === 0 ? "0" : listed.join(" + ")} = ${sumWords(sumOf(ranges))}`;
}

/** A bracket stands close to its word. */
function named(name: string, value: string): string {
  return value.startsWith("（") ? `${name}${value}` : `${name} ${value}`;
}

function isZero(range: Range | undefined): boolean {
  return range?.low === 0n && range.high === 0n;
}

/** A blank is told as one, also where it counts as none; a cell that is not there as a question. */
function valueWords({ fact }: Operand, range: Range | undefined, language: Language): string {
  if (fact === undefined) return { zh: "？", en: "?" }[language];
  if (fact.value.kind === "blank") return { zh: "（空）", en: "(blank)" }[language];
  const value = range === undefined ? undefined : exactly(range);
  return value === undefined ? fact.value.raw : plain(value);
}

/** 5 or, with open cells, ≥ 5. */
function sumWords(range: Range): string {
  return exactly(range) === undefined ? `≥ ${plain(range.low)}` : plain(range.low);
}
