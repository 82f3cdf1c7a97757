/** What the architecture promises, held against the tree: import directions, rules with everything that belongs to them, bundles. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, test } from "node:test";
import { ruleInfos } from "../../server/src/core/index.js";

const sources = "server/src";
/** HTML is read by a kept library, pure as the core is; one file of the core may know it (docs/architecture.md). */
const packagesOfCore: Readonly<Record<string, string>> = { "core/syntax/html.ts": "htmlparser2" };
/** Who may import whom; everything else goes against the direction client -(LSP)-> lsp -> service -> core <- cli, with export between. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  bundles: [],
  converter: ["core", "bundles"],
  display: [],
  markup: [],
  service: ["core", "display"],
  export: ["service", "core", "markup"],
  docx: ["export", "bundles"],
  lsp: ["service", "core", "export", "docx", "converter", "bundles"],
  cli: ["core", "export", "docx", "converter", "bundles", "display", "markup"],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith(".ts") ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:from|import|require)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function layerOf(path: string): string {
  return relative(sources, path).split("/")[0] ?? "";
}

describe("imports", () => {
  for (const file of filesBelow(sources)) {
    const layer = layerOf(file);
    test(relative(sources, file), () => {
      for (const name of importsOf(file)) {
        if (!name.startsWith(".")) {
          assert.ok(layer !== "core" || packagesOfCore[relative(sources, file)] === name, `core imports ${name}`);
          assert.ok(layer !== "service" || name === "vscode-languageserver-types", `service imports ${name}`);
          assert.ok(layer === "docx" || name !== "docx", `${layer} imports the writer of Word files`);
          assert.ok(layer !== "export", `export imports ${name}`);
          assert.notEqual(name, "vscode");
          continue;
        }
        const target = resolve(dirname(file), name);
        const other = layerOf(relative(".", target));
        if (other === layer || name === "../../package.json") continue;
        assert.ok(allowed[layer]?.includes(other), `${layer} imports ${other}: ${name}`);
        if (other === "core") assert.match(name, /core\/(index|text\/converter)\.js$/, "the core is imported by its facade only");
      }
    });
  }

  test("the client imports nothing of the server", () => {
    for (const file of filesBelow("client/src")) assert.ok(importsOf(file).every((name) => !name.includes("server/src")), file);
  });
});

describe("rules", () => {
  const groups = readdirSync(join(sources, "core/rules")).filter((name) => statSync(join(sources, "core/rules", name)).isDirectory());
  const files = groups.flatMap((group) => readdirSync(join(sources, "core/rules", group)).filter((name) => /defineRule|identityRule/.test(readFileSync(join(sources, "core/rules", group, name), "utf8")) && !/^identityRule/.test(name)).map((name) => ({ group, code: basename(name, ".ts") })));

  test("each rule file is in the index under its group, and the other way round", () => {
    const listed = ruleInfos.map(({ group, code }) => `${group}/${code}`).sort();
    assert.deepEqual(files.map(({ group, code }) => `${group}/${code}`).sort(), listed);
    assert.equal(new Set(ruleInfos.map(({ code }) => code)).size, ruleInfos.length);
  });

  for (const { code, summary, basis } of ruleInfos) {
    test(`${code} has a page, both languages and a name in kebab-case`, () => {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      for (const words of [summary, basis]) {
        assert.match(words.zh, /[\u4e00-\u9fff]/);
        assert.match(words.en, /[a-z]/);
      }
      const page = `docs/rules/${code}.md`;
      assert.ok(existsSync(page), `${page} is missing`);
      const text = readFileSync(page, "utf8");
      assert.match(text, /^```nianbao fails$/m);
      assert.match(text, /^```nianbao passes$/m);
    });
  }

  test("no page and no fixture folder without a rule", () => {
    const codes = new Set<string>(ruleInfos.map(({ code }) => code));
    for (const name of readdirSync("docs/rules")) assert.ok(name === "README.md" || codes.has(basename(name, ".md")), name);
    for (const name of readdirSync("test/fixtures/rules")) assert.ok(codes.has(name), name);
  });
});

describe("bundles", () => {
  const meta = (name: string): { inputs: Record<string, unknown>; outputs: Record<string, { imports: { path: string; kind: string; external?: boolean }[]; bytes: number }> } => JSON.parse(readFileSync(`dist/meta/${name}.json`, "utf8"));
  const externals = (name: string): string[] => Object.values(meta(name).outputs).flatMap((output) => output.imports.filter((entry) => entry.external === true && entry.kind !== "require-resolve").map((entry) => entry.path));

  test("the bundles for the browser need nothing of Node", () => {
    for (const name of ["web-client", "web-server", "web-late"]) {
      assert.deepEqual(externals(name).filter((path) => path.startsWith("node:") || builtinModules.includes(path)), [], name);
    }
  });

  test("server and command line need neither VS Code nor a package beside them", () => {
    for (const name of ["server", "web-server", "cli"]) assert.deepEqual(externals(name).filter((path) => !path.startsWith("node:") && !builtinModules.includes(path)), [], name);
  });

  test("a start loads neither the conversion tables nor the writer of Word files", () => {
    for (const name of ["server", "web-server", "cli"]) assert.ok(Object.keys(meta(name).inputs).every((path) => !/node_modules\/(?:opencc-js|docx)\//.test(path)), name);
  });
});

describe("the page of the preview", () => {
  const folder = "client/src/preview";

  test("is made of nothing but its own folder, and of types from it", () => {
    const inputs = Object.keys((JSON.parse(readFileSync("dist/meta/preview.json", "utf8")) as { inputs: Record<string, unknown> }).inputs);
    assert.deepEqual(inputs.filter((path) => !path.startsWith(`${folder}/`)), []);
  });

  test("turns no text into markup or code, and asks nobody for anything", () => {
    for (const file of filesBelow(folder)) assert.doesNotMatch(readFileSync(file, "utf8"), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\(|new Function|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(/, file);
    assert.doesNotMatch(readFileSync(`${folder}/preview.css`, "utf8"), /url\(|@import/);
  });
});

describe("the tree", () => {
  test("one version everywhere", () => {
    const version = (file: string): unknown => JSON.parse(readFileSync(file, "utf8")).version;
    assert.equal(version("package.json"), version("server/package.json"));
    assert.match(readFileSync("CHANGELOG.md", "utf8"), new RegExp(`^## \\[?${String(version("package.json"))}`, "m"));
  });

  test("no test is left alone or waits for time to pass", () => {
    for (const file of filesBelow("test")) {
      const text = readFileSync(file, "utf8");
      assert.doesNotMatch(text, /\b(test|describe|it|suite)\.only\(/, file);
    }
  });
});
