import { matchesIn } from "../text/matches.js";
import type { Span } from "../text/span.js";
import { proseOf, sentenceAround, type ProseLine } from "./prose.js";
import type { Report } from "./report.js";

/** A year or a deadline that the report sets for what is still to be done: 下一步…确保2018年10月底前完成, 2018年，我们将进一步…. */
export interface PlannedDeadline {
  readonly year: number;
  readonly span: Span;
  readonly digits: Span;
}

const deadline = /(?:确保|力争|争取|计划|拟|将)(?:在|于|到)?(\d{4})年(?:年?底|末|上半年|下半年|\d{1,2}月(?:\d{1,2}日|底|末|中旬|上旬|下旬|份)?)(?:之?前|以前)/g;
const planHeading = /下一步|改进措施|打算|计划|思路|工作安排|努力方向|工作重点/;
const planWords = /下一步|下一阶段|下阶段|今后/;
/** Then it is told what was demanded or done in the year, not what is still to come. */
const past = /已|了|曾|要求|督促|责令|部署|印发/;

export function plannedDeadlines(report: Report): PlannedDeadline[] {
  let isPlanned = false;
  return proseOf(report).flatMap((line) => {
    if (line.block.kind === "heading") isPlanned = planHeading.test(line.folded) && !/问题/.test(line.folded);
    return [...deadlinesIn(line, isPlanned), ...planned(line)];
  });
}

/** A sentence that begins with the year and says what will be done: 将 may also be 把, so that only what cannot be an object counts. */
const intention = /(?<=^|[。;])(\d{4})年(?:度|里)?,?[^,。;\d]{0,12}?将(?:进一步|采取|着力|重点(?:从|围绕|做好|抓好)|从(?:以下|下列)|不断|努力|切实|坚持|继续(?:加强|加大|完善|推进|做好|深化|按照|以))/g;
const asObject = /作为|列为|列入|纳入|融入|视为|当作|摆在/;

function planned(line: ProseLine): PlannedDeadline[] {
  return [...matchesIn(line.folded, intention)].flatMap((match): PlannedDeadline[] => {
    const end = match.index + match[0].length;
    if (line.isQuoted(match.index) || asObject.test(sentenceAround(line, match.index, end).text)) return [];
    return [{ year: Number(match[1]), span: line.span(match.index, match.index + 5), digits: line.span(match.index, match.index + 4) }];
  });
}

function deadlinesIn(line: ProseLine, isPlanned: boolean): PlannedDeadline[] {
  return [...matchesIn(line.folded, deadline)].flatMap((match): PlannedDeadline[] => {
    const { index } = match;
    const isFuture = isPlanned || planWords.test(line.folded.slice(Math.max(0, index - 400), index));
    if (!isFuture || line.isQuoted(index) || past.test(sentenceAround(line, index, index + match[0].length).text.replace("为了", ""))) return [];
    const at = index + match[0].indexOf(match[1] ?? "");
    return [{ year: Number(match[1]), span: line.span(at, index + match[0].length), digits: line.span(at, at + 4) }];
  });
}
