// A sentence as a row of numbers, words of the lexicon, marks and what is neither.
import type { FoldedText } from "../text/foldedText.js";
import { wordAt, type Role, type Word } from "./lexicon.js";
import { numberAt, type NumberReading } from "./numbers.js";
import { organAt, type OrganName } from "./organ.js";

/**
 * - `number` with its unit, if it has one;
 * - `year` 2024年, `date` 12月31日;
 * - `word` of the lexicon;
 * - `organ`: a name like 区政府办公室, `isOwn` where it is the report's;
 * - `mark`: punctuation;
 * - `unknown`: a character of no known word.
 */
export type Token =
  | { readonly kind: "number"; readonly start: number; readonly end: number; readonly number: NumberReading; readonly unit: string | undefined }
  | { readonly kind: "year"; readonly start: number; readonly end: number; readonly year: number }
  | { readonly kind: "date"; readonly start: number; readonly end: number; readonly isYearEnd: boolean }
  | { readonly kind: "word"; readonly start: number; readonly end: number; readonly role: Role; readonly value: string | undefined }
  | { readonly kind: "mark"; readonly start: number; readonly end: number; readonly mark: string }
  | { readonly kind: "unknown"; readonly start: number; readonly end: number };

const units = /(?:万元|亿元|元|件次|条次|人次|件|条|份|篇|宗|起|例|期|场|家|名|户|批|部|单|封|张|块|处|则|次|项|人|个|类|种|余件|余条)/y;
/** What stands behind a unit and makes the number another thing: 5个工作日, 一件事. */
const otherThing = /^(?:工作日|月|小时|百分点|方面|一|乡镇|街道|部门|单位|环节|阶段|事)/;
const afterNumber = /(?:年|月份|月|日|号|时|点|分钟|分|秒|楼|室|层|路|弄|栋|届|版|大|\/|-|~|—|–|－|至|到\d|∶|、\d{1,3}件?以)/y;
const beforeNumber = /(?:第|每|同|任|某|另|这|那|各|逐|哪|〔|\[|[A-Za-z./-])$/;
const marks = codesOf(",;:。!?()、");
const unread = codesOf(" \"'《》〈〉");

/** 覆 stands for 复 in these words only, so folding leaves it. Sentences end at 。！？; the tokens of each. `thousands` tells a separator from a half-width comma of the sentence. */
export function sentencesOf(folded: FoldedText, source: string, own: OrganName): readonly Sentence[] {
  const text = folded.text.includes("覆") ? folded.text.replace(/([答回批])覆/g, "$1复") : folded.text;
  const isThousandsMark = (at: number): boolean => source.charAt(folded.span(at, at + 1).start) === ",";
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsSentence(text, at)) continue;
    if (at > start) sentences.push(sentenceOf(text, start, at, isThousandsMark, own));
    start = at + 1;
  }
  return sentences;
}

export interface Sentence {
  /** Empty where the sentence states nothing: no number, no 未 or 无, no 均. */
  readonly tokens: readonly Token[];
  /** It speaks of disclosure. */
  readonly isAboutDisclosure: boolean;
  /** It states nothing and speaks of applications only, so that the next one may go on with them. */
  readonly isAboutApplications: boolean;
}

const stating = /\d|[零〇一二三四五六七八九十百千两](?:余|多)?[件条份宗次项人个篇起例元期场家]|[未无没均]|全部|百分之/;
const aboutApplications = /申请/;
const aboutOthers = /热线|信访|提案|建议|留言|投诉|举报|信件|咨询|工单|诉求|许可/;
const aboutDisclosure = /信息公开|依申请|政务公开/;

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x3002 || code === 0x21 || code === 0x3f;
}

function sentenceOf(text: string, start: number, end: number, isThousandsMark: (at: number) => boolean, own: OrganName): Sentence {
  const words = text.slice(start, end);
  const isAboutDisclosure = aboutDisclosure.test(words);
  if (!stating.test(words) || isTableRunTogether(words)) return { tokens: [], isAboutDisclosure, isAboutApplications: aboutApplications.test(words) && !aboutOthers.test(words) };
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    const numeral = mayBeginItem(tokens.at(-1)) ? listNumeralAt(text, at, end) : undefined;
    const token = numeral === undefined ? tokenAt(text, at, isThousandsMark, tokens.at(-1), own) : undefined;
    if (token !== undefined) tokens.push(token);
    at = numeral ?? token?.end ?? at + 1;
  }
  return { tokens: withoutOrgansInNames(withoutNumbersInNames(withoutChanceWords(tokens))), isAboutDisclosure, isAboutApplications: false };
}

