import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { TextEdit } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeLenses } from "../../../server/src/service/codeLenses.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { editionDirective } from "../../../server/src/service/editionDirective.js";
import { selectionStatistics } from "../../../server/src/service/selectionStatistics.js";
import { semanticTokens, semanticTokensIn, tokenEdits, tokenModifiers, tokenTypes } from "../../../server/src/service/semanticTokens.js";
import { draftStatus } from "../../../server/src/service/status.js";
import { workspaceSymbols } from "../../../server/src/service/workspaceSymbols.js";
import { draft as report, unbalanced } from "../../protocol/drafts.js";
import { spellings, writeDraft } from "../support/drafts.js";
import { cell, wordsAt } from "./cells.js";
import { read, uri } from "./support.js";

const draft = read(report());

describe("semantic tokens", () => {
  /** 「12 reportTotal wrong」 */
  /** Line, character, length, type and bits of the modifiers of each token. */
  function placed(data: readonly number[]): [number, number, number, number, number][] {
    const found: [number, number, number, number, number][] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
      [line, character] = [line + down, down === 0 ? character + right : right];
      found.push([line, character, length, type, bits]);
    }
    return found;
  }

  function decoded({ lines }: Draft, data: readonly number[]): string[] {
    return placed(data).map(([line, character, length, type, bits]) => {
      const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
      return [lines.lineText(line).slice(character, character + length), tokenTypes[type], ...modifiers].join(" ");
    });
  }

  test("totals, wrong numbers, placeholders and document numbers", () => {
    const text = report().replace("及时回应", "根据国办公开办函〔2021〕30号，【待填写】").replace("| 规章 | 0 |", "| 规章 | XX |").replace("| 4 | 1 | 0 | 0 | 0 | 0 | 5 |", "| 4 | 1 | 0 | 0 | 0 | 0 | 9 |");
    const tokens = decoded(read(text, { assumeReport: true, stage: "draft" }), semanticTokens(read(text, { assumeReport: true, stage: "draft" })));
    assert.deepEqual(tokens.slice(0, 4), ["国办公开办函〔2021〕30号 documentNumber", "【待填写】 reportPlaceholder", "XX reportPlaceholder", "9 reportTotal wrong"]);
    assert.ok(tokens.slice(4).every((token) => /^\d+ (?:reportTotal|reportClaim)$/.test(token)));
  });

  test("numbers in the text, apart those that were matched with a cell", () => {
    const other = read(report().replace("及时回应", "2024年，本机关新收政府信息公开申请5件。举办培训3次，未收到行政复议，"), { assumeReport: true, stage: "draft" });
    assert.deepEqual(decoded(other, semanticTokens(other)).filter((token) => token.includes("reportClaim")).slice(0, 2), ["5 reportClaim matched", "3 reportClaim"]);
  });

  test("a wrong part, a placeholder that can only be one number", () => {
    const cells = { "applications/granted/naturalPerson": "777", "review/count/directSuit.total": "XX" };
    const other = read(writeDraft({ edition: "2019", spelling: "pipe", seed: 3, cells }), { assumeReport: true, stage: "draft" });
    const tokens = decoded(other, semanticTokens(other));
    assert.ok(tokens.includes("777 reportNumber wrong"));
    assert.ok(tokens.includes("XX reportPlaceholder determined"));
  });

  test("of a range are those of the whole that lie in it", () => {
    const { line } = cell(draft, "applications/granted/total");
    assert.deepEqual(decoded(draft, semanticTokensIn(draft, { start: { line, character: 0 }, end: { line: line + 1, character: 0 } })), ["4 reportTotal"]);
  });

  test("of any lines are those of the whole that begin in them", () => {
    const other = read(unbalanced.replace("及时回应", "依据国办公开办函〔2021〕30号，2024年，本机关新收政府信息公开申请5件，【待填写】"), { assumeReport: true, stage: "draft" });
    const all = placed(semanticTokens(other));
    assert.ok(new Set(all.map(([, , , type]) => type)).size >= 4);
    for (let line = 0; line < other.lines.lineCount; line += 3) {
      const within = { start: { line, character: 0 }, end: { line: line + 5, character: 0 } };
      assert.deepEqual(placed(semanticTokensIn(other, within)), all.filter(([at]) => at >= line && at < line + 5));
    }
  });

  test("none in what is no report", () => assert.deepEqual(semanticTokens(read("参见国办公开办函〔2021〕30号\n", {})), []));

  test("an edit turns the old answer into the new one", () => {
    const before = semanticTokens(draft);
    for (const text of [report(), unbalanced, report().replace("及时回应", "〔2021〕"), `\n\n${report()}`, report({ without: ["四"] }), ""]) {
      const after = semanticTokens(read(text));
      const applied = [...before];
      for (const { start, deleteCount, data = [] } of tokenEdits(before, after)) applied.splice(start, deleteCount, ...data);
      assert.deepEqual(applied, after);
    }
    assert.deepEqual(tokenEdits(before, before), []);
  });

  test("are declared in the manifest, in both languages", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { semanticTokenTypes: { id: string }[]; semanticTokenModifiers: { id: string }[]; semanticTokenScopes: { scopes: Record<string, string[]> }[] } };
    assert.deepEqual(contributes.semanticTokenTypes.map(({ id }) => id), [...tokenTypes]);
    assert.deepEqual(contributes.semanticTokenModifiers.map(({ id }) => id), [...tokenModifiers]);
    for (const type of tokenTypes) assert.ok(Object.keys(contributes.semanticTokenScopes[0]?.scopes ?? {}).some((selector) => selector.startsWith(type)), type);
  });
});

