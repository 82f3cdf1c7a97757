import { addAll } from "../../text/addAll.js";

/**
 * What is written twice in one stretch of ideographs and digits. Two words may end and begin alike (家乡乡镇, 县政府政府网站, 目的的实现), so
 * short doublings are told only where neither the characters nor the words around them can make them right.
 */
export interface Doubling {
  /** Offsets of the second copy in the plain text. */
  readonly start: number;
  readonly end: number;
  readonly kind: "particle" | "word" | "phrase";
}

/** Linear: each place is compared with what stands at most `longestPhrase` characters before it. */
export function doublings(text: string): readonly Doubling[] {
  const found: Doubling[] = [];
  for (let start = nextStretch(text, 0); start < text.length; ) {
    const end = endOfStretch(text, start);
    if (end - start > 1) addDoublings(found, text, start, end);
    start = nextStretch(text, end);
  }
  return found;
}

/** From four characters on a stretch that comes again at once is no chance of two words that meet; with digits it may be two cells of a table that ran together. */
const shortestPhrase = 4;
const shortestWithDigits = 6;
const longestPhrase = 30;

function addDoublings(found: Doubling[], text: string, start: number, end: number): void {
  const short = shortDoublings(text, start, end);
  const phrases = end - start >= 2 * shortestPhrase && hasPairTwice(text, start, end) ? phraseDoublings(text, start, end) : [];
  if (short.length + phrases.length === 0) return;
  const apart = short.filter((one) => !phrases.some((phrase) => one.start < phrase.end && phrase.start - (phrase.end - phrase.start) < one.end));
  addAll(found, [...apart, ...phrases].sort((a, b) => a.start - b.start));
}

/** The stretch in which a slot has last been met; a slot stands for many pairs, so that two of them may be taken for one. */
const met = new Uint32Array(4096);
let stretch = 0;

/** A phrase that comes twice has pairs of characters that do: most stretches have none, and then no length need be tried. */
function hasPairTwice(text: string, start: number, end: number): boolean {
  stretch++;
  for (let i = start; i + 1 < end; i++) {
    const slot = (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) & 4095;
    if (met[slot] === stretch) return true;
    met[slot] = stretch;
  }
  return false;
}

function shortDoublings(text: string, start: number, end: number): Doubling[] {
  const found: Doubling[] = [];
  for (let i = start; i + 1 < end; i++) {
    const doubling = doublingAt(text, i, end);
    if (doubling === undefined) continue;
    found.push(doubling);
    i = doubling.end - 1;
  }
  return found;
}

/** Looks for the first character once more, one, two or three places on: most are not there. */
function doublingAt(text: string, at: number, end: number): Doubling | undefined {
  const code = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === code) return particleAt(text, at);
  if (text.charCodeAt(at + 2) === code) return wordAt(text, at, at + 2, end);
  return text.charCodeAt(at + 3) === code ? wordAt(text, at, at + 3, end) : undefined;
}

function particleAt(text: string, at: number): Doubling | undefined {
  const surroundings = particles.get(text.charAt(at));
  if (surroundings === undefined) return undefined;
  const before = text.charAt(at - 1);
  if (before !== "" && surroundings.notBehind.includes(before)) return undefined;
  return surroundings.notBefore.some((word) => text.startsWith(word, at + 2)) ? undefined : { start: at + 1, end: at + 2, kind: "particle" };
}

function wordAt(text: string, at: number, second: number, end: number): Doubling | undefined {
  const last = second + (second - at);
  const word = text.slice(at, second);
  return last <= end && text.startsWith(word, second) && words.has(word) && !(wordsNotBehind.get(word)?.includes(text.charAt(at - 1) || " ") ?? false) ? { start: second, end: last, kind: "word" } : undefined;
}

/** Runs of characters that equal the one `length` before them: a run as long as `length` is a phrase that comes twice. */
function phraseDoublings(text: string, start: number, end: number): Doubling[] {
  const found: Doubling[] = [];
  const taken = new Uint8Array(end - start);
  const longest = Math.min(longestPhrase, (end - start) >> 1);
  for (let length = shortestPhrase; length <= longest; length++) {
    let same = 0;
    for (let i = start + length; i < end; i++) {
      same = text.charCodeAt(i) === text.charCodeAt(i - length) ? same + 1 : 0;
      if (same < length) continue;
      const first = i + 1 - length;
      if (isPhrase(text, first, length) && !taken.subarray(first - length - start, i + 1 - start).includes(1)) {
        found.push({ start: first, end: i + 1, kind: "phrase" });
        taken.fill(1, first - start, i + 1 - start);
      }
      same = 0;
    }
  }
  return found;
}

