// One draft for the tests of server and command line, written for them, that no rule has anything to say about. It stands here in
// full, so that a test can name its lines; test/unit/support/drafts.ts makes drafts of every spelling from a seed.

const noneInAllColumns = "0,0,0,0,0,0,0";

const rows = [
  "| 一、本年新收政府信息公开申请数量 | | | {received} |",
  "| 二、上年结转政府信息公开申请数量 | | | 1,0,0,0,0,0,1 |",
  "| 三、本年度办理结果 | （一）予以公开 | | 3,1,0,0,0,0,4 |",
  "| | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | | {none} |",
  "| | （三）不予公开 | 1.属于国家秘密 | {none} |",
  "| | | 2.其他法律行政法规禁止公开 | {none} |",
  "| | | 3.危及“三安全一稳定” | {none} |",
  "| | | 4.保护第三方合法权益 | {none} |",
  "| | | 5.属于三类内部事务信息 | {none} |",
  "| | | 6.属于四类过程性信息 | {none} |",
  "| | | 7.属于行政执法案卷 | {none} |",
  "| | | 8.属于行政查询事项 | {none} |",
  "| | （四）无法提供 | 1.本机关不掌握相关政府信息 | 2,0,0,0,0,0,2 |",
  "| | | 2.没有现成信息需要另行制作 | {none} |",
  "| | | 3.补正后申请内容仍不明确 | {none} |",
  "| | （五）不予处理 | 1.信访举报投诉类申请 | {none} |",
  "| | | 2.重复申请 | {none} |",
  "| | | 3.要求提供公开出版物 | {none} |",
  "| | | 4.无正当理由大量反复申请 | {none} |",
  "| | | 5.要求行政机关确认或重新出具已获取信息 | {none} |",
  "| | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | {none} |",
  "| | | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | {none} |",
  "| | | 3.其他 | {none} |",
  "| | （七）总计 | | 5,1,0,0,0,0,6 |",
  "| 四、结转下年度继续办理 | | | {none} |",
];

const chapters = [
  `## 一、总体情况

2024年，云溪县档案馆认真贯彻《中华人民共和国政府信息公开条例》，推进政府信息公开工作。

（一）主动公开。全年通过门户网站公开信息，及时回应社会关切。

（二）依申请公开。规范办理程序，依法答复申请人。
`,
  `## 二、主动公开政府信息情况

| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 0 | 0 | 2 |
| 第二十条第（五）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政许可 | 0 | | |
| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 0 | | |
| 行政强制 | 0 | | |
| 第二十条第（八）项 | | | |
| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 0 | | |
`,
  `## 三、收到和处理政府信息公开申请情况

| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 申请人情况 | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| | | | 自然人 | 法人或其他组织 | | | | | 总计 |
| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
${rows.join("\n")}
`,
  `## 四、政府信息公开行政复议、行政诉讼情况

| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
  `## 五、存在的主要问题及改进情况

一是公开形式较为单一，下一步将丰富解读方式。二是业务能力有待提高，下一步将加强培训。
`,
  `## 六、其他需要报告的事项

本年度收取信息处理费0元，没有其他需要报告的事项。
`,
];

const numerals = ["一", "二", "三", "四", "五", "六"] as const;

export interface DraftOptions {
  /** Numbers of the first row of table three, seven of them; 4,1,0,0,0,0,5 balances. */
  readonly received?: string;
  /** Chapters that are left out. */
  readonly without?: readonly (typeof numerals)[number][];
}

/** A report for 2024 in the form of 2021 that has no fault, except for those asked for. */
export function draft({ received = "4,1,0,0,0,0,5", without = [] }: DraftOptions = {}): string {
  const kept = chapters.filter((_, index) => !without.some((numeral) => numeral === numerals[index]));
  const text = ["# 云溪县档案馆2024年政府信息公开工作年度报告\n", ...kept].join("\n").replace("{received}", received).replaceAll("{none}", noneInAllColumns);
  return text.replace(/\| (-?\d+(?:,\d+)+) \|/g, (_, numbers: string) => `| ${numbers.split(",").join(" | ")} |`);
}

/** Stands in no other cell. */
export const wrongTotal = "88888";

/** The draft with one total that does not equal the sum of its row: one error, row-total. */
export const unbalanced = draft({ received: `4,1,0,0,0,0,${wrongTotal}` });

/** Words of the draft, for edits that change no finding. */
export const sentence = "公开形式较为单一";
