import { AlignmentType, LineRuleType, type IPropertiesOptions } from "docx";
import type { PrintedReport } from "../export/printed.js";

/** Twips are twentieths of a point; a millimetre has 56.7 of them. Sizes of type are in half points. */
const twipsInMillimetre = 1440 / 25.4;

export function millimetres(count: number): number {
  return Math.round(count * twipsInMillimetre);
}

/** GB/T 9704—2012, 5.2.1: A4, margins of 37 mm above and 28 mm at the left, a type area of 156 mm × 225 mm. */
export const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: { top: millimetres(37), right: millimetres(26), bottom: millimetres(35), left: millimetres(28), header: millimetres(15), footer: millimetres(25) },
};

export const typeArea = page.size.width - page.margin.left - page.margin.right;

const sizes = { second: 44, third: 32, fourth: 28 } as const;

/** 22 lines a page (GB/T 9704—2012, 5.2.3): 225 mm in 22 parts are 28.9 pt. */
const linePitch = 578;
const line = { line: linePitch, lineRule: LineRuleType.EXACT };

/** Two characters of the body, whatever its size. */
const firstLine = { firstLineChars: 200, firstLine: 2 * 10 * sizes.third };

/** Western letters and digits in Times New Roman, as Word sets official documents. */
function font(eastAsia: string) {
  return { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia };
}

export const fonts = { title: font("方正小标宋简体"), first: font("黑体"), second: font("楷体_GB2312"), body: font("仿宋_GB2312"), table: font("宋体") } as const;

/**
 * What Word and WPS take where a font is not installed: the names that Windows has for the same face. Written as word/fontTable.xml,
 * since the library has no words for it.
 */
const substitutes: Readonly<Record<string, readonly string[]>> = {
  "方正小标宋简体": ["FZXiaoBiaoSong-B05S", "宋体"],
  "黑体": ["SimHei"],
  "楷体_GB2312": ["楷体", "KaiTi"],
  "仿宋_GB2312": ["仿宋", "FangSong"],
  "宋体": ["SimSun"],
};

export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(substitutes)
  .map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`)
  .join("")}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

/** Ids of the styles of our own; headings and title are Word's. */
export const styleIds = { opening: "Opening", signature: "ReportSignature", tableText: "TableText", pageNumber: "PageNumberLine" } as const;

const black = "000000";
const heading = { spacing: { ...line, before: 0, after: 0 }, indent: firstLine, keepNext: true, keepLines: true };
const title = { spacing: { line: 720, lineRule: LineRuleType.EXACT, before: 0, after: linePitch }, alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } };
const flush = { firstLine: 0, firstLineChars: 0 };

/** Word proofs a report in the characters that it is written in. */
export function stylesIn(script: PrintedReport["script"]): NonNullable<IPropertiesOptions["styles"]> {
  const eastAsia = script === "traditional" ? "zh-TW" : "zh-CN";
  return {
    default: {
      document: { run: { font: fonts.body, size: sizes.third, language: { value: "en-US", eastAsia } }, paragraph: { spacing: { ...line, before: 0, after: 0 }, alignment: AlignmentType.JUSTIFIED, indent: firstLine } },
      title: { run: { font: fonts.title, size: sizes.second, color: black }, paragraph: title },
      heading1: { run: { font: fonts.first, size: sizes.third, color: black }, paragraph: heading },
      heading2: { run: { font: fonts.second, size: sizes.third, color: black }, paragraph: heading },
      heading3: { run: { font: fonts.body, size: sizes.third, color: black }, paragraph: heading },
    },
    paragraphStyles: [
      { id: styleIds.opening, name: "标题上行", basedOn: "Normal", run: { font: fonts.title, size: sizes.second }, paragraph: { ...title, spacing: { ...title.spacing, after: 0 } } },
      { id: styleIds.signature, name: "落款", basedOn: "Normal", paragraph: { spacing: { ...line, before: linePitch }, contextualSpacing: true, alignment: AlignmentType.RIGHT, indent: { ...flush, right: 2 * 10 * sizes.third } } },
      { id: styleIds.tableText, name: "表格文字", basedOn: "Normal", run: { font: fonts.table }, paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.CENTER, indent: flush } },
      { id: styleIds.pageNumber, name: "页码", basedOn: "Normal", run: { font: fonts.table, size: sizes.fourth }, paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO }, indent: flush } },
    ],
  };
}