/** 一步一步一步一步 is a reduplication: no phrase is made of copies of a shorter one. */
function isPhrase(text: string, start: number, length: number): boolean {
  const phrase = text.slice(start, start + length);
  const digits = phrase.match(/\d/g)?.length ?? 0;
  return (digits === 0 || length - digits >= shortestWithDigits) && !(phrase + phrase).slice(1, -1).includes(phrase);
}

/** Ideographs and the digits of the plain text. */
function isOfStretch(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39);
}

function nextStretch(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isOfStretch(text.charCodeAt(at))) at++;
  return at;
}

function endOfStretch(text: string, from: number): number {
  let at = from;
  while (at < text.length && isOfStretch(text.charCodeAt(at))) at++;
  return at;
}

interface Surroundings {
  /** Characters before the doubling that make a word with its first character: 目的的. */
  readonly notBehind: string;
  /** What makes a word with its second character: 和和谐, 及及时. */
  readonly notBefore: readonly string[];
}

const particles: ReadonlyMap<string, Surroundings> = new Map([
  ["的", { notBehind: "目标端有中打似", notBefore: ["确", "士"] }],
  ["和", { notBehind: "调饱总缓温祥随平共附柔暖求中谐亲讲协议人仁太义永昭颐", notBefore: ["谐", "平", "睦", "解", "好", "气", "美", "田", "县", "林", "政县", "顺", "硕", "静", "布", "缓", "善", "龙", "会", "衷", "合", "孝", "约", "村", "街", "路", "园", "镇", "乡", "社区", "事"] }],
  ["及", { notBehind: "以普涉触危波顾提言论推累企埃殃惠旁料未", notBefore: ["时", "早", "格", "第", "其", "至", "物"] }],
  ["在", { notBehind: "存现正所实内潜外自健旨贵好重意志不我何同", notBefore: ["职", "建", "校", "编", "岗", "线", "册", "押", "逃", "途", "场", "家", "京", "地", "乎", "于", "户", "籍", "读", "研", "园", "此", "这", "内", "野", "售", "库", "访", "案", "办", "产", "用", "位", "座", "外", "乡", "手", "所", "理", "谈", "望", "即"] }],
  ["与", { notBehind: "参赠赐授给付相", notBefore: ["会", "否", "时", "众", "日", "其", "共", "此"] }],
  ["或", { notBehind: "抑间甚倘设", notBefore: ["多", "许", "者", "缺"] }],
  ["性", { notBehind: "个男女两任天秉本急慢阳阴异同", notBefore: ["格", "别", "质", "能", "命", "状", "情", "感", "病", "价", "教", "健", "侵", "骚", "犯", "行", "取", "生", "传", "交", "爱", "福", "关系", "成熟", "激素", "学", "腺"] }],
  ["第", { notBehind: "次及门落等府宅书高", notBefore: [] }],
]);

/** What stands before a word that then belongs to it: 密切相关|相关部门. */
const wordsNotBehind: ReadonlyMap<string, string> = new Map([["相关", "切息密之其此者互紧不无"]]);

/** Words that neither end nor begin another one: where two meet, one of them is too many. Verbs that are doubled on purpose (研究研究) are none. */
const words: ReadonlySet<string> = new Set(
  "相关 各类 各级 各项 各种 各地 各个 各部门 各单位 各乡镇 进一步 一系列 关于 对于 由于 按照 根据 以及 并且 或者 为了 针对 围绕 坚持 随着 我们 我县 我市 我区 我局 我镇 我乡 我街道 本机关 本年度 审核 提供 提出 及时 积极 认真 不断 切实 加强 推进 推动 完善 确保 提高 贯彻 开展 做好 严格 充分 已经 目前 其中 共计 分别 可以 必须 应当 能够 得到 进行 予以 给予 属于 包括 截至 收到 制定 建立 健全 印发 但是 因此 同时 还是 因为 如果 虽然 而且 并未 仍然 依然 尤其 特别是 主要是".split(" "),
);
