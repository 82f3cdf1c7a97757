import { LineIndex, ruleInfos, type Finding, type Fix, type Language, type Position, type Related } from "../../core/index.js";
import { say, type Words } from "../words.js";
import type { Checked } from "./checked.js";
import type { Paint, Style } from "./colors.js";
import { excerpt } from "./excerpt.js";
import { printable } from "./glyphs.js";

/** How the text format is to look. */
export interface TextStyle {
  readonly paint: Paint;
  readonly isColored: boolean;
  readonly columns: number;
  /** Errors only, no notes. */
  readonly isQuiet: boolean;
}

const severityWords: Readonly<Record<Finding["severity"], Words>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  information: { zh: "提示", en: "information" },
  hint: { zh: "建议", en: "hint" },
};
const severityStyles: Readonly<Record<Finding["severity"], Style>> = { error: "red", warning: "yellow", information: "cyan", hint: "cyan" };

/** All that is said of one draft: notes, then each finding with its line, its related places and its fixes. */
export function renderText(checked: Checked, style: TextStyle): string {
  const { analysis } = checked;
  const lines = new LineIndex(analysis.report.source);
  const shown = style.isQuiet ? analysis.findings.filter(({ severity }) => severity === "error") : analysis.findings;
  const notes = style.isQuiet ? [] : notesOf(checked).map((note) => `${printable(checked.name)}: ${style.paint("dim", say(note, analysis.language))}\n`);
  return [...notes, ...shown.map((finding) => `${findingLines(checked, finding, lines, style).join("\n")}\n\n`)].join("");
}

const encodingNames = { "utf-8": "UTF-8", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE", gb18030: "GB18030" } as const;

function notesOf({ analysis, encoding }: Checked): readonly Words[] {
  const name = encodingNames[encoding.name];
  const inOtherEncoding = { zh: `文件编码是 ${name}，已按此读取；修改后仍写回 ${name}`, en: `the file is in ${name}; it is read as that and fixes keep it` };
  return [...(encoding.name === "utf-8" ? [] : [inOtherEncoding]), ...(analysis.report.isReport ? [] : [noReport()])];
}

/** Without a report only the rules about the document as a whole have been applied, if they are on. */
function noReport(): Words {
  const codes = ruleInfos.filter(({ scope }) => scope === "document").map(({ code }) => code);
  return { zh: `看不出这是政府信息公开工作年度报告，除 ${codes.join("、")} 外，其余规则都没有检查`, en: `nothing shows that this is such a report; no rule but ${codes.join(", ")} was applied` };
}

function findingLines(checked: Checked, finding: Finding, lines: LineIndex, style: TextStyle): string[] {
  const { analysis, fixes, name } = checked;
  return [
    headline(name, finding, lines, analysis.language, style.paint),
    ...sourceLines(finding, lines, style),
    ...finding.related.map((related) => relatedLine(name, related, lines, analysis.language)),
    ...(fixes.get(finding) ?? []).map((fix) => fixLine(fix, analysis.language, style.paint)),
  ];
}

function headline(name: string, finding: Finding, lines: LineIndex, language: Language, paint: Paint): string {
  const severity = paint(severityStyles[finding.severity], severityWords[finding.severity][language]);
  return `${paint("bold", place(name, lines.position(finding.span.start)))}: ${severity}: ${printable(finding.message)} ${paint("dim", `[${finding.code}]`)}`;
}

/** `a.md:42:3`, counted from 1, as editors and terminals jump to it. */
function place(name: string, { line, character }: Position): string {
  return `${printable(name)}:${line + 1}:${character + 1}`;
}

/** The line with its range marked: underlined where colours are on, which fits under any font, by carets otherwise. */
function sourceLines({ span, severity }: Finding, lines: LineIndex, { paint, isColored, columns }: TextStyle): string[] {
  const { start, end } = lines.range(span);
  const line = lines.lineText(start.line);
  const { before, marked, after, indent, width } = excerpt(line, start.character, end.line === start.line ? end.character : line.length, columns);
  const gutter = `${start.line + 1}`.padStart(6);
  const style = severityStyles[severity];
  if (isColored && width > 0) return [`${paint("dim", `${gutter} |`)} ${before}${paint(style, paint("underline", marked))}${after}`];
  return [`${paint("dim", `${gutter} |`)} ${before}${marked}${after}`, `${" ".repeat(gutter.length)} | ${" ".repeat(indent)}${paint(style, "^".repeat(Math.max(1, width)))}`];
}

function relatedLine(name: string, { span, message, elsewhere }: Related, lines: LineIndex, language: Language): string {
  const at = elsewhere === undefined ? place(name, lines.position(span.start)) : place(elsewhere.file, elsewhere.range.start);
  return `${" ".repeat(9)}${say({ zh: "相关", en: "see" }, language)} ${at}: ${printable(message)}`;
}

function fixLine({ title, safety }: Fix, language: Language, paint: Paint): string {
  const kind = safety === "safe" ? { zh: "可自动修改", en: "fix" } : { zh: "可选修改", en: "possible fix" };
  return `${" ".repeat(9)}${paint("green", say(kind, language))}: ${printable(title)}`;
}
