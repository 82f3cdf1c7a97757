/** Every rule against its fixtures and against the examples of its page. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { analyse, applyEdits, fixAll, fixesOf, ruleInfos, type CheckOptions, type Finding } from "../../server/src/core/index.js";
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

    test("can be switched off, lowered and silenced in the text", () => {
      for (const { draft } of examples.filter((example) => example.isFailing)) {
        assert.equal(count(code, draft, { rules: { [code]: "off" } }), 0);
        assert.ok(analyse(draft.text, { ...draft.options, rules: { [code]: "hint" } }).findings.every((finding) => finding.code !== code || finding.severity === "hint"));
        assert.equal(count(code, { ...draft, text: `<!-- nianbao-disable-file ${code}: 试验 -->\n${draft.text}` }), 0);
      }
    });

    test("speaks both languages", () => {
      for (const { draft } of examples.filter((example) => example.isFailing)) {
        const messages = (language: "zh" | "en"): string[] => analyse(draft.text, { ...draft.options, language }).findings.filter((finding) => finding.code === code).map((finding) => finding.message);
        for (const message of messages("zh")) assert.match(message, /[\u4e00-\u9fff]/);
        for (const message of messages("en")) assert.match(message, /[a-z]{3}/);
      }
    });

    if (repair !== undefined) {
      test("offers repairs, each of which clears its finding and adds none", () => {
        const offered = examples.filter((example) => example.isFailing).map((example) => holdsAfterRepairs(code, example.draft));
        assert.ok(offered.some((count) => count > 0));
      });
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

function count(code: string, draft: MarkedDraft, more: CheckOptions = {}): number {
  return analyse(draft.text, { ...draft.options, ...more }).findings.filter((finding) => finding.code === code).length;
}

/** Carries out each repair by itself. Returns how many there were. */
function holdsAfterRepairs(code: string, draft: MarkedDraft): number {
  const analysis = analyse(draft.text, draft.options);
  const others = (findings: readonly Finding[]): string[] => findings.filter((finding) => finding.code !== code).map((finding) => finding.code);
  const before = others(analysis.findings);
  const repairs = analysis.findings.filter((finding) => finding.code === code).flatMap((finding) => fixesOf(analysis, finding, converter).map((fix) => ({ finding, fix })));
  for (const { finding, fix } of repairs) {
    const after = analyse(applyEdits(draft.text, fix.edits), draft.options).findings;
    assert.ok(!after.some((left) => nameOf(left) === nameOf(finding)), `${fix.title}: ${nameOf(finding)} is still there`);
    // A candidate among several numbers may be the wrong one; then the sums around it say so.
    if (finding.group !== "arithmetic") assert.deepEqual(added(before, others(after)), [], fix.title);
  }
  return repairs.length;
}

/** What there is more of afterwards. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function nameOf({ code, data }: Finding): string {
  return `${code} ${data.key}`;
}
