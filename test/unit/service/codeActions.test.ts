import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { analyse, fixAll } from "../../../server/src/core/index.js";
import { rules } from "../../../server/src/core/rules/index.js";
import { codeActions, type ActionRequest, type ActionTools } from "../../../server/src/service/codeActions.js";
import { diagnostics } from "../../../server/src/service/diagnostics.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { draft as report, sentence, unbalanced, wrongTotal } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { after, marked, read, uri, type MarkedDraft } from "./support.js";

const tools: ActionTools = { converter, documentChanges: true, createFiles: true, snippetEdits: false, opensRulePages: false, configuration: undefined };
const hidden = "\u200b";

/** The complete draft with something at the place of the sentence. */
function withSentence(text: string): string {
  return report().replace(sentence, text);
}

function at({ draft, range }: MarkedDraft, context: Partial<ActionRequest["context"]> = {}): CodeAction[] {
  return repairing(codeActions(draft, { range, context: { diagnostics: [], ...context } }, tools));
}

/** Without the actions that silence a finding; suppressActions.test.ts is about those. */
function repairing(actions: readonly CodeAction[]): CodeAction[] {
  return actions.filter(({ title }) => !/^(忽略此处|在全文忽略|在整个文件夹|Silence|Switch)/.test(title));
}

function everywhere(draft: Draft, context: Partial<ActionRequest["context"]> = {}): CodeAction[] {
  const range = draft.lines.range({ start: 0, end: draft.snapshot.text.length });
  return repairing(codeActions(draft, { range, context: { diagnostics: [], ...context } }, tools));
}

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}

function found(code: string, key: string): Diagnostic {
  return { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, message: "", source: "nianbao", code, data: { key } };
}

