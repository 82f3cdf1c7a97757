// dist/docx.js: a report as a Word file, set as GB/T 9704 sets official documents. The only folder that knows the library.
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun, type FileChild } from "docx";
import type { PrintedPart, PrintedReport, PrintedText, TextPart } from "../export/printed.js";
import { fontTable, fonts, page, styleIds, stylesIn } from "./styles.js";
import { officialTable, plainTable } from "./table.js";
import { xmlText } from "./xmlText.js";

/** @returns the file in Base64 */
export function writeDocx({ title, organ, script, parts }: PrintedReport): Promise<string> {
  const document = new Document({
    title: xmlText(title),
    creator: xmlText(organ ?? ""),
    lastModifiedBy: xmlText(organ ?? ""),
    styles: stylesIn(script),
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: { page }, footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) }, children: parts.map((part, index) => partOf(part, parts[index + 1])) }],
  });
  return Packer.toBase64String(document, undefined, [{ path: "word/fontTable.xml", data: fontTable }]);
}

/** — 1 —, outside: at the right of odd pages, at the left of even ones (GB/T 9704—2012, 7.5). */
function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const indent = { firstLine: 0, firstLineChars: 0, left: 280, right: 280 };
  return new Footer({ children: [new Paragraph({ style: styleIds.pageNumber, alignment, indent, children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })] })] });
}

function partOf(part: PrintedPart, next: PrintedPart | undefined): FileChild {
  switch (part.kind) {
    case "table":
      return officialTable(part);
    case "plainTable":
      return plainTable(part);
    default:
      // A signature never stands alone on a page.
      return new Paragraph({ ...look(part), ...(next?.kind === "signature" ? { keepNext: true } : {}), children: runsOf(part) });
  }
}

/** The sentence that heads a paragraph is set as a heading of its level is. */
function runsOf({ runs, lead = 0 }: PrintedText): TextRun[] {
  return runs.flatMap(({ text, isStrong, range }) => {
    const cut = Math.min(text.length, Math.max(0, lead - range[1]));
    const bold = isStrong === true ? { bold: true } : {};
    return [
      ...(cut === 0 ? [] : [new TextRun({ text: xmlText(text.slice(0, cut)), font: fonts.second, ...bold })]),
      ...(cut === text.length ? [] : [new TextRun({ text: xmlText(text.slice(cut)), ...bold })]),
    ];
  });
}

function look({ kind, level }: TextPart): { readonly heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]; readonly style?: string } {
  switch (kind) {
    case "title":
      return { heading: HeadingLevel.TITLE };
    case "chapter":
      return { heading: HeadingLevel.HEADING_1 };
    case "heading":
      return { heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 };
    case "opening":
      return { style: styleIds.opening };
    case "signature":
      return { style: styleIds.signature };
    default:
      return {};
  }
}
