// The part of a line that may be a title, or one line of it: without what else the page or the document has put there.
import { fold } from "../text/fold.js";
import { slice, trimmed, type Span } from "../text/span.js";
import { isTitleLabel, type HeadLine } from "./headLines.js";

export interface Stretch {
  readonly span: Span;
  readonly folded: string;
}

export const longestTitle = 70;

/** All of a line; undefined where it says something else, or where nothing goes on from it. */
export function wholeLine(text: string, line: HeadLine | undefined): Stretch | undefined {
  return line === undefined || line.kind === "field" ? undefined : stretchUpTo(text, line, line.pieces.length - 1);
}

/** From the first piece that may belong to the title to the given one. */
export function stretchUpTo(text: string, { pieces }: HeadLine, end: number): Stretch | undefined {
  const from = pieces[firstOwn(text, pieces, end)]?.start;
  const to = pieces[end]?.end;
  return from === undefined || to === undefined || from >= to || to - from > 4 * longestTitle ? undefined : withoutMarks(text, { start: from, end: to });
}

/** 签发人：… or [2015] 3号 before the title on its line, the label 标题, and what else is no part of a name. */
const foreignPiece = /[:>@|[\]〔〕【】]|^第?\d{1,4}号$|^[标题]$/;

function firstOwn(text: string, pieces: readonly Span[], end: number): number {
  for (let at = end; at > 0; at--) {
    const before = foldedPiece(text, pieces[at - 1]);
    // 签发人： 某某 2024年…: what stands directly behind a label is its value.
    if (/^[^:]{1,8}:$/.test(before) && !isTitleLabel(before) && before !== "题:") return at + 1;
    if (foreignPiece.test(before) || isTitleLabel(before)) return at;
  }
  return 0;
}

function foldedPiece(text: string, piece: Span | undefined): string {
  return piece === undefined ? "" : fold(slice(text, piece));
}

/** Without quotes and emphasis around it, and without its label if that is 标题；. Undefined for what another label names: 附件：…. */
function withoutMarks(text: string, range: Span): Stretch | undefined {
  const words = slice(text, range);
  const colon = Math.max(words.lastIndexOf(":"), words.lastIndexOf("：")) + 1;
  const label = fold(words.slice(0, Math.max(0, colon - 1)));
  if (colon > 0 && label.length <= longestLabel && !isTitleLabel(label) && label !== "题") return undefined;
  const opening = /^[《“"*_#\\]*/.exec(words.slice(colon))?.[0].length ?? 0;
  const closing = /(?:\[\d{1,3}\]|[》”"*_?？|])*$/.exec(words)?.[0].length ?? 0;
  const start = range.start + colon + opening;
  const span = trimmed(text, { start, end: Math.max(start, range.end - closing) });
  const folded = fold(slice(text, span));
  return folded === "" || folded.length > longestTitle ? undefined : { span, folded };
}

const longestLabel = 8;

/** 标 题 云溪县…: the label stands on the line itself. */
export function isLabelled(text: string, { pieces }: HeadLine, { span }: Stretch): boolean {
  const start = pieces[0]?.start ?? span.start;
  return start < span.start && /^(?:标题|名称|题名)/.test(fold(text.slice(start, span.start)));
}

/** What pages print behind a title on its line. */
const pageTail = /保护视力|字[体号]|打印|关闭|收藏|分享|浏览|点击|阅读|发布|来源|时间|日期|作者|编辑|索引|下载|返回|访问|^\{|^[^\u4e00-\u9fff]*$/;
const longestTail = 80;
const shortestText = 25;

/**
 * What stands on the line behind the piece: nothing, something of the page, or the text of a report that has lost its line ends. `other`
 * where the title goes on or is that of another document: 年度报告 编制说明.
 */
export function tailBehind(text: string, { pieces, block }: HeadLine, end: number): "none" | "page" | "text" | "other" {
  const next = pieces[end + 1];
  if (next === undefined) return "none";
  const rest = fold(text.slice(next.start, Math.min(block.span.end, next.start + longestTail)));
  if (pageTail.test(rest)) return "page";
  return rest.length >= shortestText || /^[一1](?:、|\.)/.test(rest) ? "text" : "other";
}
