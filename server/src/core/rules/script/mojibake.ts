import { defineRule, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import { remembered } from "../../text/remembered.js";
import type { Span } from "../../text/span.js";
import type { Garbled, GarbledKind } from "./garbled.js";
import { garbledPlaces } from "./garbledPlaces.js";
import { groups } from "./groups.js";

const ownCode = "mojibake";

interface Spoilt {
  readonly span: Span;
  readonly safety: "review";
  readonly kind: GarbledKind;
  /** Places in the same block. */
  readonly count: number;
}

const kinds: Readonly<Record<GarbledKind, Words>> = {
  replaced: { zh: "替换字符 U+FFFD，原来的字在转换编码时已经丢失", en: "the replacement character U+FFFD: what stood there was lost in a conversion" },
  sign: { zh: "编码转换失败留下的字样", en: "what a failed conversion leaves behind" },
  lost: { zh: "问号处的字在转换编码时已经丢失", en: "what stood in place of the question mark was lost in a conversion" },
  shifted: { zh: "全角括号、标点前后的字节错位", en: "bytes out of step around a full-width bracket or mark" },
  latin: { zh: "UTF-8 文字被当作西文编码读取", en: "UTF-8 read as a Western encoding" },
  misread: { zh: "UTF-8 文字被当作 GBK 读取", en: "UTF-8 read as GBK" },
  font: { zh: "PDF 字体替换，常用字变成了生僻字", en: "characters of another font, from a PDF file" },
};

const messages = {
  one: (shown: string, kind: Words, count: number): Words => ({
    zh: `“${shown}”是乱码：${kind.zh}${count > 1 ? `，本段共 ${count} 处` : ""}。请对照原稿重新录入。`,
    en: `“${shown}” is garbled: ${kind.en}${count > 1 ? `, ${count} times in this paragraph` : ""}. Type it again from the original.`,
  }),
  many: (shown: string, kind: Words, count: number, chapter: Words): Words => ({
    zh: `${chapter.zh}有 ${count} 段乱码，如“${shown}”：${kind.zh}。请对照原稿重新录入。`,
    en: `${count} paragraphs of ${chapter.en} are garbled, such as “${shown}”: ${kind.en}. Type them again from the original.`,
  }),
};

export default defineRule({
  code: ownCode,
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "乱码", en: "Garbled text" },
  basis: { zh: "编码错误、字节错位、PDF 字体替换的残留，不属于公文正文", en: "Left by wrong encodings, bytes out of step and fonts of PDF files; not part of an official text" },
  *check(report) {
    for (const [key, { name, items }] of groups(ownCode, report, spoiltBlocks(report))) {
      const [first] = items;
      if (first === undefined) continue;
      const shown = report.text.slice(first.span.start, Math.min(first.span.end, first.span.start + longestShown));
      yield { key, span: first.span, message: items.length === 1 ? messages.one(shown, kinds[first.kind], first.count) : messages.many(shown, kinds[first.kind], items.length, name) };
    }
  },
});

const longestShown = 12;

const spoiltBlocks = remembered((report: Report): readonly Spoilt[] => {
  return byBlock(report.tree.blocks, garbledPlaces(report)).map(([first, count]) => ({ span: first.span, kind: first.kind, safety: "review", count }));
});

/** The first place of each block, and how many there are: blocks tile the text, and both are in its order. */
function byBlock(blocks: readonly Block[], found: readonly Garbled[]): (readonly [Garbled, number])[] {
  const firsts: [Garbled, number][] = [];
  let at = 0;
  let told = -1;
  for (const place of found) {
    for (let block = blocks[at]; block !== undefined && block.span.end <= place.span.start; block = blocks[++at]);
    const last = firsts.at(-1);
    if (last !== undefined && told === at) last[1]++;
    else firsts.push([place, 1]);
    told = at;
  }
  return firsts;
}
