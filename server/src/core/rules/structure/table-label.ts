import { defineRule, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import type { Finding } from "../../check/finding.js";
import { cellText } from "../../syntax/nodes.js";
import type { BoundLabel, Report } from "../../report/report.js";
import { remembered } from "../../text/remembered.js";
import { inDraftScript } from "./draftScript.js";
import { isOfOtherForm } from "../../report/foreignLabels.js";

const messages = {
  wrong: (found: string, right: string): Words => ({ zh: `表格栏目写作“${found}”，格式规定为“${right}”。`, en: `The label “${found}” should read “${right}”, as the form has it.` }),
};

export default defineRule({
  code: "table-label",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "表格的行名或栏名与格式规定的不同", en: "The label of a row or column is not the one of the form" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表的栏目", en: "Forms of 2019 and 2021: the labels of the tables" },
  repair: "review",
  *check(report) {
    for (const [key, label] of wrongLabels(report)) {
      const found = cellText(report.text, label.cell);
      yield { key, span: label.cell.span, message: messages.wrong(found, label.expected), found, expected: label.expected };
    }
  },
  repairs,
});

/** By the key of their finding. The same label may be misspelt in several bands of table two, so the key counts them. */
const wrongLabels: (report: Report) => ReadonlyMap<string, BoundLabel> = remembered((report) => {
  const seen = new Map<string, number>();
  const found = new Map<string, BoundLabel>();
  for (const label of report.tables.filter((bound) => bound.form.optional !== true && !isOfOtherForm(report, bound)).flatMap((bound) => bound.labels)) {
    if (label.isExact) continue;
    const count = seen.get(label.expected) ?? 0;
    seen.set(label.expected, count + 1);
    found.set(`${label.expected}/${count}`, label);
  }
  return found;
});

function repairs(finding: Finding, report: Report, tools: RepairTools): Repair[] {
  const label = wrongLabels(report).get(finding.data.key);
  const newText = label === undefined ? undefined : inDraftScript(report, label.expected, tools);
  if (label === undefined || newText === undefined) return [];
  return [{ title: { zh: `改为“${newText}”`, en: `Change to “${newText}”` }, safety: "review", edits: [{ span: label.cell.span, newText }] }];
}