/** 计量单位…数条00其中：1.当面申请数条00: cells that a copy has run together. Prose has its numbers before the unit, not behind it. */
function isTableRunTogether(words: string): boolean {
  return words.includes("指标名称") || (cellRunTogether.exec(words) !== null && (words.match(cellsRunTogether)?.length ?? 0) >= fewestCells);
}

const cellRunTogether = /[数额开][条件次篇个人元份]\d/;
const cellsRunTogether = new RegExp(cellRunTogether, "g");
const fewestCells = 2;

function mayBeginItem(last: Token | undefined): boolean {
  return last === undefined || last.kind === "mark" || (last.kind === "word" && (last.role === "of" || last.role === "among"));
}

const listNumeral = /(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:、|\.(?!\d))|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|[①-⑳])/y;

/** The end of 1. or 2、 or (三) at the head of an item: it numbers the item and counts nothing. */
function listNumeralAt(text: string, at: number, end: number): number | undefined {
  listNumeral.lastIndex = at;
  const behind = listNumeral.exec(text) === null ? undefined : listNumeral.lastIndex;
  return behind !== undefined && behind < end ? behind : undefined;
}

/** A word of one character among unknown ones is part of a word that the lexicon does not have: 计 in 规划计划. */
function withoutChanceWords(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== "word" || token.end - token.start > 1) return token;
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    const isInside = before?.kind === "unknown" && before.end === token.start && after?.kind === "unknown" && after.start === token.end;
    return isInside ? { kind: "unknown", start: token.start, end: token.end } : token;
  });
}

/** 5.4级地震, 5G建设, 12345热线: a number without a unit that more of a name follows is part of the name. */
function withoutNumbersInNames(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => (isBareCount(token) && isNameBehind(tokens[i + 1]) ? unknown(token) : token));
}

/** 部门预决算, 乡镇动态, 古塘镇5.4级地震: before a noun an organ says what the item is about, not whose it is. */
function withoutOrgansInNames(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== "word" || (token.role !== "otherOrgan" && token.value !== "name")) return token;
    return isNoun(behindFillers(tokens, i + 1)) ? unknown(token) : token;
  });
}

function unknown({ start, end }: Token): Token {
  return { kind: "unknown", start, end };
}

function isBareCount(token: Token): boolean {
  return token.kind === "number" && token.unit === undefined && token.number.kind === "count";
}

const behindCounts: ReadonlySet<Role> = new Set<Role>(["and", "change", "more", "less", "than", "share", "filler", "sum", "of", "among", "respectively", "ownYear", "otherYear"]);

function isNameBehind(next: Token | undefined): boolean {
  return next?.kind === "unknown" || (next?.kind === "word" && !behindCounts.has(next.role));
}

function behindFillers(tokens: readonly Token[], from: number): Token | undefined {
  let at = from;
  for (let token = tokens[at]; token?.kind === "word" && token.role === "filler"; token = tokens[at]) at++;
  return tokens[at];
}

function isNoun(token: Token | undefined): boolean {
  return token?.kind === "unknown" || (token?.kind === "word" && token.role === "foreign");
}

function tokenAt(text: string, at: number, isThousandsMark: (at: number) => boolean, last: Token | undefined, own: OrganName): Token | undefined {
  const code = text.charCodeAt(at);
  if (unread.has(code)) return undefined;
  if (marks.has(code)) return { kind: "mark", start: at, end: at + 1, mark: text.charAt(at) };
  const time = timeAt(text, at);
  if (time !== undefined) return time;
  const ordinal = ordinalAt(text, at);
  if (ordinal !== undefined) return { kind: "unknown", start: at, end: ordinal };
  const word = wordAt(text, at);
  const number = word !== undefined && word.text.length > 1 ? undefined : numberToken(text, at, isThousandsMark);
  if (number !== undefined) return number;
  const organ = mayBeginName(last) && (word === undefined || mayBePartOfName(word)) ? organAt(text, at, own) : undefined;
  if (organ !== undefined && organ.end > at + (word?.text.length ?? 0)) return { kind: "word", start: at, end: organ.end, role: organ.role, value: "name" };
  if (word !== undefined) return { kind: "word", start: at, end: at + word.text.length, role: word.role, value: word.value };
  return { kind: "unknown", start: at, end: at + 1 };
}

const functionWords: ReadonlySet<string> = new Set("因由向对在为经被的从按就则其至到和及与未无均共已所转送请报将把");

/** 市 in 市财政局, 市政府办 in 市政府办公厅. */
function mayBePartOfName({ text, role }: Word): boolean {
  return role === "otherOrgan" || (text.length === 1 && !functionWords.has(text));
}

