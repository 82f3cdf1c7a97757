import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { wholeNumber, type Arguments } from "../arguments.js";
import { checkAll } from "../check/checkAll.js";
import { addCounts, noCounts, type Counts, type Outcome } from "../check/outcome.js";
import type { CheckFormat, CheckSettings } from "../check/settings.js";
import { summary } from "../check/summary.js";
import { gatherSources } from "../input/gather.js";
import type { Source } from "../input/sources.js";
import { wantsColor } from "../output/colors.js";
import type { PageEntry } from "../output/html/entry.js";
import { printable } from "../output/glyphs.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { say, UserError } from "../words.js";
import { chosenBy, fruitless, languageOf, Problems } from "./shared.js";

/** Below this the threads cost more than they give: each loads the bundle and warms up on its own. */
const bytesWorthThreads = 20_000_000;

export async function check(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const settings = settingsOf(args, terminal);
  const jobs = wholeNumber(args, "jobs", 1);
  const maxWarnings = wholeNumber(args, "max-warnings", 0) ?? Infinity;
  if (settings.fixes && args.operands.includes("-")) throw new UserError({ zh: "标准输入不能用 check --fix 修改，请用 nianbao fix -", en: "standard input cannot be fixed by check --fix; use nianbao fix -" });
  const found = await gatherSources(args, "check", terminal);
  const run = new Run(settings, new Problems(languageOf(args), terminal), terminal);
  run.begin();
  run.problems.tell(found.problems);
  await checkAll(found.sources, settings, jobs ?? threadsFor(found.sources), (outcome, source) => run.take(outcome, source));
  run.problems.tell(fruitless(found, run.fruitful));
  await run.end();
  return run.exitCode(maxWarnings);
}

function settingsOf(args: Arguments, terminal: Terminal): CheckSettings {
  const { values } = args;
  return {
    ...chosenBy(args),
    format: (values.get("format") ?? "text") as CheckFormat,
    config: values.get("config"),
    fixes: values.has("fix"),
    isColored: wantsColor(values.get("color"), terminal),
    isQuiet: values.has("quiet"),
    columns: Math.max(40, (terminal.columns ?? 110) - 10),
  };
}

function threadsFor(sources: readonly Source[]): number {
  const bytes = sources.reduce((sum, { name }) => sum + (statSync(name, { throwIfNoEntry: false })?.size ?? 0), 0);
  return bytes < bytesWorthThreads ? 1 : availableParallelism();
}

/** What one `nianbao check` has come to so far, written out as it comes. */
class Run {
  readonly fruitful = new Set<string>();
  private readonly entries: PageEntry[] = [];
  private counts: Counts = noCounts;
  private files = 0;

  constructor(private readonly settings: CheckSettings, readonly problems: Problems, private readonly terminal: Terminal) {}

  begin(): void {
    if (this.settings.format === "json") this.terminal.out("[");
  }

  take(outcome: Outcome, { foundThrough }: Source): void {
    for (const line of outcome.log) this.terminal.err(`nianbao: ${printable(line)}\n`);
    this.problems.tell(outcome.problems);
    if (outcome.kind !== "checked") return;
    for (const path of foundThrough) this.fruitful.add(path);
    if (this.settings.format === "html") this.entries.push(JSON.parse(outcome.output) as PageEntry);
    else this.terminal.out(this.framed(outcome.output));
    this.counts = addCounts(this.counts, outcome.counts);
    this.files++;
  }

  async end(): Promise<void> {
    if (this.settings.format === "html") this.terminal.out((await import("../output/html/page.js")).renderPage(this.entries, this.settings.language ?? "zh"));
    if (this.settings.format === "json") this.terminal.out(this.files === 0 ? "]\n" : "\n]\n");
    if (this.settings.format === "text" && this.files > 0 && !this.settings.isQuiet) this.terminal.out(`${say(summary(this.files, this.counts), this.settings.language ?? "zh")}\n`);
  }

  exitCode(maxWarnings: number): ExitCode {
    if (this.problems.any) return 2;
    return this.counts.error > 0 || this.counts.warning > maxWarnings ? 1 : 0;
  }

  private framed(output: string): string {
    if (this.settings.format === "ndjson") return `${output}\n`;
    if (this.settings.format === "json") return `${this.files === 0 ? "\n" : ",\n"}${output}`;
    return output;
  }
}
