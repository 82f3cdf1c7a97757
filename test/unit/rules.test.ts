/** Every rule against its fixtures and against the examples of its page. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { analyse, fixAll, fixesOf, ruleInfos } from "../../server/src/core/index.js";
import { converter } from "./support/converter.js";
import { describe as describeMarks, readMarked, type MarkedDraft } from "./support/marked.js";

const fixtures = "test/fixtures/rules";
const pages = "docs/rules";

interface Example {
  readonly name: string;
  readonly draft: MarkedDraft;
  readonly isFailing: boolean;
}

for (const { code, repair } of ruleInfos) {
  describe(code, () => {
    const folder = join(fixtures, code);
    const examples = existsSync(folder) ? fixturesOf(folder) : [];

    test("has a failing and a passing fixture", () => {
      assert.ok(examples.some((example) => example.isFailing), "no fails-*.md");
      assert.ok(examples.some((example) => !example.isFailing), "no passes-*.md");
    });

    for (const example of [...examples, ...examplesOfPage(code)]) test(example.name, () => holds(code, example));

    for (const file of existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".fixed.md")) : []) {
      test(file, () => {
        const { text, options } = readMarked(readFileSync(join(folder, file.replace(".fixed.md", ".md")), "utf8"));
        const expected = readMarked(readFileSync(join(folder, file), "utf8")).text;
        assert.equal(fixAll(text, options, converter).text, expected);
        assert.equal(fixAll(expected, options, converter).text, expected, "a second run changes nothing");
      });
    }

    if (repair !== undefined) {
      test("offers a repair that clears the finding", () => assert.ok(examples.filter((example) => example.isFailing).some((example) => isCleared(code, example.draft))));
    }
  });
}

function fixturesOf(folder: string): Example[] {
  return readdirSync(folder)
    .filter((name) => /^(fails|passes)-.*\.md$/.test(name) && !name.endsWith(".fixed.md"))
    .map((name) => ({ name, draft: readMarked(readFileSync(join(folder, name), "utf8")), isFailing: name.startsWith("fails") }));
}

/** The blocks of a rule's page that are tagged `nianbao fails` and `nianbao passes`. */
function examplesOfPage(code: string): Example[] {
  const file = join(pages, `${code}.md`);
  if (!existsSync(file)) return [];
  const blocks = readFileSync(file, "utf8").matchAll(/^(`{3,})nianbao (fails|passes)\r?\n([\s\S]*?)^\1\s*$/gm);
  return [...blocks].map((block, i) => ({ name: `page, example ${i + 1}`, draft: readMarked(block[3] ?? ""), isFailing: block[2] === "fails" }));
}

/** What the rule says is what the marks say, both ways; with `%% all: true` this holds for all rules at once. */
function holds(code: string, { draft, isFailing }: Example): void {
  const { findings } = analyse(draft.text, { ...draft.options, log: (message) => assert.fail(message) });
  const seen = findings.filter((finding) => finding.code === code || draft.settings.get("all") === "true");
  assert.deepEqual(describeMarks(draft.text, seen), describeMarks(draft.text, draft.marks));
  assert.equal(seen.length > 0, isFailing);
  for (const finding of seen) assert.notEqual(finding.message, "");
}

function isCleared(code: string, draft: MarkedDraft): boolean {
  const analysis = analyse(draft.text, draft.options);
  return analysis.findings.some((finding) => finding.code === code && fixesOf(analysis, finding, converter).some((fix) => fix.edits.length > 0));
}
