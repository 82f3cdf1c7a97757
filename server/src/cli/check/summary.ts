import type { Words } from "../words.js";
import type { Counts } from "./outcome.js";

/** The last line of the text format. */
export function summary(files: number, counts: Counts): Words {
  const fixed = counts.fixed === 0 ? { zh: "", en: "" } : { zh: `已自动修改 ${counts.fixed} 处。`, en: ` ${counts.fixed} ${plural(counts.fixed, "place")} fixed.` };
  const found = isClean(counts) ? { zh: `检查了 ${files} 份报告，没有发现问题。`, en: `${files} ${plural(files, "report")} checked, nothing found.` } : foundWords(files, counts);
  return { zh: found.zh + fixed.zh, en: found.en + fixed.en };
}

function isClean({ error, warning, information, hint }: Counts): boolean {
  return error + warning + information + hint === 0;
}

function foundWords(files: number, { error, warning, information, hint, fixable }: Counts): Words {
  const notes = information + hint;
  return {
    zh: `检查了 ${files} 份报告：错误 ${error}，警告 ${warning}，提示 ${notes}。${fixable === 0 ? "" : `其中 ${fixable} 处可以用 nianbao fix 自动修改。`}`,
    en: `${files} ${plural(files, "report")} checked: ${error} ${plural(error, "error")}, ${warning} ${plural(warning, "warning")}, ${notes} ${plural(notes, "note")}.${fixable === 0 ? "" : ` ${fixable} can be fixed with nianbao fix.`}`,
  };
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
