// Documents that nearly every report cites, with the number that each bears: a title with another number is a slip in one of the two.
import { issuerOf, type DocumentNumber } from "../../report/documentNumbers.js";
import { proseOf, sentenceAround, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import { matchesIn } from "../../text/matches.js";

interface KnownDocument {
  /** How its title ends before the number, folded; provinces pass it on under numbers of their own. */
  readonly ending: RegExp;
  readonly title: string;
  readonly sign: string;
  readonly year: string;
  readonly serial: string;
}

const office = "国办公开办函";
const documents: readonly KnownDocument[] = [
  { ending: /信息公开工作年度报告格式[》>〉]*(?:的通知)?[》>〉]*\(?$/, title: "中华人民共和国政府信息公开工作年度报告格式", sign: office, year: "2021", serial: "30" },
  { ending: /关于政府信息公开(?:工作)?年度报告有关事项的通知[》>〉]*\(?$/, title: "关于政府信息公开工作年度报告有关事项的通知", sign: office, year: "2019", serial: "60" },
  { ending: /关于规范政府信息公开平台有关事项的通知[》>〉]*\(?$/, title: "关于规范政府信息公开平台有关事项的通知", sign: office, year: "2019", serial: "61" },
];

export interface OtherNumber {
  readonly title: string;
  readonly cited: string;
  readonly right: string;
}

/** No title ends farther from its number. */
const reach = 40;

/** What is wrong with the number of a known document; undefined where it is right or the document is not known. */
export function otherNumber(number: DocumentNumber): OtherNumber | undefined {
  const sign = issuerOf(number);
  const before = number.line.folded.slice(Math.max(0, number.at - sign.length - reach), number.at - sign.length);
  const known = isOfState(sign) ? documents.find((document) => (isMisspelt(sign) && isSame(document, number)) || document.ending.test(before)) : undefined;
  if (known === undefined || (sign === known.sign && isSame(known, number))) return undefined;
  return { title: known.title, cited: `${sign}〔${number.year}〕${number.serial}号`, right: `${known.sign}〔${known.year}〕${known.serial}号` };
}

function isOfState(sign: string): boolean {
  return sign.startsWith("国办") || sign.startsWith("国公开办");
}

/** 国办公开函, 国办公开办: no office has such a sign, so that year and serial tell what is meant. */
function isMisspelt(sign: string): boolean {
  return sign !== office && /公开/.test(sign);
}

function isSame({ year, serial }: KnownDocument, number: DocumentNumber): boolean {
  return number.year === year && number.serial.replace(/^0+/, "") === serial;
}

/** The decree that the Regulations were published by: 第492号 in 2007, 第711号 as they were revised in 2019. */
export interface WrongDecree {
  readonly line: ProseLine;
  readonly start: number;
  readonly end: number;
  readonly right: string;
}

const decree = /政府信息公开条例》?\(?(?:中华人民共和国)?国务院(?:令第(\d{2,4})号|第(\d{2,4})号令)/g;
const former = "492";
const revised = "711";
/** Then the decree of the other version is meant. */
const ofFormer = /原|旧|修订前|废止|2007年|2008年|同时/;

export function wrongDecrees(report: Report): readonly WrongDecree[] {
  // A draft whose year nobody knows is judged by the newest form, and may be of any.
  if (report.year === undefined) return [];
  const right = report.edition.title === undefined ? former : revised;
  return proseOf(report).flatMap((line) =>
    [...matchesIn(line.folded, decree)].flatMap((match): WrongDecree[] => {
      const found = match[1] ?? match[2] ?? "";
      const isOtherVersion = found === revised || (found === former && ofFormer.test(sentenceAround(line, match.index, match.index).text));
      if (found === right || isOtherVersion) return [];
      const start = match.index + match[0].lastIndexOf(found);
      return [{ line, start, end: start + found.length, right }];
    }),
  );
}