describe("quick fixes", () => {
  test("for a finding under the cursor, without a diagnostic from the client", () => {
    const place = marked(unbalanced.replace(wrongTotal, `${wrongTotal}‸`));
    const [action] = at(place);
    assert.ok(action !== undefined);
    assert.deepEqual([action.kind, action.diagnostics], ["quickfix", diagnostics(place.draft)]);
    assert.equal(after(place.draft, action), report());
  });

  test("carry the version that they are for", () => {
    const [action] = at(marked(unbalanced.replace(wrongTotal, `⟦${wrongTotal}⟧`)));
    const [change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(change !== undefined && "textDocument" in change && change.textDocument, { uri, version: 3 });
  });

  test("lead to the page of the rule, behind the repairs, where the client can open it", () => {
    const { draft, range } = marked(unbalanced.replace(wrongTotal, `⟦${wrongTotal}⟧`));
    const actions = codeActions(draft, { range, context: { diagnostics: [] } }, { ...tools, opensRulePages: true });
    const explained = actions.findIndex(({ title }) => title === "查看“row-total”的说明和依据");
    assert.deepEqual(actions[explained]?.command?.arguments, ["row-total"]);
    assert.ok(actions.slice(0, explained).every(({ edit, title }) => edit !== undefined && !title.startsWith("忽略")));
    assert.ok(actions.slice(explained + 1).every(({ title }) => /忽略|关闭/.test(title)));
  });

  test("go out as plain changes to clients that know no versions", () => {
    const { draft, range } = marked(unbalanced.replace(wrongTotal, `⟦${wrongTotal}⟧`));
    const [action] = codeActions(draft, { range, context: { diagnostics: [] } }, { ...tools, documentChanges: false });
    assert.equal(action?.edit?.documentChanges, undefined);
    assert.ok(action !== undefined && after(draft, action) === report());
  });

  test("belong to the client's own diagnostic, wherever the cursor is", () => {
    const { draft, range } = marked(unbalanced.replace("# ", "# ‸"));
    const [finding] = draft.analysis.findings;
    const sent = found("row-total", finding?.data.key ?? "");
    assert.deepEqual(codeActions(draft, { range, context: { diagnostics: [sent] } }, tools)[0]?.diagnostics, [sent]);
  });

  test("are not offered for a diagnostic whose finding is gone", () => {
    const place = marked(report().replace("# ", "# ‸"));
    assert.deepEqual(at(place, { diagnostics: [found("row-total", "applications/received"), found("no-such-rule", "")] }), []);
  });

  test("are not offered for another tool's diagnostic", () => {
    const { draft, range } = marked(unbalanced.replace("# ", "# ‸"));
    const sent = { ...found("row-total", draft.analysis.findings[0]?.data.key ?? ""), source: "markdownlint" };
    assert.deepEqual(codeActions(draft, { range, context: { diagnostics: [sent] } }, tools), []);
  });

  test("a diagnostic that came back without its data is found by its place", () => {
    const { draft, range } = marked(unbalanced.replace(wrongTotal, `⟦${wrongTotal}⟧`));
    const sent = { range, message: "", source: "nianbao", code: "row-total" };
    assert.ok(codeActions(draft, { range, context: { diagnostics: [sent] } }, tools).length > 0);
  });

  test("the one safe fix is preferred, a change of a number never is", () => {
    const [safe] = at(marked(withSentence(`公开‸${hidden}形式较为单一`)));
    const [review] = at(marked(unbalanced.replace(wrongTotal, `‸${wrongTotal}`)));
    assert.deepEqual([safe?.isPreferred, review?.isPreferred], [true, undefined]);
  });

  test("a missing chapter is inserted, and no finding is new", () => {
    const draft = read(report({ without: ["三"] }), { assumeReport: true, stage: "final" });
    const action = everywhere(draft).find(({ title }) => title.includes("收到和处理政府信息公开申请情况"));
    assert.ok(action !== undefined);
    const before = new Set(draft.analysis.findings.map(({ code }) => code));
    const left = analyse(after(draft, action), { assumeReport: true, stage: "draft" }).findings.map(({ code }) => code);
    assert.ok(before.has("section-missing") && !left.includes("section-missing"));
    assert.deepEqual(left.filter((code) => !before.has(code)), []);
  });
});

describe("fix all of one code", () => {
  const three = withSentence(`公${hidden}开形式${hidden}较为${hidden}单一`);

  test("is offered where more than one can safely be fixed", () => {
    const place = marked(three.replace(hidden, `‸${hidden}`));
    const all = at(place).find(({ title }) => title === "修复全部 3 处“invisible-character”问题");
    assert.ok(all !== undefined);
    assert.equal(after(place.draft, all), report());
  });

  test("is not offered for a single one, nor where nothing is safe", () => {
    assert.deepEqual(titles(at(marked(withSentence(`公开‸${hidden}形式较为单一`)))).filter((title) => title.includes("全部")), []);
    assert.deepEqual(titles(at(marked(unbalanced.replace(wrongTotal, `‸${wrongTotal}`)))).filter((title) => title.includes("全部")), []);
  });

  test("in English where the messages are", () => {
    const draft = read(three, { assumeReport: true, language: "en" });
    assert.ok(titles(everywhere(draft)).includes("Fix all 3 “invisible-character” problems"));
  });
});

/** How often a rule was asked for its repairs while something ran. */
function repairsAsked(run: () => void): number {
  let asked = 0;
  const repairing = rules.flatMap((rule) => (rule.repairs === undefined ? [] : [{ rule, repairs: rule.repairs }]));
  for (const { rule, repairs } of repairing) Object.assign(rule, { repairs: (...args: Parameters<typeof repairs>) => (asked++, repairs(...args)) });
  try {
    run();
  } finally {
    for (const { rule, repairs } of repairing) Object.assign(rule, { repairs });
  }
  return asked;
}

describe("the work for all findings of a draft", () => {
  /** Four findings of table-label a copy, each with a repair that the author has to confirm. */
  const mislabelled = (copies: number): Draft => read(report().replaceAll("公开申请", "公开的申情").repeat(copies));

  test("nothing is computed twice where no repair is safe", () => {
    const draft = mislabelled(30);
    assert.ok(draft.snapshot.text.length > 74_000 && draft.analysis.findings.length > 100);
    assert.equal(repairsAsked(() => everywhere(draft)), draft.analysis.findings.length);
  });

  test("a safe repair is computed once for itself and once for all of its code", () => {
    const draft = read(withSentence([..."公开形式较为单一"].join(hidden)));
    assert.equal(draft.analysis.findings.length, 7);
    assert.equal(repairsAsked(() => everywhere(draft)), 14);
  });

  test("grows with their number, not faster, in steps and in size", () => {
    const cost = (copies: number): { readonly steps: number; readonly size: number } => {
      const draft = mislabelled(copies);
      let reads = 0;
      const sent = diagnostics(draft).map((diagnostic) => ({ ...diagnostic, get data() { reads++; return diagnostic.data as unknown; } }));
      let actions: CodeAction[] = [];
      const asked = repairsAsked(() => void (actions = everywhere(draft, { diagnostics: sent })));
      const steps = asked + reads;
      return { steps, size: JSON.stringify(actions).length };
    };
    const [small, large] = [cost(4), cost(32)];
    // Eight times the findings; square growth would be 64.
    assert.ok(large.steps < 12 * small.steps, `${small.steps} → ${large.steps} steps`);
    assert.ok(large.size < 12 * small.size, `${small.size} → ${large.size} characters`);
  });
});

describe("source.fixAll.nianbao", () => {
  const faulty = withSentence(`公${hidden}开形式${hidden}较为单一`).replace(/\| 0 \|$/m, `| 1 |`);

  for (const kind of ["source", "source.fixAll", "source.fixAll.nianbao"]) {
    test(`is there for who asks for ${kind}`, () => assert.deepEqual(everywhere(read(faulty), { only: [kind] }).map((action) => action.kind), ["source.fixAll.nianbao"]));
  }
  for (const kind of ["quickfix", "refactor", "source.organizeImports", "source.fixAll.eslint"]) {
    test(`is not there for who asks for ${kind}`, () => assert.ok(everywhere(read(faulty), { only: [kind] }).every((action) => action.kind === "quickfix" && kind === "quickfix")));
  }
  test("is not computed for who names no kind", () => assert.ok(everywhere(read(faulty)).every((action) => action.kind === "quickfix")));
  test("is not offered where nothing can safely be fixed", () => assert.deepEqual(everywhere(read(unbalanced), { only: ["source.fixAll"] }), []));

  test("does what the command line's --fix does", () => {
    const draft = read(faulty);
    const [action] = everywhere(draft, { only: ["source.fixAll"] });
    assert.ok(action !== undefined);
    assert.equal(after(draft, action), fixAll(faulty, draft.options, converter).text);
    assert.notEqual(after(draft, action), faulty);
  });

  test("leaves nothing to fix safely", () => {
    const draft = read(faulty);
    const [action] = everywhere(draft, { only: ["source.fixAll"] });
    assert.deepEqual(everywhere(read(after(draft, action as CodeAction)), { only: ["source.fixAll"] }), []);
  });
});
