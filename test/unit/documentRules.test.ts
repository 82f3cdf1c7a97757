/** The rules about a report as a document: what real reports say must pass, and each kind of fault must be told. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, type Finding } from "../../server/src/core/index.js";
import { converter } from "./support/converter.js";
import { writeDraft } from "./support/drafts.js";

const codes: ReadonlySet<string> = new Set(["year-mismatch", "period", "date-range", "region-word", "document-number", "part-count", "leftover-instruction", "edition-mismatch", "fee-statement", "date-form", "section-number"]);

interface Frame {
  readonly organ?: string;
  readonly year?: number;
  readonly edition?: "2019" | "2021";
  /** The lines of signature, in place of organ and date. */
  readonly signature?: string;
}

type Place = "preamble" | "overview" | "problems" | "other";

const before: Readonly<Record<Place, string>> = { preamble: "## 一、总体情况", overview: "## 二、主动公开", problems: "## 六、其他", other: "\n云溪县人民政府\n" };

/** A whole report with a passage at the end of its preamble or of a chapter. */
function report(passage: string, place: Place, { organ = "云溪县", year = 2024, edition = "2021", signature }: Frame): string {
  const draft = writeDraft({ edition, spelling: "gfm", organ, year }).replaceAll("我县", "本机关");
  const signed = signature === undefined ? draft : draft.replace(/[^\n]*人民政府\n\n\d+年1月20日\n$/, `${signature}\n`);
  const at = place === "other" ? signed.indexOf("本年度收取") : signed.indexOf(before[place]);
  return `${signed.slice(0, at)}${passage}\n\n${signed.slice(at)}`;
}

function found(text: string): Finding[] {
  return analyse(text, { stage: "final", log: (message) => assert.fail(message) }).findings.filter(({ code }) => codes.has(code));
}

