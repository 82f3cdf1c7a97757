import { defineRule, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import type { Edit } from "../../text/edit.js";
import { remembered } from "../../text/remembered.js";
import { unmasked } from "../../text/script/mask.js";
import { halfWidthMarks, wideMarks } from "./marks.js";
import { inOwnWords } from "./ownWords.js";

const message = (count: number, total: number, shown: string): Words => ({
  zh: `全文汉字之间的标点用全角，有 ${count} 处例外（共 ${total} 处），如“${shown}”。汉字之间用全角标点（GB/T 15834—2011），请统一。`,
  en: `Marks between Chinese characters are full-width here, but for ${count} of ${total}, such as “${shown}”. Make them alike (GB/T 15834-2011).`,
});

export default defineRule({
  code: "punctuation-width",
  group: "wording",
  scope: "text",
  phase: "typing",
  summary: { zh: "全角标点中夹有半角标点", en: "Half-width marks in a text with full-width ones" },
  basis: { zh: "GB/T 15834—2011《标点符号用法》：汉语文本的标点占一个字的位置", en: "GB/T 15834-2011: marks of Chinese texts take the width of a character" },
  repair: "safe",
  *check(report) {
    const { edits, total } = oddMarks(report);
    const [first] = edits;
    if (first === undefined) return;
    const shown = report.text.slice(Math.max(0, first.span.start - 4), first.span.end + 4).replace(/\s+/g, " ");
    yield { key: "document", span: first.span, message: message(edits.length, total, shown) };
  },
  repairs(_, report) {
    const { edits } = oddMarks(report);
    return [{ title: { zh: `把 ${edits.length} 处改为全角`, en: `Make ${edits.length} marks full-width` }, safety: "safe", edits }];
  },
});

/** Fewer marks than these show no habit. */
const leastMarks = 20;
/** Of a hundred marks so many at least are full-width where the others are slips. */
const leastShare = 90;

/** Nothing where the text is half-width throughout, as pages copied from the web are, or has no habit at all. */
const oddMarks = remembered((report: Report): { readonly edits: readonly Edit[]; readonly total: number } => {
  const half = inOwnWords(report, kinds, unmasked(report.text, halfWidthMarks(report.text)));
  if (half.length === 0) return { edits: [], total: 0 };
  const total = half.length + wideMarks(report.text);
  const isHabit = total >= leastMarks && 100 * (total - half.length) >= leastShare * total;
  return { edits: isHabit ? half.flatMap((mark) => mark.edits) : [], total };
});

const kinds = new Set(["paragraph"] as const);
