import { foldCode } from "../text/script/han.js";
import type { LabelForm, TableForm } from "./edition.js";
import { editions } from "./editions.js";
import { foldedLabel, labelCore, withoutNote } from "./label.js";

/** What a printed label of some official table may be. The parser knows labels of all editions, not which edition a draft follows. */
export interface LabelUse {
  readonly role: "row" | "column" | "caption" | "band";
  /** The table that begins with this label. */
  readonly opens: string | undefined;
}

const uses: ReadonlyMap<string, LabelUse> = collectLabels();
let cores: readonly string[] | undefined;
const pieces: ReadonlySet<string> = collectPieces();

/** Titles of chapters in all editions, folded, without number. */
export const sectionTitles: ReadonlySet<string> = new Set(
  editions.flatMap((edition) => edition.sections.flatMap((section) => [section.title, ...section.aliases])).map(foldedLabel),
);

/** The same under their numbers, 1总体情况: one title may have another place in another edition. */
export const numberedSectionTitles: ReadonlySet<string> = new Set(
  editions.flatMap((edition) => edition.sections.flatMap(({ ordinal, title, aliases }) => [title, ...aliases].map((words) => `${ordinal}${foldedLabel(words)}`))),
);

/** Words that show the contents of a chapter in its title, in all editions. */
export const sectionWords: readonly string[] = [...new Set(editions.flatMap((edition) => edition.sections.flatMap((section) => section.keywords)))];

export function labelUse(folded: string): LabelUse | undefined {
  return uses.get(folded) ?? (folded.endsWith(")") ? uses.get(labelWords(folded)) : undefined);
}

/**
 * The words of a label of some form, without a note that its author put behind it in brackets; any other text as it is. Where the
 * form itself has words in brackets there, 部分公开(区分处理的…), they belong to the label.
 */
export function labelWords(folded: string): string {
  if (uses.has(folded)) return folded;
  const words = withoutNote(folded);
  return words !== folded && uses.has(words) && !isLabelStart(`${words}(`) ? words : folded;
}

/**
 * Whether a line has no other characters than the heads of a table without labels of rows: 结 结 其 尚, a line of heads that
 * a narrow page has set vertically.
 */
export function isOfHeadCharacters(folded: string): boolean {
  for (const character of folded) if (!headCharacters.has(character)) return false;
  return folded !== "";
}

const headCharacters: ReadonlySet<string> = new Set(editions.flatMap(({ tables }) => tables.filter(({ labelColumns }) => labelColumns === 0).flatMap(({ captions, bands }) => [...captions, ...bands.flatMap(({ columns }) => columns.map(({ label }) => label))].flatMap(({ text }) => [...foldedLabel(text)]))));

/** More than any line of labels has. */
const longestRun = 200;

/** Whether labels, or halves of such, stand in it one behind the other with nothing between: 信息内容本年处理决定数量, 维持纠正结果. */
export function isLabelRun(folded: string): boolean {
  if (folded.length > longestRun || uses.has(folded)) return false;
  const isReached = new Uint8Array(folded.length + 1);
  isReached[0] = 1;
  for (let at = 0; at < folded.length; at++) {
    if (isReached[at] !== 1) continue;
    for (const label of beginnings.get(folded.slice(at, at + 2)) ?? []) if (folded.startsWith(label, at)) isReached[at + label.length] = 1;
    for (let length = 2; length <= 4; length++) if (pieces.has(folded.slice(at, at + length))) isReached[Math.min(at + length, folded.length)] = 1;
  }
  return isReached[folded.length] === 1;
}

/** All labels without their numbers, for comparing a misspelt one. */
export function labelCores(): readonly string[] {
  return (cores ??= [...new Set([...uses.keys()].map(labelCore))].filter((core) => core.length >= 2));
}

let coresOfTitles: readonly string[] | undefined;

/** The same of the titles of chapters. */
export function titleCores(): readonly string[] {
  return (coresOfTitles ??= [...sectionTitles].map(labelCore));
}