describe("code lenses", () => {
  test("count the problems of chapters and tables, each by its severity", () => {
    const other = read(unbalanced.replace("公开形式较为单一", "公\u200b开形式较为单一"));
    assert.deepEqual(codeLenses(other).map(({ command }) => command?.title), ["1 个错误", "1 个错误", "1 个警告"]);
    const lines = codeLenses(other).map(({ range }) => other.lines.lineText(range.start.line).slice(0, 6));
    assert.deepEqual(lines, ["## 三、收", "| （本列数", "## 五、存"]);
  });
  test("in English", () => assert.deepEqual(codeLenses(read(unbalanced, { assumeReport: true, language: "en" })).map(({ command }) => command?.title), ["1 error", "1 error"]));
  test("none over what is in order", () => assert.deepEqual(codeLenses(draft), []));
});

describe("workspace symbols", () => {
  const names = (query: string, drafts = [draft]): string[] => workspaceSymbols(drafts, query).map(({ name, containerName }) => `${name} | ${containerName}`);
  test("figures by a part of their name", () => assert.deepEqual(names("新收"), ["“一、本年新收政府信息公开申请数量”的“总计” 5 | 云溪县档案馆 2024"]));
  test("chapters, also in the other script", () => assert.ok(names("總體情況").some((name) => name.startsWith("一、总体情况 | "))));
  test("reports by organ and year", () => assert.ok(names("档案馆2024").some((name) => name.startsWith("云溪县档案馆2024年政府信息公开工作年度报告"))));
  test("of all drafts that are reports", () => assert.equal(names("新收", [draft, read(writeDraft({ edition: "2019", spelling: "lines" })), read("# 新收的书\n", {})]).length, 2));
  test("all where nothing is asked", () => assert.ok(names("").length > 10));
});

describe("status", () => {
  test("says which form, why, at which stage, with what outcome", () => {
    assert.deepEqual(draftStatus(read(unbalanced, { assumeReport: true, stage: "final" }), 3.14159), {
      uri, version: 3, isReport: true, edition: "2021", name: "政府信息公开工作年度报告格式（2021年）", document: "国办公开办函〔2021〕30号",
      because: "标题中的年度为2024年，适用国办公开办函〔2021〕30号", year: 2024, stage: "final", checkMilliseconds: 3.1,
      problems: { error: 1, warning: 0, information: 0, hint: 0 },
    });
  });
  test("of another text that it is no report", () => assert.equal(draftStatus(read("# 笔记\n", {}), 0).isReport, false));
});

describe("the edition said in the text", () => {
  const written = (text: string, edition: string): string => {
    const edits: TextEdit[] = editionDirective(read(text), edition);
    return TextDocument.applyEdits(TextDocument.create(uri, "nianbao", 0, text), edits);
  };
  test("is written above the title, changed, and taken back", () => {
    const said = written(report(), "2019");
    assert.match(said, /^<!-- nianbao-edition: 2019 -->\n# 云溪县档案馆/);
    assert.equal(read(said).analysis.report.edition.id, "2019");
    assert.equal(written(said, "2014"), said.replace("2019", "2014"));
    assert.equal(written(said, "auto"), report());
    assert.equal(written(report(), "auto"), report());
  });
  test("stays below what a page has before its title", () => {
    assert.match(written(`索引号：A-1\r\n\r\n${report().replaceAll("\n", "\r\n")}`, "2021"), /^索引号：A-1\r\n\r\n<!-- nianbao-edition: 2021 -->\r\n# /);
  });
});

describe("statistics of a selection", () => {
  const of = (text: string, ...pieces: readonly string[]): unknown => {
    const any = read(text);
    const ranges = pieces.map((piece) => any.lines.range({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length }));
    return selectionStatistics(any, ranges);
  };

  for (const spelling of spellings) {
    test(`counts cells in ${spelling}, each once, exactly`, () => {
      const text = writeDraft({ edition: "2021", spelling, cells: { "disclosure/fee/amount": "0.1", "disclosure/permit/decisions": "1,234", "disclosure/penalty/decisions": "３" } });
      const any = read(text);
      const at = (key: string) => ({ start: cell(any, key), end: { ...cell(any, key), character: cell(any, key).character + 1 } });
      const ranges = ["disclosure/fee/amount", "disclosure/permit/decisions", "disclosure/penalty/decisions", "disclosure/permit/decisions"].map(at);
      assert.deepEqual(selectionStatistics(any, ranges), { count: 3, sum: "1237.1", average: "412.3667" });
    });
  }

  test("a whole row, its label and blanks left out", () => {
    const { line } = cell(draft, "applications/granted/total");
    assert.deepEqual(selectionStatistics(draft, [{ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }]), { count: 7, sum: "8", average: "1.1429" });
  });

  test("quantities in the prose, not dates, numbers of documents or of points", () => {
    const text = report().replace("及时回应", "2024年3月公开1,200条、80.5万字（见国办公开办函〔2021〕30号第2页），1.一、(2)减少-3件，及时回应");
    assert.deepEqual(of(text, "2024年3月公开1,200条、80.5万字（见国办公开办函〔2021〕30号"), { count: 2, sum: "1280.5", average: "640.25" });
    assert.deepEqual(of(text, "减少-3件，及时回应"), { count: 1, sum: "-3", average: "-3" });
  });

  test("nothing where no number is selected", () => {
    assert.equal(of(report(), "及时回应"), undefined);
    assert.equal(selectionStatistics(draft, [{ start: wordsAt(draft, "及时"), end: wordsAt(draft, "及时") }]), undefined);
  });
});