function told(text: string): string[] {
  return found(text).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

function passes(place: Place, frame: Frame, passages: readonly string[]): void {
  for (const passage of passages) {
    test(`${frame.organ ?? "云溪县"}: ${passage.slice(0, 60)}`, () => {
      const text = report(passage, place, frame);
      assert.deepEqual(told(text), []);
      assert.deepEqual(told(converter.toTraditional(text)), [], "in Traditional script");
      assert.deepEqual(told(text.replaceAll("，", ",").replaceAll("：", ":").replaceAll("（", "(").replaceAll("）", ")").replaceAll("；", ";")), [], "with half-width marks");
    });
  }
}

describe("true passages of an opening", () => {
  passes("preamble", {}, [
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现公布云溪县2024年政府信息公开工作年度报告。",
    "本年度报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
    "本报告包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，因政府信息公开工作被申请行政复议、提起行政诉讼情况，政府信息公开工作存在的主要问题及改进情况，其他需要报告的事项等六部分内容。",
    "全文共分六部分：总体情况；主动公开政府信息情况；收到和处理政府信息公开申请情况；政府信息公开行政复议、行政诉讼情况；存在的主要问题及改进情况；其他需要报告的事项。",
    "本报告全文共6个部分，包括总体情况、主动公开政府信息情况等。",
    "报告由“总体情况”“主动公开政府信息情况”“收到和处理政府信息公开申请情况”“政府信息公开行政复议、行政诉讼情况”“存在的主要问题及改进情况”“其他需要报告的事项”六大部分构成。",
    "本报告所列数据的统计期限自2024年1月1日起，至2024年12月31日止。",
    "本报告中所列数据统计期限为2024年1月1日至12月31日。",
    "报告所列数据的统计期限从2024年1月1日到2024年12月31日。",
    "数据统计时间为2024年1月1日—2024年12月31日。",
    "本年报数据统计期限为2024年1月至12月。",
    "我局于2024年5月挂牌成立，本报告数据统计期限自2024年5月10日起至2024年12月31日止。".replace("我局", "本机关"),
    "统计数据截至2024年12月31日。",
    "按照《云溪县人民政府办公室关于做好2023年政府信息公开工作年度报告编制和发布工作的通知》精神编制。",
    "参照2023年政府信息公开工作年度报告的体例，结合本年度实际编制。",
    "本报告电子版可在云溪县人民政府网站（www.yunxi.gov.cn）下载。如有疑问，请与云溪县人民政府办公室联系（地址：云溪县人民路1号，邮编：311200，电话：0571—12345678）。",
    "根据《关于做好2024年度政府信息公开工作年度报告编制工作的通知》（赣府厅明〔2024〕116号）要求编制。",
    "根据国务院令第711号公布的条例第五十条编制本报告。",
    "现将2024年度政府信息公开工作年度报告公布如下。",
    "现向社会公布云溪县人民政府2024年度政府信息公开工作年度报告。本报告自公布之日起可以查阅。",
    "本报告依据国办公开办函〔2021〕30号编制，替代国办公开办函〔2019〕60号。",
    "条例第三部分规定了监督和保障。",
    "本报告内容包括总体概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、信息公开工作存在的主要问题及改进情况、其他报告事项等六个方面。",
    "本报告由概述，主动公开政府信息的情况，收到和处理政府信息公开申请的情况，因政府信息公开工作被申请行政复议及提起行政诉讼的情况，存在的主要问题和改进措施，其他事项等六部分组成。",
    "全报告从组织领导、平台建设、监督保障、教育培训四个方面加强管理。",
    "本报告由政府办公室编制，分为文字、表格两种形式，附件两个部分另行公布。".replace("，附件两个部分另行公布", ""),
    "公开工作分三部分推进，共有五个方面。",
    "报告的数据时间范围为2024年1月1日至2024年12月31日，特此说明。",
    "索引号：000014349/2025-00001，来源：县政府办公室，发布日期：2025-01-20。",
  ]);
});

describe("true passages of a chapter in a county's report", () => {
  passes("overview", {}, [
    "全市政务公开工作会议召开后，本机关及时传达部署。",
    "在全市政务公开评比中位居第二，受到市政府办公室通报表扬。",
    "2024年，全县主动公开政府信息3200条，比2023年增长12%。",
    "2024年，全县各级行政机关共收到申请35件，其中县本级12件。",
    "我县位于我市东部，我省重点镇有5个。",
    "我市政务公开办组织的培训，我县均派人参加。",
    "全市共收到申请300件，我县占12件。",
    "在全省公开评估中，全市平均得分92分，我县94分。",
    "制定《我局政务公开十条》《镇机关管理办法》等样本，供各单位参考。",
    "某局在讲评中说：“我局今后一定改进。”",
    "各镇机关、乡镇机关设立查阅点24个，街道机关设立3个。",
    "太平镇人民政府在全镇推行村务公开，发布信息120条。".replace("在全镇推行村务公开，发布信息120条", "推行村务公开，成效明显"),
    "加强与镇江市、乡宁县的交流。",
    "建设本市场主体信息库，完善本局部地区气象信息。".replace("本局部", "局部"),
    "编制《云溪县政务公开事项目录（2022年版）》，修订2023年版指南。",
    "2023年制定的《云溪县政务公开办法》于2024年1月1日起施行。",
    "截至2024年12月31日，累计公开政府信息18000条，自2019年5月15日以来逐年增加。",
    "2021—2025年为“十四五”时期，到2035年建成法治政府。",
    "印发《云溪县2024年政务公开工作要点》（云政办发〔2024〕12号）、《关于加强公文管理的通知》（云政办函〔2024〕5号）。",
    "转发《关于转发〈省办通知〉的通知》（赣府厅明〔2019〕116号），落实国办发〔2019〕14号文件。",
    "法院作出（2024）赣07行初30号判决，维持本机关答复。",
    "作出云政复决字〔2024〕8号复议决定。",
    "财政部公告2024年第3号、市场监管总局公告〔2024〕第12号已经转发。",
    "电话0571-12345678，版本号2024.1.5版，IP地址10.2.24.1。",
    "网址为http://www.yunxi.gov.cn/2024-01-05/t20240105_1234.html。",
    "一是加强领导；二是规范流程；三是强化监督。",
    "一是健全机制，一方面抓制度，另一方面抓队伍；二是落实责任。",
    "一是抓公开。一是公开目录，二是公开指南。二是抓解读。三是抓回应。",
    "重点做好三件事，其中之一是公开，其中之二是解读。",
    "二是主动性有待加强，这是群众反映较多的问题。",
    "一是规范公开，二要加强解读，三是强化回应。",
    "（一）公开方面一是抓目录。二是抓指南。三是抓解读。（二）平台方面一是抓网站。二是抓新媒体。（三）保障方面一是抓考核。二是抓培训。",
    "一是抓公开：一是目录，二是指南，三是名录。二是抓解读。三是抓回应。",
    "2024年2月29日召开专题会，2024年9月30日完成整改。",
    "7月1日至9月30日开展专项检查，10月31日前全部整改。",
    "一九四九年以来的档案、二〇一二年二月二十日的文件均已移交。",
    "贯彻党的二十大精神，落实“三个一”要求。",
    "《二〇二三年工作总结》和“二〇二三年五月一日”的题词已公开。",
    "XX分析方法、5G基站、X光机采购信息均已公开。",
    "公开内容详见附件：云溪县主动公开目录。",
    "发布《关于2022年决算的报告》2条，2023年预算120条。",
    "在2022年基础上，2023年和2024年连续两年增长。",
    "县财政局局机关、县教育局机关支部开展学习。",
    "全区县交流活动、全市场监管、全镇村务公开均有进展。",
    "本办法、本办公室、本委托书、本局势的文字不属于称呼。",
    "与2024年1月5日前相比，办理时间缩短3天。",
    "24年来首次实现零投诉，用了12年2个月时间。",
    "完成《行政执法公示办法》（2024年5月修订）的公开。",
    "信息处理费按《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）执行。",
    "全县共办理人大建议12件，全市共有3个县入选。",
    "采取“线上＋线下”方式，统一使用【公开】【不公开】标识。",
    "监测数据公布时间为2024年3月1日至2024年3月10日，逾期不再受理。",
    "2024年11月30日前完成，12月31日止。",
    "发布数据的时间范围为2020年1月1日至2023年6月30日的历史文件已完成清理。",
  ]);
});

describe("true passages of the other chapters", () => {
  passes("problems", {}, [
    "下一步，将于2025年6月底前完成整改，确保2025年12月底前全面达标。",
    "针对2023年存在的问题，要求各单位确保2024年6月底前整改到位。",
    "按照部署，已于2024年10月底前完成。",
    "2024年年初提出，力争2024年底前建成平台，现已建成。",
    "一是认识不足。二是力量薄弱。三是解读单一。下一步：一是加强培训；二是充实人员。",
    "（一）存在的问题\n\n1.认识不够到位。\n\n2.解读不够深入。\n\n（二）改进措施\n\n1.加强学习。\n\n2.完善机制。\n\n3.强化考核。",
    "（一）加强领导；\n\n（二）完善制度；\n\n（三）强化监督。",
    "（一）主要问题。一是人员少；二是培训少。（二）改进情况。一是增加人员；二是增加培训。\n\n（三）今后打算。继续努力。",
    "（1）公开不及时。\n\n（2）解读不深入。\n\n1.加强培训。\n\n2.加强考核。".replace("（1）", "（一）").replace("（2）", "（二）"),
    "一、认识问题\n\n二、力量问题",
  ]);
  passes("other", {}, [
    "本年度共收取信息处理费3940元。",
    "2024年，本机关未收取信息处理费。",
    "收取信息处理费0.394万元，减免信息处理费20元。",
    "按照每页10元计收信息处理费，共计1,200元。",
    "附件：1.主动公开目录\n\n2.依申请公开统计表",
  ]);
});

describe("true passages in the reports of other organs", () => {
  passes("overview", { organ: "云溪县太平镇人民政府", signature: "云溪县太平镇人民政府\n\n2025年1月20日" }, [
    "我镇主动公开政府信息320条，全镇12个村（居）均设公开栏。",
    "在我县率先建成政务公开专区，我市日报作了报道。",
    "全县政务公开现场会在我镇召开，全市共有50个镇参加。",
    "配合县公安局、县财政局机关做好宣传。",
    "2024年，全镇共收到申请2件，均已答复。",
    "镇机关干部带头学习条例，镇党委专题研究2次。",
  ]);
  passes("overview", { organ: "朔原市云平区陶家乡", signature: "朔原市云平区陶家乡人民政府\n\n2025年1月15日" }, ["我乡发布信息88条，乡机关干部包村入户。", "全乡共受理咨询12件，乡镇机关人员不足。", "我区将我乡列为试点，我市给予支持。"]);
  passes("overview", { organ: "城关街道办事处", signature: "城关街道办事处\n\n2025年1月9日" }, ["我街道主动公开信息60条，街道机关开展培训。", "全街道共受理申请3件。", "我区、我市均未发生诉讼，我办高度重视。"]);
  passes("overview", { organ: "云溪县财政局", signature: "云溪县财政局\n\n2025年1月31日" }, ["我局主动公开预决算信息66条，局机关各股室参加培训。", "全县共有预算单位120个，我县财政收入平稳增长。", "全市财政系统工作会议召开，我市各县均参加。", "本局未收到政府信息公开申请。"]);
  passes("overview", { organ: "江原省水利厅", signature: "江原省水利厅\n\n2025年1月24日" }, ["我厅公开信息300条，全省共收到申请200件。", "我省水利系统共公开信息5000条。"]);
  passes("overview", { organ: "赣阳市", signature: "赣阳市人民政府办公室\n\n2025年3月28日" }, ["我市各县（市、区）共收到申请356件，全市办结350件。", "云溪县在全县推行公开标准化。", "全省共收到申请1万件，全市占3%。"]);
  passes("overview", { organ: "瑞原市", signature: "瑞原市人民政府\n\n2025年2月25日" }, ["全市主动公开信息1200条，我市为县级市。", "我市所辖镇、街道均已建成公开专区。"]);
  passes("overview", { organ: "福阳市晋平区", signature: "福阳市晋平区人民政府\n\n2025年2月10日" }, ["全区共收到申请25件，我区办结24件。", "全市政务公开考核中我区排名第一，全市共收到申请300件，晋平区25件。"]);
  passes("overview", { organ: "云岭自治县", signature: "云岭自治县人民政府\n\n2025年2月10日" }, ["全县收到申请9件，我县办结9件，全州通报表扬。", "我州出台办法，我县落实。"]);
  passes("overview", { organ: "东原旗", signature: "东原旗人民政府\n\n2025年2月18日" }, ["全旗公开信息300条，全区共有103个旗县，我旗位列前茅。", "全盟政务公开会议在我旗召开。"]);
  passes("overview", { organ: "云溪经济技术开发区管理委员会", signature: "云溪经济技术开发区管理委员会\n\n2025年3月1日" }, ["全区共公开信息100条，我委收到申请2件，全市共收到申请300件。", "我区、我局、我镇等称谓已经统一。"]);
  passes("overview", { organ: "国家税务总局云溪县税务局", signature: "国家税务总局云溪县税务局\n\n2025年3月20日" }, ["我局全年公开信息200条，全市税务系统公开信息3000条。"]);
  passes("overview", { organ: "云溪县发展和改革委员会", signature: "云溪县发展和改革委员会\n\n2025年1月28日" }, ["我委公开信息100条，我局（粮食局）公开信息20条。", "全县共公开项目信息800条。"]);
  passes("overview", { organ: "云溪县人民政府办公室", signature: "云溪县人民政府办公室\n\n2025年2月28日" }, ["我办牵头，全县公开信息3000条，我县政府网站运行良好。", "我局、我镇等称呼在样本中使用。"]);
  passes("overview", { organ: "云海高新区", signature: "云海高新区管委会\n\n2025年3月25日" }, ["全区共收到申请5件，全市共收到申请300件。"]);
  passes("overview", { organ: "江原省", signature: "江原省人民政府\n\n2025年3月31日" }, ["全省共收到申请10000件，各市全市域推行公开。"]);
});

describe("signatures and dates that are right", () => {
  for (const [organ, signature] of [
    ["云溪县", "云溪县人民政府\n\n2025年2月20日"],
    ["云溪县", "云溪县人民政府\n\n二〇二五年一月"],
    ["云溪县", "（此件公开发布）"],
    ["云溪县", "云溪县人民政府办公室2025年1月20日"],
    ["赣阳市", "赣阳市人民政府\n\n2025年3月31日"],
    ["江原省", "江原省人民政府办公厅\n\n2025年3月31日"],
    ["云溪县气象局", "云溪县气象局\n\n2025年3月31日"],
    ["云溪县自然资源局城关分局", "云溪县自然资源局城关分局\n\n2025年2月8日"],
    ["云溪经济开发区管委会", "云溪经济开发区管委会\n\n2025年3月8日"],
    ["云溪县人民政府办公室", "云溪县人民政府办公室\n\n2025年3月8日"],
  ] as const) {
    test(`${organ}: ${signature.replaceAll("\n", " ")}`, () => assert.deepEqual(told(report("公开工作稳步推进。", "overview", { organ, signature })), []));
  }

  test("a page put on a new web site years later", () => assert.deepEqual(told(`发布日期：2028-05-06\n\n${report("公开工作稳步推进。", "overview", {})}`), []));
  test("the county's report on 2020, for which only the Regulations' day counts", () => assert.deepEqual(told(report("公开工作稳步推进。", "overview", { year: 2020, edition: "2019", signature: "云溪县人民政府\n\n2021年3月30日" })), []));
});

type Fault = readonly [place: Place, frame: Frame, passage: string, expected: readonly string[]];

const faults: readonly Fault[] = [
  ["preamble", {}, "现公布云溪县2023年政府信息公开工作年度报告。", ["year-mismatch 2023年"]],
  ["preamble", {}, "现将云溪县2022年度政府信息公开工作年度报告公布如下。", ["year-mismatch 2022年"]],
  ["overview", {}, "本报告中所列数据的统计期限自2021年1月1日起至2021年12月31日止。", ["year-mismatch 2021年1月1日起至2021年12月31日"]],
  ["preamble", {}, "本报告数据统计期限为2024年1月1日至2024年12月30日。", ["period 2024年12月30日"]],
  ["preamble", {}, "统计期限为2024年2月1日至12月31日。", ["period 2024年2月1日"]],
  ["preamble", {}, "统计期限为2023年1月1日至2024年12月31日。", ["period 2023年1月1日"]],
  ["preamble", {}, "统计期限为2024年1月1日至2025年12月31日。", ["period 2025年12月31日"]],
  ["preamble", {}, "统计期限为2024年1月至11月。", ["period 11月"]],
  ["preamble", {}, "统计期限自2024年1月1日起。", ["period 2024年1月1日"]],
  ["preamble", {}, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况等五部分组成。", ["part-count 五部分"]],
  ["preamble", {}, "本报告分为7个部分。", ["part-count 7个部分"]],
  ["preamble", {}, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况六部分组成。", ["part-count 六部分"]],
  ["preamble", {}, "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，政府信息公开工作存在的主要问题及改进情况，其他需要报告的事项六部分组成。", ["part-count 六部分"]],
  ["preamble", {}, "本报告包括总体概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议、行政诉讼情况、存在的主要问题及改进情况等五个方面。", ["part-count 五个方面"]],
  ["overview", {}, "一是抓公开。二是抓解读。三是抓回应。四是抓平台。整改方面一是增加人员；三是加强培训；三是落实考核。", ["section-number 三是"]],
  ["preamble", {}, "按照国办公开办函〔2019〕60号的格式编制。", ["edition-mismatch 国办公开办函〔2019〕60号"]],
  ["overview", {}, "2024年，全市共收到依申请公开信息9件，均已答复。", ["region-word 全市"]],
  ["overview", {}, "经我局研究，予以公开。", ["region-word 我局"]],
  ["overview", { organ: "云溪县财政局", signature: "云溪县财政局\n\n2025年1月20日" }, "我局规定，不得损害镇机关的利益。", ["region-word 镇机关"]],
  ["overview", { organ: "太平镇", signature: "太平镇人民政府\n\n2025年1月20日" }, "我镇按时公开。我乡群众满意。", ["region-word 我乡"]],
  ["overview", { organ: "太平镇", signature: "太平镇人民政府\n\n2025年1月20日" }, "2024年，全县主动公开政府信息3000条。", ["region-word 全县"]],
  ["overview", { organ: "福阳市晋平区", signature: "福阳市晋平区人民政府\n\n2025年1月20日" }, "我县高度重视。", ["region-word 我县"]],
  ["overview", {}, "印发云政办[2024]32号文件。", ["document-number [2024]32号"]],
  ["overview", {}, "印发《工作要点》（云政办发【2024】3号）。", ["document-number 【2024】3号"]],
  ["overview", {}, "落实国办发（2024）3号文件。", ["document-number （2024）3号"]],
  ["overview", {}, "落实云政办发〔2024〕第3号文件。", ["document-number 〔2024〕第3号"]],
  ["overview", {}, "落实云政办发〔2024〕003号文件。", ["document-number 〔2024〕003号"]],
  ["overview", {}, "落实云政办发〔24〕3号文件。", ["document-number 〔24〕3号"]],
  ["overview", {}, "印发《关于推进基层公开的实施方案》（云府办函〔2024〕148号）、《关于做好数据安全检查的通知》（云府办函〔2024〕148号）。", ["document-number 云府办函〔2024〕148号"]],
  ["overview", {}, "于2024年05月08日召开会议。", ["date-form 2024年05月08日"]],
  ["overview", {}, "于二〇二四年5月8日召开会议。", ["date-form 二〇二四年5月8日"]],
  ["overview", {}, "于二〇二四年五月八日召开会议。", ["date-form 二〇二四年五月八日"]],
  ["overview", {}, "会议于24年5月8日召开。", ["date-form 24年5月8日"]],
  ["overview", {}, "会议于2024.5.8召开，研究公开工作。", ["date-form 2024.5.8"]],
  ["overview", {}, "会议于2024/5/8召开，研究公开工作。", ["date-form 2024/5/8"]],
  ["overview", {}, "于2024年2月30日召开会议。", ["date-range 2024年2月30日"]],
  ["overview", {}, "于6月31日前完成整改。", ["date-range 6月31日"]],
  ["overview", {}, "于2024年13月5日完成。", ["date-range 2024年13月5日"]],
  ["overview", {}, "一是加强领导；三是规范流程；三是强化监督。", ["section-number 三是"]],
  ["overview", {}, "一是加强领导；二是规范流程；四是强化监督。", ["section-number 四是"]],
  ["overview", {}, "（一）公开\n\n（二）解读\n\n（四）回应", ["section-number （四）"]],
  ["overview", {}, "1.公开工作。\n\n2.解读工作。\n\n2.回应工作。", ["section-number 2."]],
  ["overview", {}, "该部分以表格形式报告。表格如下：", ["leftover-instruction 该部分以表格形式报告。表格如下："]],
  ["overview", {}, "受理申请的数量（含2024年度及历年累计数量）为3件。", ["leftover-instruction （含2024年度及历年累计数量）"]],
  ["overview", {}, "本年公开信息XX条。", ["leftover-instruction XX"]],
  ["overview", {}, "（单位名称）公开信息30条。", ["leftover-instruction （单位名称）"]],
  ["overview", {}, "公开信息【请填写】条。", ["leftover-instruction 【请填写】"]],
  ["overview", {}, "（一）公开情况；\n\n全年公开信息三百条。", ["leftover-instruction ；"]],
  ["overview", {}, "申请表可以下载（）。", ["leftover-instruction 下载（）"]],
  ["other", {}, "另收取信息处理费385元。", ["fee-statement 385元"]],
  ["overview", { signature: "云溪县人民政府\n\n2024年12月20日" }, "公开工作稳步推进。", ["date-range 2024年12月20日"]],
  ["overview", { organ: "云溪县财政局", signature: "云溪县财政局\n\n2025年2月20日" }, "公开工作稳步推进。", ["date-range 2025年2月20日"]],
  ["overview", { signature: "云溪县人民政府\n\n2025年03月01日" }, "公开工作稳步推进。", ["date-form 2025年03月01日", "date-range 2025年03月01日"]],
  ["problems", {}, "下一步，加强培训，确保2024年10月底前完成试点任务。", ["year-mismatch 2024年10月底前"]],
];

describe("faults", () => {
  for (const [place, frame, passage, expected] of faults) {
    test(passage.slice(0, 60) + (frame.signature ?? "").slice(-12), () => {
      const text = report(passage, place, frame);
      assert.deepEqual(told(text).sort(), [...expected].sort());
    });
  }
});

describe("a form that somebody has chosen is not blamed on the year", () => {
  const own = writeDraft({ edition: "2021", spelling: "gfm" });
  const said = (text: string, edition?: string): string => analyse(text, { stage: "final", ...(edition === undefined ? {} : { edition }) }).findings.find(({ code }) => code === "edition-mismatch")?.message ?? "";

  test("in a comment of the draft", () => assert.match(said(`<!-- nianbao-edition: 2019 -->\n${own}`), /文中指令 nianbao-edition 选定的是国办公开办函〔2019〕60号.*或者更改所选的格式/));
  test("in the configuration", () => assert.match(said(own, "2019"), /配置选定的是国办公开办函〔2019〕60号/));
  test("by nobody", () => assert.match(said(own.replaceAll("2024年", "2020年")), /本报告年度适用国办公开办函〔2019〕60号。请换用后者的表样。/));
});
