// The TextMate grammars, run by the same two libraries that VS Code itself uses. Each expectation names text and the scope that it wears.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type * as Oniguruma from "vscode-oniguruma";
import type * as TextMate from "vscode-textmate";

const root = process.cwd();
const load = createRequire(join(root, "package.json"));
const textMate = load("vscode-textmate") as typeof TextMate;
const oniguruma = load("vscode-oniguruma") as typeof Oniguruma;

/** As much of VS Code's own Markdown grammar as matters here: a paragraph goes on over lines, and code and comments are closed off. */
const markdown = {
  scopeName: "text.html.markdown",
  repository: {},
  patterns: [
    { begin: "^```", end: "^```", name: "markup.fenced_code.block.markdown" },
    { begin: "<!--", end: "-->", name: "comment.block.html" },
    { match: "^#{1,6} .*$", name: "markup.heading.markdown" },
    { begin: "(^|\\G)[ ]{0,3}(?=[^ #`<])", while: "(^|\\G)(?=\\S)", name: "meta.paragraph.markdown", patterns: [{ match: "`[^`]+`", name: "markup.inline.raw.markdown" }] },
  ],
};

function readGrammar(path: string): TextMate.IRawGrammar {
  return textMate.parseRawGrammar(readFileSync(join(root, path), "utf8"), path);
}

async function loadGrammar(scopeName: string): Promise<TextMate.IGrammar> {
  const known: Readonly<Record<string, TextMate.IRawGrammar>> = {
    "text.html.markdown": markdown as unknown as TextMate.IRawGrammar,
    "text.html.markdown.nianbao": readGrammar("syntaxes/nianbao.tmLanguage.json"),
    "markdown.nianbao.injection": readGrammar("syntaxes/nianbao.injection.json"),
  };
  const registry = new textMate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: async (name) => known[name],
    getInjections: (name) => (name === "text.html.markdown" ? ["markdown.nianbao.injection"] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar, scopeName);
  return grammar;
}

/** Every token of the text as `text → innermost scope`, but only tokens that one of our own rules has named. */
function ourTokens(grammar: TextMate.IGrammar, text: string): readonly string[] {
  const found: string[] = [];
  let state = textMate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const innermost = scopes.at(-1) ?? "";
      if (scopes.length > 1 && innermost.endsWith(".nianbao")) found.push(`${line.slice(startIndex, endIndex)} → ${innermost.replace(/\.nianbao$/, "")}`);
    }
  }
  return found;
}

describe("grammar of a draft", () => {
  let grammar: TextMate.IGrammar;
  before(async () => {
    const wasm = readFileSync(load.resolve("vscode-oniguruma/release/onig.wasm"));
    await oniguruma.loadWASM(wasm);
    grammar = await loadGrammar("text.html.markdown.nianbao");
  });

  const cases: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
    ["title", "# 云溪县2024年政府信息公开工作年度报告", ["# → punctuation.definition.heading", "  → markup.heading.title", "云溪县2024年政府信息公开工作年度报告 → entity.name.section.title"]],
    ["chapter with a Markdown heading", "## 一、总体情况", ["## → punctuation.definition.heading", "  → markup.heading.chapter", "一、 → punctuation.definition.list.chapter", "总体情况 → entity.name.section.chapter"]],
    ["chapter without one, inside a paragraph", "正文\n五、存在的主要问题及改进情况", ["五、 → punctuation.definition.list.chapter", "存在的主要问题及改进情况 → entity.name.section.chapter"]],
    ["traditional chapter", "四、政府信息公開行政復議、行政訴訟情況", ["四、 → punctuation.definition.list.chapter", "政府信息公開行政復議、行政訴訟情況 → entity.name.section.chapter"]],
    ["part that runs into its text", "（一）主动公开。全年公开信息。", ["（一） → punctuation.definition.list.part", "主动公开 → entity.name.section.part"]],
    ["numbers with units", "收到申请1,234件，增长12.5%，收费3.2万元", ["1,234 → constant.numeric.quantity", "件 → keyword.other.unit", "12.5 → constant.numeric.quantity", "% → keyword.other.unit", "3.2 → constant.numeric.quantity", "万元 → keyword.other.unit"]],
    ["document number without the word before it", "根据国办公开办函〔2021〕30号", ["国办公开办函〔2021〕30号 → string.other.document-number"]],
    ["dates", "2024年1月5日至2024年12月31日", ["2024年1月5日 → constant.numeric.date", "2024年12月31日 → constant.numeric.date"]],
    ["enumeration", "一是加强领导；二是完善制度", ["一是 → markup.bold.enumeration", "二是 → markup.bold.enumeration"]],
    ["item", "1.属于国家秘密", ["1. → punctuation.definition.list.item"]],
    ["placeholders", "收到【待填写】件，XX局，____", ["【待填写】 → keyword.other.placeholder", "XX → keyword.other.placeholder", "____ → keyword.other.placeholder"]],
    ["directive", "<!-- nianbao-disable-next-line row-total: 理由 -->", ["<!-- → punctuation.definition.comment.begin", "  → comment.block.directive", "nianbao-disable-next-line → keyword.control.directive", " row-total → entity.name.tag.rule", ": → punctuation.separator.reason", " 理由  → comment.block.directive", "--> → punctuation.definition.comment.end"]],
    ["row of a table", "| （一）予以公开 | 12 | -3 |", ["| → punctuation.separator.table", "（一） → punctuation.definition.list.part", "| → punctuation.separator.table", "12 → constant.numeric.cell", "| → punctuation.separator.table", "-3 → constant.numeric.cell", "| → punctuation.separator.table"]],
    ["delimiter row", "|---|:-:|", ["|---|:-:| → punctuation.separator.table.delimiter"]],
    ["row label is no chapter", "一、本年新收政府信息公开申请数量", []],
    ["sentence that starts like a chapter", "一、今年以来，我县认真贯彻落实。", []],
    ["nothing inside code", "```\n一、总体情况\n12件\n```", []],
    ["nothing inside an ordinary comment", "<!-- 共12件 -->", []],
  ];
  for (const [title, text, expected] of cases) {
    test(title, () => assert.deepEqual(ourTokens(grammar, text), expected));
  }

  test("ordinary Markdown only learns placeholders, parts, document numbers and directives", async () => {
    const plain = await loadGrammar("text.html.markdown");
    const text = "一、总体情况\n见国办发〔2014〕32号，共12件，【待填写】";
    assert.deepEqual(ourTokens(plain, text), ["国办发〔2014〕32号 → string.other.document-number", "【待填写】 → keyword.other.placeholder"]);
  });

  test("a very long damaged line is read to its end", () => {
    const line = "政府信息公开（一）12件2024年〔2021〕".repeat(2000);
    const { tokens, stoppedEarly } = grammar.tokenizeLine(line, textMate.INITIAL);
    assert.equal(stoppedEarly, false);
    assert.equal(tokens.at(-1)?.endIndex, line.length + 1);
  });
});
