// A title that stands on several lines, each of which may be parted from the next by blank ones:
// 云溪县石桥镇 / 2024年政府 / 信息公开工作年度报告.
import { isOrganName } from "./organ.js";
import type { Title } from "./report.js";
import { endsAsTitle, readTitle, yearBehind } from "./titleName.js";
import { longestTitle, type Stretch } from "./titleStretch.js";

/** The lines that the phrase 政府信息公开工作年度报告 is broken over; organ and year may stand above them. */
const mostLines = 3;

/**
 * @param above the lines before the last one, the nearest first
 * @param below the line behind it, on which some have the year: （2024年度）
 * @returns undefined where nothing of them makes a title
 */
export function joinedTitle(last: Stretch, above: readonly Stretch[], below: Stretch | undefined): Title | undefined {
  const phrase = linesOfPhrase(last, above);
  if (phrase === undefined) return undefined;
  let lines = phrase;
  for (const next of above.slice(phrase.length - 1)) {
    if (!goesOn(next.folded, wordsOf(lines))) break;
    lines = [next, ...lines];
  }
  if (below !== undefined && yearBehind.exec(below.folded)?.index === 0 && readTitle(wordsOf(lines)).year === undefined) lines = [...lines, below];
  const title = titleOf(lines);
  // 政府信息公开 / 年度报告 on lines of their own lead to other pages.
  return phrase.length > 1 && title?.year === undefined && title?.organ === undefined ? undefined : title;
}

function titleOf(lines: readonly Stretch[]): Title | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  const words = wordsOf(lines);
  if (first === undefined || last === undefined || words.length > longestTitle) return undefined;
  return { span: { start: first.span.start, end: last.span.end }, lines: lines.map(({ span }) => span), ...readTitle(words) };
}

function linesOfPhrase(last: Stretch, above: readonly Stretch[]): readonly Stretch[] | undefined {
  let lines: readonly Stretch[] = [last];
  for (const next of [undefined, ...above.slice(0, mostLines - 1)]) {
    if (next !== undefined && endsAsTitle(next.folded)) return undefined;
    if (next !== undefined) lines = [next, ...lines];
    if (endsAsTitle(wordsOf(lines))) return lines;
  }
  return undefined;
}

function wordsOf(lines: readonly Stretch[]): string {
  return lines.map(({ folded }) => folded).join("");
}

const year = "(?:\\d{4}|[二〇○零一三四五六七八九]{4})";
const yearAlone = new RegExp(`^(?:${year}年度?(?:政府)?|20\\d\\d)$`);
const organAndYear = new RegExp(`^(.{2,40}?)${year}年度?(?:政府)?$`);
/** 云溪县人民 / 政府2024年…, 云溪县人民政府 / 办公室2024年…: the end of a name, which names nobody alone. */
const endOfName = new RegExp(`^(?:(?:人民)?政府|办公室|办公厅|办事处|委员会|管理委员会|管委会|管理局|服务中心)(?=${year}年)`);

/** Whether the line above belongs to a title of which these words are known. */
function goesOn(above: string, words: string): boolean {
  if (endsAsTitle(above)) return false;
  if (words.startsWith("府信息公开") || words.startsWith("年")) return /(?:政|\d{4})$/.test(above);
  const name = readTitle(words);
  if (name.year === undefined && yearAlone.test(above)) return true;
  const end = endOfName.exec(words)?.[0];
  if (end !== undefined) return isOrganName(above + end);
  if (name.organ !== undefined) return false;
  const organ = name.year === undefined ? organAndYear.exec(above)?.[1] : undefined;
  return isOrganName(organ ?? above.replace(/关于$/, "")) || (organ !== undefined && above.endsWith("政府"));
}
