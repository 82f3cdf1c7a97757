/** Every fault of form in both editions and all spellings: found, at its line, and nothing else is said. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, LineIndex } from "../../server/src/core/index.js";
import { spellings, writeDraft, type DraftPlan } from "./support/drafts.js";

interface Fault {
  readonly code: string;
  readonly name: string;
  /** Where the finding stands: a text of the damaged draft. */
  readonly at: string;
  readonly damage: (draft: string) => string;
  readonly cells?: DraftPlan["cells"];
  /** Spellings that cannot show this fault. */
  readonly except?: readonly string[];
}

const replace = (from: string, to: string) => (draft: string) => {
  assert.ok(draft.includes(from), `the draft has no ${from}`);
  return draft.replace(from, to);
};
const same = (draft: string): string => draft;

function withoutTable(title: string, next: string): (draft: string) => string {
  return (draft) => {
    const start = draft.indexOf(title) + title.length;
    const end = draft.lastIndexOf("\n", draft.indexOf(next)) + 1;
    return `${draft.slice(0, start)}\n\n情况见附件。\n\n${draft.slice(end)}`;
  };
}

function swapped(first: string, second: string, third: string): (draft: string) => string {
  return (draft) => {
    const [a, b, c] = [first, second, third].map((title) => draft.lastIndexOf("\n", draft.indexOf(title)) + 1);
    assert.ok(a !== undefined && b !== undefined && c !== undefined);
    const [numeralA, numeralB] = [first.slice(0, 1), second.slice(0, 1)];
    return draft.slice(0, a) + draft.slice(b, c).replace(numeralB, numeralA) + draft.slice(a, b).replace(numeralA, numeralB) + draft.slice(c);
  };
}

const faults: readonly Fault[] = [
  { code: "section-title", name: "a renamed chapter", at: "存在问题及改进措施", damage: replace("存在的主要问题及改进情况", "存在问题及改进措施") },
  { code: "section-number", name: "a doubled number", at: "三、政府信息公开行政复议", damage: replace("四、政府信息公开行政复议", "三、政府信息公开行政复议") },
  { code: "section-number", name: "a skipped number", at: "七、其他需要报告的事项", damage: replace("六、其他需要报告的事项", "七、其他需要报告的事项") },
  { code: "section-extra", name: "a chapter of 2016", at: "七、收费及减免情况", damage: replace("没有其他需要报告的事项。", "没有其他需要报告的事项。\n\n七、收费及减免情况\n\n没有收费。") },
  { code: "section-order", name: "two chapters changed about", at: "六、存在的主要问题", damage: swapped("五、存在的主要问题", "六、其他需要报告", "云溪县人民政府\n") },
  { code: "section-empty", name: "a chapter without text", at: "六、其他需要报告的事项", damage: (draft) => `${draft.slice(0, draft.indexOf("六、其他需要报告的事项"))}六、其他需要报告的事项\n` },
  { code: "table-missing", name: "a chapter without its table", at: "四、政府信息公开行政复议", damage: withoutTable("四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题") },
  { code: "table-label", name: "a misspelt row", at: "6.属于四类过程类信息", damage: replace("6.属于四类过程性信息", "6.属于四类过程类信息") },
  { code: "table-label", name: "a misspelt column", at: "社会公意组织", damage: replace("社会公益组织", "社会公意组织") },
  { code: "title-form", name: "a title in other words", at: "年政务信息公开年度报告", damage: replace("年政府信息公开工作年度报告", "年政务信息公开年度报告") },
  { code: "cell-value", name: "words for a number", at: "见附表", damage: same, cells: { "applications/refused.thirdParty/naturalPerson": "见附表" } },
  { code: "cell-value", name: "a unit in the cell", at: "77件", damage: same, cells: { "disclosure/penalty/decisions": "77件" } },
  { code: "cell-value", name: "a dash", at: "—", damage: same, cells: { "disclosure/penalty/decisions": "—" }, except: ["lines"] },
  { code: "cell-empty", name: "a blank", at: "行政处罚", damage: same, cells: { "disclosure/penalty/decisions": "" }, except: ["lines", "cellPipe", "alternate", "spaces"] },
  { code: "mixed-script", name: "a Traditional run", at: "規範辦理", damage: replace("规范办理", "規範辦理") },
  { code: "pinyin-residue", name: "pinyin behind a character", at: "群(qún)众", damage: replace("群众", "群(qún)众") },
  { code: "compatibility-form", name: "a full-width number", at: "２０２５", damage: replace("加强培训", "到２０２５年加强培训") },
  { code: "compatibility-form", name: "a Kangxi radical", at: "⼈民", damage: replace("围绕群众", "围绕⼈民群众") },
  { code: "invisible-character", name: "a zero-width space", at: "信\u200b息公开，", damage: replace("做好信息公开，", "做好信\u200b息公开，") },
];

for (const { code, name, at, damage, cells, except } of faults) {
  describe(`${code}: ${name}`, () => {
    for (const edition of ["2019", "2021"] as const) {
      for (const spelling of spellings.filter((candidate) => except?.includes(candidate) !== true)) {
        test(`${edition} in ${spelling}`, () => {
          const draft = damage(writeDraft({ edition, spelling, seed: 17, ...(cells === undefined ? {} : { cells }) }));
          const { findings } = analyse(draft, { stage: "final" });
          assert.deepEqual(findings.map((finding) => finding.code), [code], findings.map((finding) => finding.message).join("\n"));
          const lines = new LineIndex(draft);
          const [finding] = findings;
          assert.ok(finding !== undefined);
          assert.equal(lines.lineAt(finding.span.start), lines.lineAt(draft.indexOf(at)), finding.message);
        });
      }
    }
  });
}
