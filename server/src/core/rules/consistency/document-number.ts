import { defineRule, type Repair, type Words } from "../../check/rule.js";
import { labelCore } from "../../forms/label.js";
import { documentNumbers, issuerOf, numberSpan, type DocumentNumber } from "../../report/documentNumbers.js";
import type { Report } from "../../report/report.js";
import { similarity } from "../../text/similarity.js";
import { slice, type Span } from "../../text/span.js";
import { mendable, type Mendable } from "../found.js";
import { otherNumber, wrongDecrees, type OtherNumber } from "./knownDocuments.js";

const messages = {
  brackets: (found: string, right: string): Words => ({ zh: `发文字号的年份用六角括号：“${found}”应写作“${right}”。`, en: `The year of a document number stands in 〔〕: “${found}” should read “${right}”.` }),
  ordinal: (found: string, right: string): Words => ({ zh: `发文字号的序号不加“第”字：“${found}”应写作“${right}”。`, en: `The serial of a document number takes no 第: “${found}” should read “${right}”.` }),
  zero: (found: string, right: string): Words => ({ zh: `发文字号的序号不编虚位：“${found}”应写作“${right}”。`, en: `The serial of a document number has no leading zero: “${found}” should read “${right}”.` }),
  year: (found: string, right: string): Words => ({ zh: `发文字号的年份写全四位：“${found}”应写作“${right}”。`, en: `The year of a document number has four digits: “${found}” should read “${right}”.` }),
  known: ({ title, cited, right }: OtherNumber): Words => ({ zh: `《${title}》的发文字号是“${right}”，这里写作“${cited}”。请核对标题和字号。`, en: `《${title}》 is “${right}”, but “${cited}” is written here. Check title and number.` }),
  decree: (found: string, right: string): Words => ({
    zh: `《政府信息公开条例》2007年以国务院令第492号公布，2019年以国务院令第711号修订公布；这里写作“第${found}号”，本报告年度应为“第${right}号”。`,
    en: `The Regulations were published by Decree No. 492 in 2007 and, as revised, by No. 711 in 2019; “${found}” should be ${right} in this report.`,
  }),
  titles: (number: string, first: string, second: string): Words => ({ zh: `同一个发文字号“${number}”用在两份文件上：《${first}》和《${second}》。请核对。`, en: `One number, “${number}”, stands for two documents: 《${first}》 and 《${second}》. Check them.` }),
};

