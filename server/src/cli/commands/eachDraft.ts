import type { Analysis } from "../../core/index.js";
import type { Arguments } from "../arguments.js";
import { Configurations } from "../input/configurations.js";
import { analyseDraft, readDraft, type Draft } from "../input/draft.js";
import { gatherSources } from "../input/gather.js";
import type { Source, Sources } from "../input/sources.js";
import { about } from "../input/systemProblem.js";
import type { Terminal } from "../terminal.js";
import { ownFault, UserError } from "../words.js";
import { chosenBy, fruitless, languageOf, Problems } from "./shared.js";

/** What is done with one report; problems are told through `problems`. */
export type Act = (draft: Draft, analysis: Analysis, problems: Problems) => Promise<void> | void;

/** Hands each report that the operands lead to to `act`, in order; what cannot be read is told and the others go on. */
export async function eachDraft(command: string, args: Arguments, terminal: Terminal, act: Act): Promise<{ readonly found: Sources; readonly problems: Problems }> {
  const found = await gatherSources(args, command, terminal);
  const problems = new Problems(languageOf(args), terminal);
  const read = reader(args, problems, terminal);
  const fruitful = new Set<string>();
  problems.tell(found.problems);
  for (const source of found.sources) {
    try {
      const draft = read(source);
      const analysis = draft === undefined ? undefined : analyseDraft(draft);
      if (draft === undefined || analysis === undefined) continue;
      for (const path of source.foundThrough) fruitful.add(path);
      await act(draft, analysis, problems);
    } catch (error) {
      problems.tell([error instanceof UserError ? error.words : about(source.name, ownFault(error))]);
    }
  }
  problems.tell(fruitless(found, fruitful));
  return { found, problems };
}

function reader(args: Arguments, problems: Problems, terminal: Terminal): (source: Source) => Draft | undefined {
  const chosen = chosenBy(args);
  const configurations = new Configurations(args.values.get("config"));
  return (source) => {
    const read = readDraft(source, chosen, configurations, (message) => terminal.err(`nianbao: ${message}\n`));
    if (read.kind === "failed") problems.tell([read.problem]);
    return read.kind === "draft" ? read.draft : undefined;
  };
}
