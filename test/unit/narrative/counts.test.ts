/** Numbers that the tables contradict, however they are put; nothing else of the sentence is told. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";
import { narrativeDraft } from "../support/narrativeDraft.js";

interface WrongCount {
  readonly cells: Readonly<Record<string, string>>;
  readonly chapter?: string;
  readonly passage: string;
  readonly found: readonly string[];
}

const applications = { "applications/received/naturalPerson": "20", "applications/received/total": "20", "applications/carriedIn/naturalPerson": "4", "applications/carriedIn/total": "4", "applications/granted/naturalPerson": "19", "applications/granted/total": "19", "applications/refused.internalAffairs/naturalPerson": "3", "applications/refused.internalAffairs/total": "3", "applications/other.rest/naturalPerson": "2", "applications/other.rest/total": "2", "applications/handledTotal/naturalPerson": "24", "applications/handledTotal/total": "24" };
const disputes = { "review/count/reconsideration.upheld": "1", "review/count/reconsideration.pending": "1", "review/count/reconsideration.total": "2" };

const wrongCounts: readonly WrongCount[] = [
  { cells: applications, passage: "全县收到申请20件，转下一年度办理答复的有1件。", found: ["1"] },
  { cells: applications, passage: "全县收到申请20件（含上年结转4件）。", found: ["20"] },
  { cells: applications, passage: "全县收到申请24件（不含上年结转4件）。", found: ["24"] },
  { cells: applications, passage: "新收申请20件，予以公开12件，不予公开3件；上年结转4件，予以公开4件。", found: ["12", "4"] },
  { cells: applications, passage: "市政府收到申请20件。我县收到申请21件，逾期不补正1件，其他处理2件。", found: ["21", "1"] },
  { cells: applications, passage: "主动公开信息120条，收到依申请公开21件。", found: ["21"] },
  { cells: { "disclosure/normative/issued": "77" }, passage: "动态更新本年度制发的规范性文件78件。", found: ["78"] },
  { cells: { "disclosure/permit/decisions": "300" }, passage: "作出行政许可决定301件。", found: ["301"] },
  { cells: { "applications/unavailable.notHeld/naturalPerson": "15", "applications/unavailable.notHeld/total": "" }, passage: "无法提供申请14件。", found: ["14"] },
  { cells: applications, passage: "全县收到申请20件，已按时办结23件，结转至下一年再行办理1件。", found: ["23", "1"] },
  { cells: applications, passage: "收到申请20件，截至12月31日已办结23件。", found: ["23"] },
  { cells: applications, passage: "全年办理申请24件，其中新收19件、上年结转5件。", found: ["19", "5"] },
  { cells: applications, passage: "全年办结申请24件，其中新收21件、上年结转4件。", found: ["21"] },
  { cells: applications, passage: "24件办结申请中予以公开18件。", found: ["18"] },
  { cells: disputes, chapter: "review", passage: "因政府信息公开被申请行政复议数量3件，行政诉讼数量1件。", found: ["3", "1"] },
  { cells: disputes, chapter: "review", passage: "针对本县政府信息公开事务的行政复议案3件，其中维持原答复2件。", found: ["3", "2"] },
  { cells: { "disclosure/normative/repealed": "2" }, passage: "废除规范性文件3件。", found: ["3"] },
  { cells: disputes, chapter: "review", passage: "因政府信息公开引发行政复议2件、行政诉讼0件，其中维持2件。", found: ["2"] },
  { cells: disputes, chapter: "review", passage: "因政府信息公开被申请行政复议2件，均已结案。", found: ["0"] },
  { cells: disputes, chapter: "review", passage: "因政府信息公开被申请行政复议2件，均获维持。", found: ["0"] },
];

describe("a number that the tables contradict", () => {
  for (const { cells, chapter = "overview", passage, found } of wrongCounts) {
    test(passage, () => {
      const { findings } = analyse(narrativeDraft({ organ: "云溪县", cells, prose: { [chapter]: passage } }), { stage: "final" });
      assert.deepEqual(findings.filter(({ code }) => code.startsWith("narrative-")).map(({ data }) => data.found), found);
    });
  }
});
