// What a title says, once its words are known: whether it is that of such a report, and of whom and of which year.
import { fold } from "../text/fold.js";
import { yearOf } from "../text/numerals.js";
import { slice, type Span } from "../text/span.js";
import type { Title } from "./report.js";

/** A title as it is read. */
export interface TitleName {
  /** Folded, without a number of the document before it. */
  readonly folded: string;
  readonly organ: string | undefined;
  readonly year: number | undefined;
}

const ending = /^.*(?:信息公开|政务公开)(.{0,16}?)(?:年度报告|年报|报告)(?:\([^()]{1,12}\))?$/;
/** What may stand between 信息公开 and 报告. A 第三方评估报告 is another text. */
const between = /工作|情况|年度|总结|执行|实施|贯彻|落实|条例|政务公开|政府|信息公开|[12]\d{3}|[的年度和与及暨、()《》]/g;
/** 关于做好2024年政府信息公开工作年度报告 goes on as a notice does: 编制工作的通知. */
const notice = /关于(?:认真|切实|进一步|扎实)?(?:做好|报送|编制|编写|印发|开展|转发|填报|公布|发布|加强|规范)/;
/** How sentences begin that end on the report's name: 现公布…. */
const sentence = /^(?:现[将向公发]|根据|按照|依据|为贯彻|为做好|本报告|特向|以下|兹)/;

/** Whether folded words end as the title of such a report does. */
export function endsAsTitle(folded: string): boolean {
  if (!folded.includes("公开")) return false;
  const middle = ending.exec(folded)?.[1];
  return middle !== undefined && middle.replace(between, "") === "" && !/[。;!,]/.test(folded) && !notice.test(folded) && !sentence.test(folded);
}

/** Of the lines of a title the one that ends as a title does, else the last: （2024年度） may stand below it. */
export function headingLineOf(text: string, { lines, span }: Title): Span {
  return lines.findLast((line) => endsAsTitle(fold(slice(text, line)))) ?? lines.at(-1) ?? span;
}

/** 云教〔2025〕3号 before a title: its year is the document's. */
const documentNumber = /^[^年]{0,16}[[〔(【]\d{4}[\]〕)】]第?\d{1,4}号/;
const namedYear = /([12][09]\d\d|[二〇○零一三四五六七八九]{4})年度?/;
const bareYear = /(?<!\d)(20\d\d)(?!\d)/;

/** 云溪县教育局政府信息公开工作年度报告（2024年度） */
export const yearBehind = /\((?:\d{4}|[二〇○零一三四五六七八九]{4})年度?\)$/;

/** Reads folded words that end as a title does. A school year (2023-2024学年) is no year of such a report. */
export function readTitle(words: string): TitleName {
  const folded = words.replace(documentNumber, "");
  if (folded.includes("学年")) return { folded, year: undefined, organ: organIn(folded.replace(/\d.*$/, "")) };
  const match = namedYear.exec(folded) ?? bareYear.exec(folded);
  const year = match === null ? undefined : yearOf(match[1] ?? "");
  const behind = yearBehind.exec(folded);
  if (match === null || behind !== null) return { folded, year, organ: organIn(beforePhrase(folded.slice(0, behind?.index))) };
  const before = organIn(beforePhrase(folded.slice(0, match.index)));
  return { folded, year, organ: before ?? organIn(beforePhrase(folded.slice(match.index + match[0].length))) };
}

/** What stands before 政府信息公开工作年度报告, or before the part of it that the year has cut off. 政府 behind 人民 belongs to both. */
function beforePhrase(folded: string): string {
  for (const { 0: phrase, index } of folded.matchAll(/(?:政府)?(?:信息公开|政务公开)/g)) {
    const rest = folded.slice(index + phrase.length).replace(/(?:报告|年报)(?:\([^()]{1,12}\))?$/, "");
    if (rest.replace(between, "") === "") return folded.slice(0, index) + (folded.slice(0, index).endsWith("人民") ? "政府" : "");
  }
  return folded.replace(/(?:年度)?(?:工作)?(?:报告|年报)$/, "");
}

/** A name without what leads up to it; undefined where no name is left. */
function organIn(words: string): string | undefined {
  const name = words.slice(words.search(/[^:>@|_/】\]]*$/)).replace(/^[A-Za-z\d\s.\-—]+/, "");
  const organ = balanced(name).replace(/^(?:关于|现将)/, "").replace(/(?:关于|年度|的|、)$/, "");
  return /[\u4e00-\u9fff]/.test(organ) && !nobody.test(organ) ? organ : undefined;
}

/** A form that is to be filled in, or words that name nobody. */
const nobody = /^(?:\(?(?:单位|机关|部门)(?:名称)?\)?|(?:人民)?政府|政务|政府政务|本(?:机关|级|年度?)|年度?|度|[xX×某]+)$/;

/** 云溪县委(县政府)办公室 keeps its brackets; one that (2024年度)云溪县 has left over goes, and so do 《》. */
function balanced(words: string): string {
  const plain = words.replace(/[《》"]/g, "");
  return /^[^()]*(?:\([^()]+\)[^()]*)*$/.test(plain) ? plain : plain.replace(/[()]/g, "");
}
