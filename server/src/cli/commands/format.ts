import { applyEdits, formatEdits, type Report } from "../../core/index.js";
import { displayWidth } from "../../display/width.js";
import type { Arguments } from "../arguments.js";
import type { Draft } from "../input/draft.js";
import { about } from "../input/systemProblem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { say, type Words } from "../words.js";
import { deliver, showChanges } from "./delivery.js";
import { eachDraft } from "./eachDraft.js";
import { languageOf, type Problems } from "./shared.js";

type Mode = "write" | "show" | "check";

/** Aligns tables and sets headings as the form has them. With --check nothing is written, and 1 says that something would be. */
export async function format(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const mode: Mode = args.values.has("check") ? "check" : args.values.has("dry-run") ? "show" : "write";
  let unformatted = 0;
  const { problems } = await eachDraft("format", args, terminal, async (draft, analysis, told) => {
    unformatted += await formatDraft(draft, formatted(draft.decoded.text, analysis.report), { mode, args, problems: told, terminal });
  });
  if (problems.any) return 2;
  return mode === "check" && unformatted > 0 ? 1 : 0;
}

interface Run {
  readonly mode: Mode;
  readonly args: Arguments;
  readonly problems: Problems;
  readonly terminal: Terminal;
}

interface Formatted {
  readonly text: string;
  /** How many lines change. */
  readonly lines: number;
}

function formatted(text: string, report: Report): Formatted {
  const edits = report.isReport ? formatEdits(report, displayWidth) : [];
  return { text: applyEdits(text, edits), lines: edits.length };
}

/** @returns 1 if the draft was not formatted, 0 if it was */
async function formatDraft(draft: Draft, { text, lines }: Formatted, { mode, args, problems, terminal }: Run): Promise<number> {
  const problem = mode === "check" ? undefined : mode === "show" ? await showChanges(draft, text, terminal) : deliver(draft, text, terminal);
  if (problem !== undefined) problems.tell([problem]);
  else tell(draft, say(summary(draft.source.name, lines, mode), languageOf(args) ?? "zh"), mode, terminal);
  return lines > 0 ? 1 : 0;
}

/** Standard output may be the diff or the formatted draft itself. */
function tell({ source }: Draft, sentence: string, mode: Mode, terminal: Terminal): void {
  const isTaken = mode === "show" || (mode === "write" && source.bytes !== undefined);
  if (isTaken) terminal.err(`${sentence}\n`);
  else terminal.out(`${sentence}\n`);
}

function summary(name: string, lines: number, mode: Mode): Words {
  if (lines === 0) return about(name, { zh: "格式已经整齐", en: "nothing to format" });
  return about(name, mode === "write" ? { zh: `整理了 ${lines} 行`, en: `${lines} lines formatted` } : { zh: `有 ${lines} 行需要整理`, en: `${lines} lines to format` });
}
