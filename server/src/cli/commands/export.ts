import { realpathSync } from "node:fs";
import { basename, resolve } from "node:path";
import { nodeBundles } from "../../bundles/node.js";
import { lazyDocx } from "../../docx/lazy.js";
import { htmlPage } from "../../export/html.js";
import { fileNameOf, printedReport, shortcomingsOf, type PrintedReport, type Shortcomings } from "../../export/printed.js";
import type { Arguments } from "../arguments.js";
import { converter } from "../converter.js";
import type { Source } from "../input/sources.js";
import { about } from "../input/systemProblem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { say, UserError, type Words } from "../words.js";
import { eachDraft } from "./eachDraft.js";
import { pathIn, writeFile } from "./reportFile.js";
import { languageOf } from "./shared.js";

type Target = "html" | "docx";

const writeDocx = lazyDocx(nodeBundles());

/** Writes reports as web pages or Word files. Faults of a draft are told and do not keep it back. */
export async function exportReports(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const delivery: Delivery = { to: targetOf(args), args, terminal, written: new Set() };
  const output = outputOf(args, delivery.to);
  const { problems } = await eachDraft("export --to docx", args, terminal, async (draft, analysis, told) => {
    const { source, decoded, options } = draft;
    if (!analysis.report.isReport) throw new UserError(about(source.name, { zh: "看不出是政府信息公开工作年度报告，没有导出", en: "nothing shows that this is such a report; it was not exported" }));
    told.tell(draft.problems);
    const checked = { text: decoded.text, analysis, options };
    const report = printedReport(checked, converter);
    deliver(await contentOf(report, delivery.to), pathFor(source, report, output, delivery), delivery);
    tellOf(source, shortcomingsOf(checked), delivery);
  });
  return problems.any ? 2 : 0;
}

interface Delivery {
  readonly to: Target;
  readonly args: Arguments;
  readonly terminal: Terminal;
  /** Whole paths, so that no report of a run takes the place of another one. */
  readonly written: Set<string>;
}

function targetOf({ values }: Arguments): Target {
  const to = values.get("to");
  if (to === "html" || to === "docx") return to;
  throw new UserError({ zh: "请用 --to 说明导出成什么：--to docx（Word）或 --to html（网页）", en: "say with --to what to export to: --to docx (Word) or --to html (web page)" });
}

/** Undefined: beside the draft. What comes from standard input goes to standard output, but a Word file would only garble a terminal. */
function outputOf({ operands, values }: Arguments, to: Target): string | undefined {
  const output = values.get("output") ?? (operands.includes("-") ? "-" : undefined);
  if (output === "-" && to === "docx") throw new UserError({ zh: "Word 文件不能写到标准输出，请用 --output 给出文件", en: "a Word file cannot go to standard output; name a file with --output" });
  return output;
}

async function contentOf(report: PrintedReport, to: Target): Promise<string | Uint8Array> {
  return to === "html" ? htmlPage(report) : Buffer.from(await writeDocx(report), "base64");
}

function pathFor(source: Source, report: PrintedReport, output: string | undefined, { to, written }: Delivery): string {
  if (output === "-") {
    if (written.size > 0) throw new UserError(about(source.name, { zh: "标准输出只能写一份报告，没有导出；请用 --output 给一个文件夹", en: "standard output takes one report only; name a folder with --output" }));
    return output;
  }
  // What comes from standard input without a name is named as the report is.
  const name = source.bytes !== undefined && source.name.startsWith("<") ? fileNameOf(report, to) : withExtension(source.name, to);
  const path = output === undefined ? name : pathIn(output, basename(name));
  if (written.has(resolve(path))) throw new UserError(about(source.name, { zh: `${path} 已经是另一份报告，没有导出；请用 --output 另给文件，或给一个文件夹`, en: `${path} already holds another report; name another file or a folder with --output` }));
  if (source.bytes === undefined && isSameFile(path, source.name)) throw new UserError(about(source.name, { zh: "导出的文件会盖掉草稿，请用 --output 另给文件", en: "the exported file would replace the draft; name another one with --output" }));
  return path;
}

/** 报告.md becomes 报告.docx, and so does 报告.nianbao.md. */
function withExtension(name: string, to: Target): string {
  return `${name.replace(/(?:\.nianbao)?\.(?:md|txt|nianbao|html?)$/i, "")}.${to}`;
}

function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    // There is no such file yet.
    return false;
  }
}

function deliver(content: string | Uint8Array, path: string, { args, terminal, written }: Delivery): void {
  if (path === "-") {
    terminal.out(content);
    written.add(path);
    return;
  }
  writeFile(path, content, args.values.has("force") ? "replace" : "keepUnlessForced");
  written.add(resolve(path));
  terminal.out(`${say({ zh: `已导出 ${path}`, en: `${path} written` }, languageOf(args) ?? "zh")}\n`);
}

/** What went out with the report, and what did not. */
function tellOf({ name, bytes }: Source, { problems, unplaced, uncertain }: Shortcomings, { args, terminal }: Delivery): void {
  const check = `nianbao check ${bytes === undefined ? name : "-"}`;
  const warnings: Words[] = [
    ...(problems.error === 0 ? [] : [{ zh: `还有 ${problems.error} 处错误，已照原样导出；用 ${check} 查看`, en: `went out with ${problems.error} errors; see ${check}` }]),
    ...(unplaced.length === 0 ? [] : [{ zh: `表中有 ${unplaced.length} 格在格式里没有位置，没有导出：${unplaced.join("、")}`, en: `${unplaced.length} cells of the tables have no place in the form and were left out: ${unplaced.join(", ")}` }]),
    ...(uncertain.length === 0 ? [] : [{ zh: `表中有 ${uncertain.length} 格看不出是哪一栏的数，没有导出：${uncertain.join("、")}`, en: `${uncertain.length} cells of the tables were left out, since which column they belong to cannot be told: ${uncertain.join(", ")}` }]),
  ];
  for (const words of warnings) terminal.err(`nianbao: ${say(about(name, words), languageOf(args) ?? "zh")}\n`);
}
