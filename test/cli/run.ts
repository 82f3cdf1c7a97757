// Runs the built command line as a user does: a process of its own, a folder of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const cliFile = resolve(process.env["NIANBAO_DIST"] ?? "dist", "cli.js");

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as bytes. */
  readonly bytes: Buffer;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A folder that is gone after the test, and the command line run in it. */
export class Place {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "nianbao-cli-")));

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  run(args: readonly string[], { input = "", environment = {} }: RunOptions = {}): Ran {
    const env = { ...withoutColor(process.env), ...environment };
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [cliFile, ...args], { cwd: this.folder, input, env, maxBuffer: 1 << 28 });
    if (error !== undefined) throw error;
    return { status, out: stdout.toString("utf8"), err: stderr.toString("utf8"), bytes: stdout };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What the runner's own terminal wants is no part of a test. */
function withoutColor(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name !== "NO_COLOR" && name !== "FORCE_COLOR"));
}

export function inPlace(act: (place: Place) => void): () => void {
  return () => {
    const place = new Place();
    try {
      act(place);
    } finally {
      place.remove();
    }
  };
}

/** What `check --format json` and `ndjson` print of a file, as far as tests look at it. */
export interface FileResult {
  readonly file: string;
  readonly encoding?: string;
  readonly edition: { readonly id: string; readonly because: string };
  readonly year: number | null;
  readonly findings: readonly FindingResult[];
}

export interface RangeResult {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface FindingResult {
  readonly code: string;
  readonly group: string;
  readonly severity: string;
  readonly message: string;
  readonly range: RangeResult;
  readonly data: { readonly key: string; readonly fact?: string; readonly found?: string; readonly expected?: string };
  readonly related: readonly { readonly message: string; readonly range: RangeResult }[];
  readonly fixes: readonly { readonly title: string; readonly safety: string; readonly edits: readonly { readonly range: RangeResult; readonly newText: string }[] }[];
}

export function resultsOf(ndjson: string): FileResult[] {
  return ndjson.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as FileResult);
}
