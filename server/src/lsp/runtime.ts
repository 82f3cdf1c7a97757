/**
 * The wiring of the language server: documents, settings, scheduling, requests. What it says about a draft comes from
 * service/; where it runs (Node or a Web Worker) it learns from the Runtime alone, so that tests can own the clock.
 */
import type { Disposable } from "vscode-languageserver";
import type { LoadBundle } from "../bundles/load.js";

export interface Timer {
  /** Calls back once the messages that have already arrived have been read. */
  setImmediate(callback: () => void): Disposable;
  setTimeout(callback: () => void, milliseconds: number): Disposable;
}

export interface Runtime {
  readonly timer: Timer;
  /** Milliseconds since some moment, to measure what a check costs. */
  now(): number;
  /**
   * Bundles that are loaded on first use: script conversion, the writer of Word files.
   * @param assets folder (a URL ending in a slash) that the client says they lie in; undefined where it has said nothing
   */
  bundles(assets: string | undefined): LoadBundle | undefined;
  /** Text of a file, undefined where there is none. Absent where the server has no file system. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** URIs of the files below a folder whose names end as drafts do, at any depth. Absent where the server has no file system. */
  readonly listFiles?: (folder: string) => Promise<readonly string[]>;
}

/** Lets the event loop read what has come in: in one thread, not even a cancellation arrives without it. */
export function nextTurn(timer: Timer): Promise<void> {
  return new Promise((resolve) => void timer.setImmediate(resolve));
}
