// Command line and server say the same about every fixture: code, severity, words, places, data.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DiagnosticSeverity, type Diagnostic, type Range } from "vscode-languageserver-protocol";
import { ruleInfos } from "../../server/src/core/index.js";
import { readMarked } from "../unit/support/marked.js";
import { distribution, startServer, type TestClient } from "./client.js";

interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly stage: string;
  readonly edition: string | undefined;
  /** Where the text lies without its marks. */
  readonly file: string;
}

/** What both say of a finding. */
interface Said {
  readonly code: unknown;
  readonly severity: string;
  readonly message: unknown;
  readonly range: Range;
  readonly data: unknown;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
}

const severities: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "information",
  [DiagnosticSeverity.Hint]: "hint",
};

const rulesOfArchives = ruleInfos.filter(({ scope }) => scope === "archive");

const names = (await readdir("test/fixtures", { recursive: true })).filter((name) => name.endsWith(".md")).sort();

describe("command line and server agree on", () => {
  let folder: string;
  let client: TestClient;
  const fixtures = new Map<string, Fixture>();
  const said = new Map<string, readonly Said[]>();

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "nianbao-parity-")));
    // Here each fixture is a report by itself; reports among others are compared in archive.test.ts.
    await writeFile(join(folder, ".nianbao.json"), JSON.stringify({ rules: Object.fromEntries(rulesOfArchives.map(({ code }) => [code, "off"])) }));
    for (const [index, name] of names.entries()) fixtures.set(name, await unpack(folder, index, name));
    for (const group of groups([...fixtures.values()])) for (const [file, findings] of await checked(group)) said.set(file, findings);
    client = startServer();
    await client.initialize();
  });

  after(async () => {
    client.kill();
    await rm(folder, { recursive: true });
  });

  for (const name of names) {
    test(name, async () => {
      const fixture = fixtures.get(name);
      assert.ok(fixture !== undefined);
      client.settings = { stage: fixture.stage, edition: fixture.edition ?? "auto" };
      const uri = pathToFileURL(fixture.file).href;
      const diagnostics = await client.check(uri, fixture.text);
      assert.deepEqual(diagnostics.map(saidByServer), said.get(fixture.file));
    });
  }
});

async function unpack(folder: string, index: number, name: string): Promise<Fixture> {
  const { text, options } = readMarked(await readFile(join("test/fixtures", name), "utf8"));
  const file = join(folder, String(index), basename(options.fileName ?? name));
  await mkdir(join(folder, String(index)));
  await writeFile(file, text);
  return { name, text, file, stage: options.stage ?? "final", edition: options.edition };
}

/** The command line takes stage and edition for all its files alike. */
function groups(fixtures: readonly Fixture[]): readonly (readonly Fixture[])[] {
  const byOptions = new Map<string, Fixture[]>();
  for (const fixture of fixtures) {
    const key = `${fixture.stage} ${fixture.edition}`;
    byOptions.set(key, [...(byOptions.get(key) ?? []), fixture]);
  }
  return [...byOptions.values()];
}

async function checked(group: readonly Fixture[]): Promise<readonly (readonly [string, readonly Said[]])[]> {
  const [first] = group;
  if (first === undefined) return [];
  const edition = first.edition === undefined ? [] : ["--edition", first.edition];
  const output = await run([join(distribution, "cli.js"), "check", "--format", "json", "--stage", first.stage, ...edition, ...group.map(({ file }) => file)]);
  const results = JSON.parse(output) as readonly { readonly file: string; readonly findings: readonly Said[] }[];
  return results.map(({ file, findings }) => [file, findings.map(withoutRest)]);
}

/** The output of a command; findings make it end with 1, which is no failure here. */
function run(command: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...command], { maxBuffer: 1 << 26 }, (error, output) => {
      if (error === null || error.code === 1) resolve(output);
      else reject(error);
    });
  });
}

/** The command line says more (group, fixes), which an editor asks for in other ways. */
function withoutRest({ code, severity, message, range, data, related }: Said): Said {
  return { code, severity, message, range, data, related };
}

function saidByServer({ code, severity, message, range, data, relatedInformation }: Diagnostic): Said {
  const related = (relatedInformation ?? []).map(({ message: words, location }) => ({ message: words, range: location.range }));
  return { code, severity: severities[severity ?? 0] ?? "none", message, range, data: data as unknown, related };
}
