/** A final report of 2008–2018 with prose by chapter and the annex of its year. */
export interface OldDraft {
  readonly year: number;
  readonly organ?: string;
  readonly disclosure?: string;
  readonly applications?: string;
  readonly review?: string;
  /** Rows of the annex as they are printed: 受理申请总数 → 7, with what has accumulated behind a slash: 425/1516. */
  readonly rows: Readonly<Record<string, string>>;
}

export function oldDraft({ year, organ = "云溪县人民政府", disclosure = "公开渠道畅通。", applications = "受理渠道畅通。", review = "按规定办理。", rows }: OldDraft): string {
  const hasYears = Object.values(rows).some((value) => value.includes("/"));
  const head = hasYears ? `| 指标名称 | 计量单位 | ${year}年度 | 历年累计 |` : "| 统计指标 | 单位 | 统计数 |";
  const lines = Object.entries(rows).map(([label, value]) => `| ${label} | ${/复议|诉讼|举报/.test(label) ? "件" : "条"} | ${value.split("/").join(" | ")} |`);
  return [
    `${organ}${year}年政府信息公开工作年度报告`, "## 一、概述", "按规定编制。", "## 二、主动公开政府信息情况", disclosure, "## 三、依申请公开政府信息办理情况", applications,
    "## 四、因政府信息公开申请行政复议、提起行政诉讼情况", review, "## 五、存在的主要问题及改进情况", "仍有不足，将继续改进。", "## 六、附表", [head, `|${"---|".repeat(hasYears ? 4 : 3)}`, ...lines].join("\n"), `${year + 1}年3月1日`,
  ].join("\n\n");
}

/** 7 applications: 4 over the net, 1 in person, 2 by letter or fax; 6 replies. */
export const annex: Readonly<Record<string, string>> = {
  主动公开文件数: "425/1516", "其中：1.政府网站公开数": "418/1500", "2.政府公报公开数": "7/16", 受理申请公开信息总数: "7/20", "其中：1.当面申请数": "1/5", "2.网上申请数": "4/10", "3.信函、传真申请数": "2/5",
  对申请的答复总数: "6/19", "其中：1.同意公开答复数": "3/12", "2.同意部分公开答复数": "1/2", "3.不予公开答复数": "2/4", "4.其他类型答复数": "0/1", "接受行政申诉、举报数": "1/1", 行政复议数: "2/3", 行政诉讼数: "0/0",
};

/** Six ways in rows of their own; 3 by electronic mail, 4 over the net. */
export const annexWithMail: Readonly<Record<string, string>> = {
  主动公开信息数: "1853/5395", 受理依申请公开信息总数: "7/28", "其中：1.当面申请数": "0/18", "2.传真申请数": "0/0", "3.电子邮件申请数": "3/6", "4.网上申请数": "4/4", "5.信函申请数": "0/0", "6.其它形式申请数": "0/0",
  对申请的答复数: "3/24", "其中：1.同意公开答复数": "2/19", "2.同意部分公开答复数": "1/3", "3.否决公开答复数": "0/2", 行政复议数: "0/0", 行政诉讼数: "0/0",
};

/** The national table of 2014. */
export const statistics: Readonly<Record<string, string>> = {
  "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）": "2069", "其中：主动公开规范性文件数": "12", "制发规范性文件总数": "14", "1.政府公报公开政府信息数": "20", "2.政府网站公开政府信息数": "1900", "3.政务微博公开政府信息数": "100", "4.政务微信公开政府信息数": "200", "5.其他方式公开政府信息数": "49",
  "（一）收到申请数": "75", "1.当面申请数": "10", "2.传真申请数": "0", "3.网络申请数": "50", "4.信函申请数": "15", "（二）申请办结数": "73", "1.按时办结数": "70", "2.延期办结数": "3", "（三）申请答复数": "73", "1.属于已主动公开范围数": "8", "2.同意公开答复数": "40", "3.同意部分公开答复数": "5", "4.不同意公开答复数": "10", "5.不属于本行政机关公开数": "4", "6.申请信息不存在数": "6", "7.告知作出更改补充数": "0", "8.告知通过其他途径办理数": "0",
  "四、行政复议数量": "3", "（一）维持具体行政行为数": "2", "（二）被依法纠错数": "1", "（三）其他情形数": "0", "五、行政诉讼数量": "1", "六、举报投诉数量": "0",
};
