import { defineRule, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import { hasCharacter } from "../../text/characters.js";
import { invisibleName, invisibles, mayBeInvisible, type Invisible } from "../../text/script/invisible.js";
import { unmasked } from "../../text/script/mask.js";
import { replacements, type Replacement, type Wording } from "./replacements.js";
import { softBreaksIn, type SoftBreak } from "./softBreaks.js";

const ownCode = "invisible-character";

interface Hidden extends Replacement {
  readonly kind: Invisible["kind"];
  readonly name: Words;
  /** The visible text around it, the place marked: 政府▯信息. */
  readonly shown: string;
}

const wording: Wording<Hidden> = {
  one: (item) => (item.kind === "residue" ? hidden(item) : insideNumber(item)),
  many: ({ name, shown }, count, chapter) => ({
    zh: `${chapter.zh}有 ${count} 处看不见的字符，如“${shown}”处的 ${name.zh}。它们使检索和比对落空，请全部删去。`,
    en: `${count} places in ${chapter.en} have invisible characters, such as ${name.en} in “${shown}”. Searches and comparisons fail on them; delete them all.`,
  }),
  repairOne: ({ newText, name, kind }) => {
    if (kind !== "residue") return { zh: `删去数字中间的 ${name.zh}`, en: `Delete ${name.en} inside the number` };
    return newText === "" ? { zh: `删去 ${name.zh}`, en: `Delete ${name.en}` } : { zh: `把 ${name.zh} 改为换行`, en: `Replace ${name.en} with a line end` };
  },
  repairMany: (count) => ({ zh: `处理本章的 ${count} 处`, en: `Mend the ${count} places of this chapter` }),
};

function hidden({ name, shown, newText }: Hidden): Words {
  const deed = newText === "" ? { zh: "请删去", en: "Delete it" } : { zh: "请改为换行", en: "Put a line end there" };
  return {
    zh: `“${shown}”处有看不见的字符 ${name.zh}，多由网页或 PDF 复制带入，使检索和比对落空。${deed.zh}。`,
    en: `There is an invisible character in “${shown}”: ${name.en}, usually copied from a web page or a PDF file. Searches and comparisons fail on it. ${deed.en}.`,
  };
}

function insideNumber({ name, shown }: Hidden): Words {
  return {
    zh: `“${shown}”的数字中间有 ${name.zh}，一个数会被读成两个。若是同一个数，请把它删去；若是两个数，请用标点分开。`,
    en: `There is ${name.en} between the digits of “${shown}”, so one number reads as two. Delete it, or part the two numbers with a mark.`,
  };
}

export default defineRule({
  code: ownCode,
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "看不见的字符（零宽空格、控制字符等）", en: "Invisible characters (zero-width space, controls and the like)" },
  basis: { zh: "网页、PDF 和文字处理软件的残留，不属于公文正文", en: "Noise of web pages, PDF files and word processors; not part of an official text" },
  repair: "safe",
  ...replacements(ownCode, hiddenIn, wording),
});

function hiddenIn(report: Report): readonly Hidden[] {
  const placed = inBlocks(report.tree.blocks, unmasked(report.text, hasCharacter(report.tree, mayBeInvisible) ? invisibles(report.text) : []));
  const broken = new Set(placed.flatMap(([{ newText }, block]) => (newText === "" || block === undefined ? [] : [block])));
  const treatments = softBreaksIn(report, broken);
  return placed.flatMap(([run, block]) => {
    const softBreak = run.newText === "" || block === undefined ? undefined : treatments.get(block);
    return isColumnGap(run, block) ? [] : [describe(report.text, run, softBreak)];
  });
}

/** Each run with the block it stands in: blocks tile the text, and both are in its order, so that one sweep finds them. */
function inBlocks(blocks: readonly Block[], runs: readonly Invisible[]): (readonly [Invisible, Block | undefined])[] {
  let at = 0;
  return runs.map((run) => {
    for (let block = blocks[at]; block !== undefined && block.span.end <= run.span.start; block = blocks[++at]);
    return [run, blocks[at]];
  });
}

/** In a table two numbers with a space between them are two columns more often than one number. */
function isColumnGap({ kind }: Invisible, block: Block | undefined): boolean {
  return kind === "digitGroups" && block?.kind === "table";
}

/** A change of a number is for the author to decide. */
function describe(text: string, run: Invisible, softBreak: SoftBreak | undefined): Hidden {
  const { span } = run;
  const newText = softBreak?.newText ?? "";
  const kind = newText === "" ? run.kind : "residue";
  const safety = kind === "residue" ? (softBreak?.safety ?? "safe") : "review";
  return { span, newText, kind, safety, name: invisibleName(text.charCodeAt(span.start)), shown: shownAround(text, span.start, span.end) };
}

function shownAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 4), start).split(/[\r\n]/).at(-1) ?? "";
  const after = text.slice(end, end + 4).split(/[\r\n]/)[0] ?? "";
  return `${before}▯${after}`;
}
