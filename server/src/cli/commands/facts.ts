import type { Arguments } from "../arguments.js";
import type { Sources } from "../input/sources.js";
import { explainedFacts, factsResult } from "../output/facts.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { eachDraft } from "./eachDraft.js";

export async function facts(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const results: object[] = [];
  const resultOf = args.values.has("explain") ? explainedFacts : factsResult;
  const { found, problems } = await eachDraft("facts", args, terminal, (draft, analysis, told) => {
    told.tell(draft.problems);
    results.push(resultOf(draft.source.name, analysis.report, draft.decoded.encoding));
  });
  print(results, found, terminal);
  return problems.any ? 2 : 0;
}

/** One object for the one file that was named; an array wherever there could have been more. */
function print(results: readonly object[], { sources, searched }: Sources, terminal: Terminal): void {
  const isSingle = searched.length === 0 && sources.length === 1;
  const value = isSingle ? results[0] : results;
  if (value !== undefined) terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
}