/** Whether the text is a piece of a label that a narrow column broke over lines: 三、 · 本年度办理结果 · 结果 · 维持. */
export function isLabelPiece(folded: string): boolean {
  return pieces.has(folded);
}

/** All labels in one text, each on a line of its own: searching it is how we know the parts of labels. */
const listed = [...uses.keys()].join("\n");

const firsts: ReadonlySet<string> = new Set([...uses.keys()].map((label) => label.slice(0, 1)));
/** By their first two characters: few lines of prose begin so. */
const beginnings: ReadonlyMap<string, readonly string[]> = collectBeginnings();

/**
 * Whether a line whose text begins at `at` can begin as a label does. Its first character settles that for most lines of
 * prose, which then need not be folded.
 */
export function mayBeginLabel(text: string, at: number): boolean {
  return mayBegin(firsts, text, at);
}

/** The same of the titles of chapters. */
export function mayBeginTitle(text: string, at: number): boolean {
  return mayBegin(titleBeginnings, text, at);
}

const titleBeginnings: ReadonlySet<string> = new Set([...sectionTitles].map((title) => title.slice(0, 1)));

/** Only an ideograph is surely the first character of the folded text. */
function mayBegin(known: ReadonlySet<string>, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0x3400 && code <= 0x9fff) || known.has(String.fromCharCode(foldCode(code)));
}

/** Whether a label begins like this: a label broken over lines is put together as long as one does. */
export function isLabelStart(folded: string): boolean {
  return folded.length < 2 ? firsts.has(folded) : beginnings.get(folded.slice(0, 2))?.some((label) => label.startsWith(folded)) === true;
}

/** Whether this stands in some label, as a line of a broken one does. */
export function isLabelPart(folded: string): boolean {
  return folded !== "" && listed.includes(folded);
}

function collectLabels(): Map<string, LabelUse> {
  const found = new Map<string, LabelUse>();
  for (const table of editions.flatMap((edition) => edition.tables)) {
    const add = (label: LabelForm, role: LabelUse["role"], opens?: string): void => {
      for (const text of [label.text, ...(label.aliases ?? [])]) {
        const folded = foldedLabel(text);
        if (!found.has(folded)) found.set(folded, { role, opens });
      }
    };
    addOpeners(table, add);
    for (const band of table.bands) {
      if (band.title !== undefined) add(band.title, "band");
      if (band.head !== undefined) add(band.head, "caption");
      for (const row of band.rows) add(row.label, "row");
      for (const column of band.columns) add(column.label, "column");
    }
    for (const caption of table.captions) add(caption, "caption");
  }
  return found;
}

/** The first printed label of a table shows where a table without a heading of its own begins. */
function addOpeners(table: TableForm, add: (label: LabelForm, role: LabelUse["role"], opens?: string) => void): void {
  const first = table.bands[0]?.title;
  if (first !== undefined) add(first, "band", table.key);
  else if (table.captions[0] !== undefined) add(table.captions[0], "caption", table.key);
}

function collectBeginnings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const label of uses.keys()) {
    const others = found.get(label.slice(0, 2));
    if (others === undefined) found.set(label.slice(0, 2), [label]);
    else others.push(label);
  }
  return found;
}

/** Pieces as narrow columns really break: after a number, and the halves of four-character heads. */
function collectPieces(): Set<string> {
  const found = new Set(["一、", "二、", "三、", "四、", "本年", "年度", "本年度", "办理", "办理结果", "增/减", "行政", "复议", "诉讼", "未经复议", "直接起诉", "法人或", "其他组织", "社会公", "益组织", "法律服", "务机构", "社会公益", "组织", "法律服务", "机构", "申请人", "情况"]);
  for (const folded of uses.keys()) {
    if (folded.length !== 4) continue;
    found.add(folded.slice(0, 2));
    found.add(folded.slice(2));
  }
  return found;
}
