/** The prose of 2008–2018 against the annex of the report. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";
import { annex, annexWithMail, oldDraft, statistics, type OldDraft } from "../support/oldDraft.js";

type Prose = Omit<OldDraft, "year" | "rows">;

function told(year: number, rows: OldDraft["rows"], prose: Prose): readonly (string | undefined)[] {
  const { findings } = analyse(oldDraft({ year, rows, ...prose }), { stage: "final" });
  return findings.filter(({ code }) => code.startsWith("narrative-")).map(({ data }) => data.found);
}

interface Case {
  readonly year: number;
  readonly rows: OldDraft["rows"];
  readonly prose: Prose;
}

const right: readonly Case[] = [
  { year: 2016, rows: annex, prose: { disclosure: "2016年全县主动公开政府信息425条。其中，县直各单位主动公开303条，占71.3%。各乡镇主动公开122条，占28.7%。" } },
  { year: 2016, rows: annex, prose: { disclosure: "截至2016年底，全县累计主动公开政府信息1516条，其中2016年425条。" } },
  { year: 2016, rows: annex, prose: { disclosure: "各乡镇、县直各单位对政府信息进行了梳理和编目，2016年制作、获取政府信息总数1873条，其中主动公开政府信息425条，作为依申请公开信息数46条，不予公开信息数1402条。" } },
  { year: 2016, rows: annex, prose: { disclosure: "全县主动公开政府信息13000条，其中县政府主动公开政府信息425条。" } },
  { year: 2016, rows: annex, prose: { disclosure: "2016年，在县政府网站主动公开政府信息418条，通过微信公众号公开政府信息900条。" } },
  { year: 2016, rows: annex, prose: { disclosure: "各乡镇主动公开政府信息122条。县教育局主动公开政府信息30条。2015年主动公开政府信息380条。" } },
  { year: 2016, rows: annex, prose: { disclosure: "主动公开规范性文件12条，主动公开财政信息30条，公开政府信息500余条。" } },
  { year: 2016, rows: annex, prose: { applications: "2016年，全县共收到政府信息公开申请7件，其中当面申请1件，网上申请4件，信函、传真申请2件，已答复6件。" } },
  { year: 2016, rows: annex, prose: { applications: "2016年共受理政府信息公开申请7件，同意公开3件，同意部分公开1件，不予公开2件；历年累计受理20件。" } },
  { year: 2016, rows: annex, prose: { applications: "全县受理申请7件，通过信函申请2件，通过网络申请4件。县公安局收到申请3件，其中网上申请2件。" } },
  { year: 2016, rows: annex, prose: { applications: "收到申请7件，其中当面1件、网络4件、信函2件；答复总数6件，其中同意公开4件。" } },
  { year: 2016, rows: annex, prose: { review: "因政府信息公开被申请行政复议2件，没有发生行政诉讼，接受行政申诉、举报1件。全县受理行政复议案件86件。" } },
  { year: 2016, rows: annex, prose: { review: "未收到针对县政府办的行政诉讼。群众投诉举报热线受理投诉230件。" } },
  { year: 2013, rows: annexWithMail, prose: { disclosure: "2013年主动公开政府信息1853条。", applications: "全县共收到有关政府信息公开的申请7条，网上申请数7条；对依申请公开的答复总数3条，其中同意公开答复数2条，其它公开答复数1条。未收到有关政府信息公开行政复议申请。" } },
  { year: 2013, rows: annexWithMail, prose: { applications: "全县共收到申请7条，网上申请数4条，电子邮件申请数3条。" } },
  { year: 2013, rows: { ...annexWithMail, "6.其它形式申请数": "2/2" }, prose: { applications: "全县共收到申请7条，信函申请数2条。" } },
  { year: 2016, rows: statistics, prose: { disclosure: "全县主动公开政府信息2069条，制发规范性文件14件。", applications: "收到申请75件，当面申请10件，网络申请50件，信函申请15件；办结73件，其中同意公开48件，同意部分公开5件，不同意公开10件。", review: "因政府信息公开引发行政复议3件，维持2件，纠正1件；行政诉讼1件。" } },
  { year: 2016, rows: statistics, prose: { applications: "答复73件，其中予以公开53件，不予公开20件。" } },
];

const wrong: readonly (Case & { readonly found: readonly string[] })[] = [
  { year: 2016, rows: annex, prose: { disclosure: "2016年全县主动公开政府信息452条。" }, found: ["452"] },
  { year: 2016, rows: annex, prose: { disclosure: "各乡镇、县直各单位对政府信息进行了梳理和编目，2016年主动公开政府信息435条。" }, found: ["435"] },
  { year: 2016, rows: annex, prose: { disclosure: "2016年全县制作、获取政府信息总数1873条，其中主动公开政府信息435条，不予公开信息数1402条。" }, found: ["435"] },
  { year: 2016, rows: annex, prose: { applications: "2016年，全县共收到政府信息公开申请8件，其中当面申请2件，网上申请4件，信函、传真申请2件。" }, found: ["8", "2"] },
  { year: 2016, rows: annex, prose: { applications: "2016年共受理政府信息公开申请7件，同意公开5件，不予公开3件。" }, found: ["5", "3"] },
  { year: 2016, rows: annex, prose: { applications: "2016年全县未收到政府信息公开申请。" }, found: ["0"] },
  { year: 2016, rows: annex, prose: { review: "2016年未收到有关政府信息公开行政复议、提起行政诉讼的申请。" }, found: ["0"] },
  { year: 2016, rows: annex, prose: { review: "收到1份有关政府信息公开行政复议申请，已及时处理。" }, found: ["1"] },
  { year: 2013, rows: annexWithMail, prose: { applications: "全县共收到有关政府信息公开的申请7条，网上申请数3条，信函申请数4条。" }, found: ["4"] },
  { year: 2016, rows: statistics, prose: { disclosure: "全县主动公开政府信息2096条。", applications: "收到申请75件，办结71件，网络申请52件。", review: "因政府信息公开引发行政复议3件，维持1件，被纠正2件。" }, found: ["2096", "71", "52", "1", "2"] },
];

describe("prose and annex that agree, or of which it cannot be known", () => {
  for (const { year, rows, prose } of right) test(Object.values(prose).join(" "), () => assert.deepEqual(told(year, rows, prose), []));
});

describe("prose that the annex contradicts", () => {
  for (const { year, rows, prose, found } of wrong) test(Object.values(prose).join(" "), () => assert.deepEqual(told(year, rows, prose), found));
});
