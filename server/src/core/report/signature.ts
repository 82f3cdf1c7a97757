import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";
import { slice, type Span } from "../text/span.js";
import { datesIn, type WrittenDate } from "./dates.js";
import { proseOf, type ProseLine } from "./prose.js";
import type { Report } from "./report.js";

/** A date with its place in the draft. */
export interface PlacedDate extends Pick<WrittenDate, "year" | "month" | "day"> {
  readonly span: Span;
}

/** Lines at the end of a report among which its signature stands. */
const tailLines = 6;
const organEnd = /(?:政府|办公室|办公厅|委员会|管委会|办事处|街道|[局厅委院会署队所站处]|中心|[省市县区旗镇乡])$/;

/** The lines that may be organ and date of signature: short, without a sentence, behind everything else. */
function tailOf(report: Report): readonly ProseLine[] {
  const lines = proseOf(report).slice(-tailLines);
  return lines.filter((line) => line.block.kind === "paragraph" && line.folded.length <= 45 && !/[。;]/.test(line.folded));
}

/** The date that the report is signed with. */
export const signatureDate: (report: Report) => { readonly date: PlacedDate | undefined } = remembered((report) => {
  for (const line of [...tailOf(report)].reverse()) {
    const date = datesIn(line.folded).at(-1);
    if (date === undefined || !/^\)?$/.test(line.folded.slice(date.end))) continue;
    const before = line.folded.slice(0, date.start).replace(/\($/, "");
    if (before === "" || organEnd.test(before)) return { date: { ...date, span: line.span(date.start, date.end) } };
  }
  return { date: undefined };
});

/** The organ that signs, folded. */
export function signingOrgan(report: Report): string | undefined {
  for (const line of [...tailOf(report)].reverse()) {
    const [date] = datesIn(line.folded);
    const name = line.folded.slice(0, date?.start).replace(/^\(|\($|\(盖章\)$/g, "");
    if (name.length >= 3 && name.length <= 30 && organEnd.test(name) && /^[\u4e00-\u9fff]+$/.test(name)) return name;
  }
  return undefined;
}

/** What the page of the web site gives as date of making or publishing. */
export function publicationDates(report: Report): readonly PlacedDate[] {
  return report.tree.blocks.flatMap((block) => {
    if (block.kind !== "frontMatter" || !/^(?:发布|成文|公开|生成)(?:日期|时间)$/.test(fold(slice(report.text, block.name)))) return [];
    // 2022-01-05 09:30 浏览次数: folding would join date and time.
    const [words = ""] = slice(report.text, block.value).split(/\s/);
    const [date] = datesIn(fold(words));
    return date === undefined ? [] : [{ ...date, span: { start: block.value.start, end: block.value.start + words.length } }];
  });
}