/** Signs end in such a character; after anything else, brackets with a year may be something else. */
const signEnd = /[发函办字电规令政文通明委府党厅]$/;
/** Behind the title of a document any sign is one, 云财绩; but numbers of purchases, tenders and certificates are not. */
const documentTitle = /(?:通知|意见|办法|方案|规定|要点|细则|指引|规划)[〉>》]*》\($/;
const noDocument = /[采招标备证许准批合约购罚诉裁]/;
/** Of these, numbers with 第 are usual: 财政部公告〔2021〕第3号. */
const numbered = /(?:公告|通告|通报|令|决定|告知书|决定书|意见书|通知书)$/;

export default defineRule({
  code: "document-number",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "发文字号的写法不合规定，或同一字号用在两份文件上", en: "A document number is written the wrong way, or stands for two documents" },
  basis: { zh: "GB/T 9704—2012：发文字号的年份用六角括号“〔〕”括入，标全称；序号不加“第”字，不编虚位", en: "GB/T 9704-2012: the year in 〔〕 with four digits, the serial without 第 and leading zeros" },
  repair: "safe",
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  const numbers = documentNumbers(report);
  for (const number of numbers) {
    const other = otherNumber(number);
    if (other === undefined) yield* misspelt(report, number);
    else yield known(report, number, other);
  }
  yield* doubled(numbers);
  for (const { line, start, end, right } of wrongDecrees(report)) {
    const span = line.span(start, end);
    const found = slice(report.text, span);
    yield { key: `decree/${found}`, span, message: messages.decree(found, right), found, expected: right, repairs: repairTo(span, right) };
  }
}

/** Which of the two is wrong the author has to say. The sign is Simplified. */
function known(report: Report, number: DocumentNumber, other: OtherNumber): Mendable {
  const span = numberSpan(number);
  return { key: `known/${other.cited}`, span, message: messages.known(other), found: other.cited, expected: other.right, repairs: report.script === "simplified" ? repairTo(span, other.right) : [] };
}

function repairTo(span: Span, newText: string): Repair[] {
  return [{ title: { zh: `改为“${newText}”`, en: `Write “${newText}”` }, safety: "review", edits: [{ span, newText }] }];
}

function* misspelt(report: Report, number: DocumentNumber): Iterable<Mendable> {
  if (!isSign(number) || numbered.test(number.sign)) return;
  const span = number.line.span(number.at, number.end);
  const found = slice(report.text, span);
  const right = (repaired: Partial<DocumentNumber>): string => spelt({ ...number, ...repaired });
  const whole = spelt({ ...number, open: "〔", close: "〕", ordinal: "", serial: number.serial.replace(/^0+(?=\d)/, ""), year: fullYear(number.year) });
  const repairs = (safety: Repair["safety"], newText: string): Repair[] => [{ title: { zh: `改为“${newText}”`, en: `Write “${newText}”` }, safety, edits: [{ span, newText }] }];
  const at = { span, found };
  if (number.year.length === 2) yield { ...at, key: `year/${found}`, message: messages.year(found, whole), expected: whole, repairs: repairs("review", whole) };
  else if (number.ordinal !== "") yield { ...at, key: `ordinal/${found}`, message: messages.ordinal(found, whole), expected: whole, repairs: repairs("review", whole) };
  else if (/^0/.test(number.serial)) yield { ...at, key: `zero/${found}`, message: messages.zero(found, whole), expected: whole, repairs: repairs("review", whole) };
  else if (number.open !== "〔" || number.close !== "〕") {
    const newText = right({ open: "〔", close: "〕" });
    yield { ...at, key: `brackets/${found}`, message: messages.brackets(found, newText), expected: newText, repairs: repairs("safe", newText) };
  }
}

function isSign(number: DocumentNumber): boolean {
  const sign = issuerOf(number);
  if (signEnd.test(sign)) return true;
  return !noDocument.test(sign) && documentTitle.test(number.line.folded.slice(0, number.at - number.sign.length).slice(-longestEnding));
}

const longestEnding = 10;

function spelt({ open, year, close, ordinal, serial }: DocumentNumber): string {
  return `${open}${year}${close}${ordinal}${serial}号`;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

/** 《甲》（某政发〔2021〕3号）…《乙》（某政发〔2021〕3号）. Two titles that are much alike are one title, written twice. */
function* doubled(numbers: readonly DocumentNumber[]): Iterable<Mendable> {
  const known = new Map<string, string>();
  for (const number of numbers) {
    const title = titleBefore(number);
    if (title === undefined) continue;
    const name = `${number.sign}〔${fullYear(number.year)}〕${number.serial}号`;
    const first = known.get(name);
    if (first === undefined) known.set(name, title);
    else if (!isSameTitle(first, title)) yield { key: `titles/${name}`, span: number.line.span(number.start, number.end), message: messages.titles(name, first, title), found: name };
  }
}

const longestTitle = 90;

/** The title that the bracket with the number follows: 《…》(…号). */
function titleBefore({ line: { folded }, start }: DocumentNumber): string | undefined {
  if (folded.charAt(start - 1) !== "(" || folded.charAt(start - 2) !== "》") return undefined;
  let depth = 0;
  for (let at = start - 2; at >= Math.max(0, start - longestTitle); at--) {
    if (folded.charAt(at) === "》") depth++;
    else if (folded.charAt(at) === "《" && --depth === 0) return folded.slice(at + 1, start - 2);
  }
  return undefined;
}

const samePart = 0.6;

function isSameTitle(a: string, b: string): boolean {
  const [first, second] = [core(a), core(b)];
  return first.includes(second) || second.includes(first) || similarity(first, second) >= samePart;
}

/** Without the organ before 关于 and the kind of document: titles are shortened in many ways. */
function core(title: string): string {
  return labelCore(title.replace(/^.{0,20}?关于/, "").replace(/^(?:印发|转发|做好)/, "").replace(/的?(?:通知|意见|函|批复|决定|报告)$/, ""));
}
