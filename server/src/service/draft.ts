/**
 * Language features: a checked draft in, plain LSP values out. Nothing here knows a connection, a timer or a file; every
 * feature is a pure function of a Draft and stands in a file of its own. service.ts is the way in.
 */
import { analyse, analysing, LineIndex, type Analysis, type CheckOptions } from "../core/index.js";

/** A document as it was at one moment. It never changes, so it can be kept across anything asynchronous. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
}

/** A snapshot, read and checked: what every feature asks. */
export interface Draft {
  readonly snapshot: Snapshot;
  readonly options: CheckOptions;
  readonly analysis: Analysis;
  readonly lines: LineIndex;
}

/** Reads and checks a snapshot in one go. */
export function readDraft(snapshot: Snapshot, options: CheckOptions = {}): Draft {
  return draftOf(snapshot, options, analyse(snapshot.text, options));
}

/** The same in steps, so that a server can turn to its messages between two of them. */
export function* readingDraft(snapshot: Snapshot, options: CheckOptions = {}): Generator<undefined, Draft, void> {
  return draftOf(snapshot, options, yield* analysing(snapshot.text, options));
}

/** Whether the features have anything to say: the text is such a report, or its author has said that it is to be one. */
export function isOurs({ analysis, options }: Draft): boolean {
  return analysis.report.isReport || options.assumeReport === true;
}

function draftOf(snapshot: Snapshot, options: CheckOptions, analysis: Analysis): Draft {
  return { snapshot, options, analysis, lines: new LineIndex(snapshot.text) };
}