/** Names of organs stand at the head of a clause, behind times and the like. */
function mayBeginName(last: Token | undefined): boolean {
  if (last === undefined || last.kind === "mark" || last.kind === "year" || last.kind === "date") return true;
  return last.kind === "word" && (last.role === "ownYear" || last.role === "otherYear" || last.role === "of" || last.role === "filler" || last.role === "and");
}

const ordinal = /第(?:\d{1,5}|[零〇一二三四五六七八九十百千]{1,8})(?:条|项|款|次|期|类|批|名|位|个)?/y;

/** 第三十二条 is an article, not thirty-two items; 第一季度 is a word. */
function ordinalAt(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== 0x7b2c || wordAt(text, at) !== undefined) return undefined;
  ordinal.lastIndex = at;
  return ordinal.exec(text) === null ? undefined : ordinal.lastIndex;
}

const yearPattern = /((?:19|20)\d\d|二[〇○零]{1,2}[一二三〇○零]?[〇○零一二三四五六七八九])(?:年度?|全年)/y;
const datePattern = /(?:(\d{1,2})月(?:(\d{1,2})日?)?|(\d{1,2})日)(?:起|止)?/y;
const monthRange = /\d{1,2}(?:月)?[-—~至到]{1,2}\d{1,2}月份?/y;

function timeAt(text: string, at: number): Token | undefined {
  const code = text.charCodeAt(at);
  if (!(code >= 0x30 && code <= 0x39) && code !== 0x4e8c) return undefined;
  yearPattern.lastIndex = at;
  const year = yearPattern.exec(text);
  if (year !== null) return yearToken(at, year);
  monthRange.lastIndex = at;
  const range = monthRange.exec(text);
  if (range !== null) return { kind: "date", start: at, end: at + range[0].length, isYearEnd: /^1\D{1,3}12月/.test(range[0]) };
  datePattern.lastIndex = at;
  const date = datePattern.exec(text);
  if (date === null) return undefined;
  return { kind: "date", start: at, end: at + date[0].length, isYearEnd: isEdgeOfYear(text, at, date) };
}

const upTo = /(?:截[至止]|至|到)(?:\d{4}年)?$/;
const longestUpTo = 7;

/** 1月1日, 12月31日, 截至12月, 12月底; 12月收到5件 is of that month only. */
function isEdgeOfYear(text: string, at: number, [whole, month, day]: RegExpExecArray): boolean {
  if (month === "1") return day === "1";
  if (month !== "12") return false;
  if (day !== undefined) return day === "31";
  return upTo.test(text.slice(Math.max(0, at - longestUpTo), at)) || /^[底末]/.test(text.slice(at + whole.length, at + whole.length + 1));
}

/** 2023年结转 is last year's, 结转2025年 is part of the verb; both are read by the sentence, not here. */
function yearToken(at: number, match: RegExpExecArray): Token {
  const digits = [...(match[1] ?? "")].map((character) => ("〇○零".includes(character) ? 0 : "一二三四五六七八九".includes(character) ? "一二三四五六七八九".indexOf(character) + 1 : Number(character)));
  return { kind: "year", start: at, end: at + match[0].length, year: Number(digits.join("")) };
}

function numberToken(text: string, at: number, isThousandsMark: (at: number) => boolean): Token | undefined {
  const number = mayBeginNumber(text.charCodeAt(at)) ? numberAt(text, at, isThousandsMark) : undefined;
  if (number === undefined) return undefined;
  units.lastIndex = number.end;
  const found = number.kind === "count" ? units.exec(text)?.[0] : undefined;
  const behind = number.end + (found?.length ?? 0);
  const isChinese = text.charCodeAt(at) > 0x3000;
  if (!isAmount(text, at, number, behind, found, isChinese)) return isChinese ? undefined : { kind: "unknown", start: at, end: number.end };
  return { kind: "number", start: at, end: behind, number: exactnessBehind(text, behind, number), unit: found };
}

const numerals = codesOf("零〇○一二三四五六七八九十百千两");

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

function mayBeginNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || numerals.has(code);
}

function isAmount(text: string, at: number, number: NumberReading, behind: number, unit: string | undefined, isChinese: boolean): boolean {
  if (beforeNumber.test(text.slice(Math.max(0, at - 1), at))) return false;
  if (number.kind !== "count") return true;
  afterNumber.lastIndex = number.end;
  if (afterNumber.test(text)) return false;
  if (unit === undefined) return !isChinese;
  return !otherThing.test(text.slice(behind, behind + 3));
}

function exactnessBehind(text: string, behind: number, number: NumberReading): NumberReading {
  return /^(?:左右|以上|以下|以内|上下|之多|多|余)/.test(text.slice(behind, behind + 2)) ? { ...number, exactness: "approximate" } : number;
}
