import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { analyse, type Analysis, type CheckOptions, type Language, type Stage } from "../../core/index.js";
import type { Words } from "../words.js";
import type { Configurations } from "./configurations.js";
import { decode, type Decoded } from "./encoding.js";
import type { Source } from "./sources.js";
import { placeOf } from "./place.js";
import { about, systemProblem } from "./systemProblem.js";

/** What the command line says about all files; it counts more than a configuration. */
export interface Chosen {
  readonly edition: string | undefined;
  readonly stage: Stage | "auto" | undefined;
  readonly language: Language | undefined;
}

/** A source that has been read, with the options that the core is to check it by. */
export interface Draft {
  readonly source: Source;
  readonly decoded: Decoded;
  readonly options: CheckOptions;
  /** What is wrong with its configuration; the rest of the configuration counts. */
  readonly problems: readonly Words[];
}

/** `skipped`: found through a folder or pattern, and no text. */
export type ReadResult = { readonly kind: "draft"; readonly draft: Draft } | { readonly kind: "skipped" } | { readonly kind: "failed"; readonly problem: Words };

export function readDraft(source: Source, chosen: Chosen, configurations: Configurations, log: (message: string) => void): ReadResult {
  try {
    const decoded = decode(source.bytes ?? readFileSync(source.name));
    if (decoded.kind === "text") return { kind: "draft", draft: draftOf(source, decoded, chosen, configurations, log) };
    // Among the files of a folder a binary or empty one is none of ours; an unknown encoding may well hide a report.
    const isForeign = !source.isNamed && decoded.kind !== "undecodable";
    return isForeign ? { kind: "skipped" } : { kind: "failed", problem: about(source.name, decoded.words) };
  } catch (error) {
    return { kind: "failed", problem: systemProblem(source.name, error) };
  }
}

function draftOf(source: Source, decoded: Decoded, chosen: Chosen, configurations: Configurations, log: (message: string) => void): Draft {
  const { configuration, problems } = configurations.of(source.name);
  const edition = chosen.edition ?? configuration.edition;
  const options: CheckOptions = {
    fileName: basename(source.name),
    stage: chosen.stage ?? configuration.stage ?? "final",
    language: chosen.language ?? configuration.language ?? "zh",
    assumeReport: source.isNamed,
    place: placeOf(source.name),
    log: (message) => log(`${source.name}: ${firstLine(message)}`),
    ...(edition === undefined ? {} : { edition }),
    ...(configuration.rules === undefined ? {} : { rules: configuration.rules }),
  };
  return { source, decoded, options, problems };
}

/** The core logs a stack for us developers; on the command line it has no place. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? "";
}

/** Undefined for a text that was found through a folder or pattern and is no report. */
export function analyseDraft({ source, decoded, options }: Draft): Analysis | undefined {
  const analysis = analyse(decoded.text, options);
  return analysis.report.isReport || source.isNamed ? analysis : undefined;
}
