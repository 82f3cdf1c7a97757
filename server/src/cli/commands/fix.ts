import { fixAll } from "../../core/index.js";
import type { Arguments } from "../arguments.js";
import { converter } from "../converter.js";
import type { Draft } from "../input/draft.js";
import { about } from "../input/systemProblem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { say, type Words } from "../words.js";
import { deliver, showChanges } from "./delivery.js";
import { eachDraft } from "./eachDraft.js";
import { languageOf, type Problems } from "./shared.js";

export async function fix(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { problems } = await eachDraft("fix", args, terminal, (draft, _analysis, told) => fixDraft(draft, args, told, terminal));
  return problems.any ? 2 : 0;
}

async function fixDraft(draft: Draft, args: Arguments, problems: Problems, terminal: Terminal): Promise<void> {
  // Where the configuration is broken nothing is changed: the user may have switched off what we would change.
  if (draft.problems.length > 0) return problems.tell(draft.problems);
  const isDryRun = args.values.has("dry-run");
  const { text, applied } = fixAll(draft.decoded.text, draft.options, converter);
  const problem = isDryRun ? await showChanges(draft, text, terminal) : deliver(draft, text, terminal);
  if (problem !== undefined) return problems.tell([problem]);
  const sentence = `${say(report(draft.source.name, applied, isDryRun), languageOf(args) ?? "zh")}\n`;
  // Standard output may be the diff or the fixed draft itself.
  if (isDryRun || draft.source.bytes !== undefined) terminal.err(sentence);
  else terminal.out(sentence);
}

function report(name: string, applied: number, isDryRun: boolean): Words {
  if (applied === 0) return about(name, { zh: "没有可以自动修改的地方", en: "nothing to fix" });
  return about(name, isDryRun ? { zh: `可以自动修改 ${applied} 处`, en: `${applied} safe fixes` } : { zh: `自动修改了 ${applied} 处`, en: `${applied} safe fixes applied` });
}
