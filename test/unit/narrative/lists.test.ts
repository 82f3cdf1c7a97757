/**
 * Lists that cannot be right are told at their total, however their items are named, and nothing else of the sentence is; of those that are right or may
 * be nothing is said. The drafts have no tables, so that there is nothing but the sentence to go by.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, type Finding } from "../../../server/src/core/index.js";
import { trueLists } from "../support/trueLists.js";

/** The total that is told, and the sentence. */
const wrongLists: readonly (readonly [string, string])[] = [
  ["137", "发布信息137条，其中动态信息69条、活动信息40条、培训信息32条。"],
  ["3000", "公开信息3000条，其中人事信息10条、政务动态1700条、解读110条、财政信息1801条。"],
  ["3000", "公开信息3000条，包括人事信息10条、政务动态1700条、解读及回应信息共计110条、财政信息1801条。"],
  ["100", "公开信息100条，其中更新15条、采购40条、政策文件50条。"],
  ["100", "公开信息100条，其中1.政策60条；2.公告30条；3.财政12条。"],
  ["32", "公开信息32条，其中1.机构设置5；2.文件10；3.动态信息19。"],
  ["1000", "公开信息1000条，其中古塘镇5.4级地震救灾300条，乡村振兴500条，财政预决算250条。"],
  ["1913", "公开信息1913条，其中县直各单位1397条、各乡镇534条。"],
  ["1913", "公开信息1913条。其中，县直各单位公开1397条，占73%。各乡镇公开534条，占27%。"],
  ["382", "公开信息382条，包括政府网站35条，微博80条，微信公众号2443条。"],
  ["372", "受理政府信息咨询372人次，其中现场331人次，电话61人次。"],
  ["50", "收到来信50件，其中网络20件，信函40件。"],
  ["100", "公开信息100条，其中社会保障信息20条，为民办实事信息30条，部门预决算60条。"],
  ["100", "公开信息100条，其中政策60条，公告30条，财政20条；收到留言56条。"],
  ["100", "共公开信息100条，其中政策60条、公告20条、其他信息15条，通过微信发布信息70条。"],
  ["3978", "制作、获取政府信息总数3978条，其中主动公开政府信息2026条，作为依申请公开信息数46条，不予公开信息数1854条。"],
  ["130", "制发文件130件，其中主动公开20件，依申请公开30件，不予公开82件。"],
  ["60", "公开的60条信息中，政策类40条，财政类25条。"],
  ["8", "召开会议8次，其中常务会议12次。"],
];

function told(passage: string): readonly Finding[] {
  const { findings } = analyse(`# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${passage}\n`, { stage: "final" });
  return findings.filter(({ code }) => code.startsWith("narrative-"));
}

describe("a list that cannot be right", () => {
  for (const [total, passage] of wrongLists) {
    test(passage, () => {
      assert.deepEqual(told(passage).map(({ code, data }) => [code, data.found]), [["narrative-sum", total]]);
    });
  }
});

for (const [name, passages] of Object.entries(trueLists)) {
  describe(`lists that are right or may be: ${name}`, () => {
    for (const passage of passages) test(passage, () => assert.deepEqual(told(passage).map(({ message }) => message), []));
  });
}
