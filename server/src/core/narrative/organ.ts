// Whose number it is: the name of an organ at the head of a clause against the organ of the report.
import { wordAt, type Role } from "./lexicon.js";

export interface OrganName {
  /** Folded and shortened; undefined where the title does not say. */
  readonly name: string | undefined;
  /** 县, 市, 镇 … where the report is of a government, else the last character of a department's name. */
  readonly level: string | undefined;
  readonly isGovernment: boolean;
}

const governmentEnd = /([省市县区旗州镇乡]|街道|新区|开发区|实验区)(?:人民政府|政府|办事处|管委会|管理委员会)?$/;

export function organNameOf(folded: string | undefined): OrganName {
  if (folded === undefined || folded === "") return { name: undefined, level: undefined, isGovernment: false };
  const government = governmentEnd.exec(folded);
  if (government === null) return { name: folded, level: folded.slice(-1), isGovernment: false };
  return { name: shortened(folded).replace(/(?:人民政府|政府)$/, ""), level: government[1]?.slice(-1), isGovernment: true };
}

function shortened(name: string): string {
  return name.replace(/(镇|乡|街道)(?:人民政府|政府|办事处|办)$/, "$1");
}

const longestName = 22;
const typeEnds: ReadonlySet<number> = new Set(codesOf("局厅委办室府处会镇乡县区市州旗省队院站所校"));
const [center, heart, street, way, net, site] = codesOf("中心街道网站");

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
const deed = /政府信息|代表|政务|收到|接收|接受|受理|申请|信息|新收|发生|产生|出现|引|因|涉|被|共收|共受|共接|共办|累计|上年|本年|今年|全年|制发|制定|印发|出台|作出|未|没有|无|办结|答复|公开|复议|诉讼|规范性|许可|处罚|强制|结转|办理|处理|接到|自然人|法人/;

/**
 * The longest run of ideographs from `at` on that ends as names of organs do, says nothing of numbers and is followed by what an
 * organ does: in 社会保障12条 and 为民办实事8条 no organ is named.
 */
export function organAt(text: string, at: number, own: OrganName): { readonly end: number; readonly role: Role } | undefined {
  const run = endOfIdeographs(text, at);
  const last = lastTypeEnd(text, at, run);
  if (last === undefined) return undefined;
  // Most places are settled by now; only a few are held against the long list of deeds.
  const stop = deed.exec(text.slice(at, run))?.index;
  const end = stop === undefined ? last : lastTypeEnd(text, at, at + stop);
  if (end === undefined || !isFollowed(text, end, stop === undefined ? run : at + stop)) return undefined;
  return { end, role: roleOf(text.slice(at, end), own) };
}

const deeds: ReadonlySet<Role> = new Set<Role>([
  "verb", "receive", "new", "handle", "finish", "answer", "carryIn", "carryOut", "carry", "issue", "repeal", "decide", "sum", "share", "ownYear", "otherYear", "partOfYear",
  "not", "all", "each", "cause", "disclosure", "application", "reconsider", "suit", "channel", "respectively",
]);
const between = /^(?:[等及各共新总于已又也均还因为对向由和]|部门|单位|依法|主动|采用|积极|认真|严格)*$/;

/** Behind an organ stands what it does, at most with 等部门 or 依法 between. */
function isFollowed(text: string, end: number, deedAt: number): boolean {
  const next = end === deedAt ? undefined : wordAt(text, end);
  return end === deedAt || (next !== undefined && next.text.length > 1 && deeds.has(next.role)) || between.test(text.slice(end, deedAt));
}

function endOfIdeographs(text: string, at: number): number {
  let end = at;
  while (end - at < longestName && text.charCodeAt(end) >= 0x4e00 && text.charCodeAt(end) <= 0x9fff) end++;
  return end;
}

/** The end of the longest name of two characters and more between `at` and `end`: 局, 中心, 街道. */
function lastTypeEnd(text: string, at: number, end: number): number | undefined {
  for (let i = end; i - at >= 2; i--) {
    const code = text.charCodeAt(i - 1);
    // 管委会网站 is a place, not an organ.
    if (code === site && text.charCodeAt(i - 2) === net) continue;
    const isEnd = code === heart ? text.charCodeAt(i - 2) === center : code === way ? text.charCodeAt(i - 2) === street : typeEnds.has(code);
    if (isEnd) return i;
  }
  return undefined;
}

function roleOf(name: string, own: OrganName): Role {
  if (own.name === undefined) return "region";
  const short = shortened(name);
  if (isSubsequence(short, own.name) && short.slice(-1) === own.name.slice(-1)) return "own";
  return isSubsequence(own.name, short) ? "region" : "otherOrgan";
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  for (const character of part) {
    const found = whole.indexOf(character, from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}

/** 我县 in the report of a county is its own; 我县 in a bureau's report, 全市 in a county's are not surely so. */
export function isOwnWord(word: string, own: OrganName): boolean {
  const level = word.slice(-1);
  if (/单位|机关|部门|本级/.test(word)) return true;
  if (own.level === undefined) return true;
  if (own.isGovernment) return level === own.level || (own.level === "道" && (level === "街" || level === "办"));
  return level === own.level || !"省市县区旗州镇乡街".includes(level);
}
