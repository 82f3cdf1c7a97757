/** Which line is the title, what it says of organ and year, and what around it is the page's. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, type Analysis, type CheckOptions } from "../../server/src/core/index.js";
import { isOrganName } from "../../server/src/core/report/organ.js";
import { writeDraft } from "./support/drafts.js";

/** A correct report without its title. */
const body = writeDraft({ edition: "2021", spelling: "pipe", seed: 9 }).replace("云溪县2024年政府信息公开工作年度报告\n", "");
const older = writeDraft({ edition: "2019", spelling: "pipe", seed: 9 }).replace("云溪县2020年政府信息公开工作年度报告\n", "");

function read(head: string, rest = body, options: CheckOptions = {}): Analysis {
  return analyse(`${head}\n\n${rest}`, { stage: "final", assumeReport: true, ...options });
}

function told({ report: { organ, year }, findings }: Analysis): unknown {
  return { organ, year, findings: findings.map(({ code, message }) => `${code} ${message}`) };
}

function reads(head: string, organ: string): void {
  test(head.replaceAll("\n", "⏎"), () => assert.deepEqual(told(read(head)), { organ, year: 2024, findings: [] }));
}

describe("a title over several lines", () => {
  const phrase = "政府信息公开工作年度报告";
  for (const parts of [["云溪县石桥镇2024年", phrase], ["云溪县石桥镇2024年政府", "信息公开工作年度报告"], ["云溪县石桥镇2024年政府信息公开", "工作年度报告"], ["云溪县石桥镇2024年政府信息公开工作", "年度报告"]]) {
    reads(parts.join("\n"), "云溪县石桥镇");
    reads(parts.join("\n\n"), "云溪县石桥镇");
    reads(parts.map((part) => `# ${part}`).join("\n\n"), "云溪县石桥镇");
    reads(parts.map((part) => `  ${part}  `).join("\n"), "云溪县石桥镇");
  }
  reads(`云溪县石桥镇人民政府\n2024年政府信息公开工作\n年度报告`, "云溪县石桥镇人民政府");
  reads(`云溪县石桥镇人民政府\n2024年\n政府信息公开工作\n年度报告`, "云溪县石桥镇人民政府");
  reads(`云溪县人民政府\n办公室2024年政府信息公开\n工作年度报告`, "云溪县人民政府办公室");
  reads(`云溪县石桥镇2024\n年${phrase}`, "云溪县石桥镇");
  reads(`云溪县 石桥镇 2024 年 政府信息 公开工作 年度报告`, "云溪县石桥镇");
  reads(`2024年${phrase}\n云溪县石桥镇人民政府\n2024年${phrase}`, "云溪县石桥镇人民政府");
  reads(`2024年${phrase}\n云溪县教育局`, "云溪县教育局");
  reads(`云溪县教育局${phrase}\n（2024年度）`, "云溪县教育局");
  reads(`云溪县教育局${phrase}（2024年）`, "云溪县教育局");
  reads(`${phrase}\n（2024年度）\n云溪县教育局`, "云溪县教育局");
  reads(`2024年${phrase}\n（云溪县教育局）`, "云溪县教育局");
  reads(`2024\n\n云溪县教育局\n\n${phrase}`, "云溪县教育局");
  reads(`云溪县教育局\n\n2024\n\n${phrase}`, "云溪县教育局");
  reads(`云溪县石桥镇人民\n政府2024年${phrase}`, "云溪县石桥镇人民政府");
  reads(`云溪县石桥镇2024年度政\n府信息公开工作年度报告`, "云溪县石桥镇");
  reads(`云溪县教育局\n二〇二四年${phrase}`, "云溪县教育局");
  reads(`2024年度\n云溪县教育局${phrase}`, "云溪县教育局");

  test("of 2020 is judged by the form of its year", () => {
    const analysis = read("云溪县石桥镇2020年政府信息公开工作\n年度报告", older);
    assert.deepEqual(told(analysis), { organ: "云溪县石桥镇", year: 2020, findings: [] });
    assert.equal(analysis.report.edition.id, "2019");
  });

  test("is all of its lines, and mended as one", () => {
    const { report, findings } = read("云溪县石桥镇2024年\n政府信息公开年度报告");
    assert.equal(report.source.slice(report.title?.span.start, report.title?.span.end), "云溪县石桥镇2024年\n政府信息公开年度报告");
    assert.deepEqual(findings.map(({ code, span, data }) => [code, span, data.expected]), [["title-form", report.title?.span, "云溪县石桥镇2024年政府信息公开工作年度报告"]]);
  });
});

describe("the organ on a line of its own", () => {
  const organs = ["石桥街道", "石桥街道办", "白音苏木", "云溪县发改委", "云溪县政府办", "云溪县科协", "云溪县供销社", "云溪县交通运输综合执法大队", "云溪县第一中学", "云溪县残联", "云溪县图书馆", "云溪县疾控中心", "云溪海关", "云溪县自来水公司", "云溪县人民医院", "云溪经济开发区"];
  for (const organ of organs) reads(`${organ}\n2024年度政府信息公开工作年度报告`, organ);

  test("is no column of the site", () => {
    for (const line of ["政府信息公开", "政务公开专区", "网上办事大厅", "新闻中心", "云溪县政府信息公开平台", "正文", "2025年1月", "部门信息公开目录"]) {
      assert.equal(isOrganName(line), false, line);
      assert.equal(read(`${line}\n2024年政府信息公开工作年度报告`).report.organ, undefined, line);
    }
  });
});

describe("the page around the title", () => {
  const title = "云溪县水务局2024年政府信息公开工作年度报告";
  const heads = [
    `您的位置:首页 > 云溪县 > 水务局 > 政府信息公开年报\n${title}`,
    `您现在所在的位置：首页 > 政府信息公开 > 政府信息公开工作年度报告\n\n# ${title}`,
    `首页/ 政府信息公开 / 政府信息公开年报\n${title}`,
    `当前位置：首页\n> 政府信息公开\n> 政府信息公开年报\n${title}`,
    `政府信息公开\n政府信息公开年报\n${title}`,
    `政府信息公开工作年度报告\n\n${title}`,
    `${title} |\n||||||`,
    `${title} 保护视力色: 杏仁黄 天蓝 默认 打印本页 关闭窗口`,
    `${title}？`,
    `标题 | ${title} | |||\n公开方式 | 主动公开 | |||`,
    `| 索引号 | YX-1 |\n| 标   题 | ${title} |`,
    `标   题 ${title}`,
    `标题： ${title}`,
    `栏目: 政府信息公开年报\n本地目录: zwgk/nb/1_${title}\n${title}`,
    `首页 > 政府信息公开 > ${title}`,
    `云水〔2025〕3号 ${title}`,
    `云水〔2025〕3号${title}`,
    `云水〔2025〕3号\n签发人：某某\n${title}`,
    `《${title}》`,
    `${title}.docx`,
    `${title}-云溪县人民政府门户网站`,
    `${title}-云溪县人民政府门户网站\n${title}`,
    `${title}[1]`,
    `云溪县水务局2021年政府信息公开工作年度报告\n云溪县水务局2022年政府信息公开工作年度报告\n\n${title}`,
    `**${title}**`,
  ];
  for (const head of heads) reads(head, "云溪县水务局");

  test("a title with its text on the same line ends where the text begins", () => {
    const text = `${title} 根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。\n\n${body.slice(body.indexOf("一、"))}`;
    const { report, findings } = analyse(text, { stage: "final", assumeReport: true });
    assert.deepEqual(findings.map(({ code }) => code), []);
    assert.equal(text.slice(report.title?.span.start, report.title?.span.end), title);
  });

  test("other documents with the words of a title are none", () => {
    const others = ["2024年政府信息公开第三方评估报告", "关于做好2024年政府信息公开工作年度报告\n编制工作的通知", `${title} 编制说明`, `附件：${title}`, `现公布${title}`, `根据要求，编制了${title}`, "政府信息公开\n年度报告", `- ${title}`];
    for (const head of others) assert.equal(read(head).report.title, undefined, head);
  });
});

describe("what a title says", () => {
  const cases: Readonly<Record<string, readonly [organ: string | undefined, year: number | undefined]>> = {
    云溪县教育局政府信息公开工作2024年度报告: ["云溪县教育局", 2024],
    "2024年云溪县人民政府信息公开工作年度报告": ["云溪县人民政府", 2024],
    "2024年度石桥镇政府信息公开工作年度报告": ["石桥镇", 2024],
    "云教〔2025〕3号云溪县教育局2024年政府信息公开工作年度报告": ["云溪县教育局", 2024],
    "云二中 [2025] 3号 签发人:某某 2024年云溪第二中学 政府信息公开工作年度报告": ["云溪第二中学", 2024],
    "关于云溪县教育局2024年政府信息公开工作的年度报告": ["云溪县教育局", 2024],
    "【年报】云溪县教育局2024年政府信息公开工作年度报告": ["云溪县教育局", 2024],
    "Page 2 - 云溪县教育局2024年政府信息公开工作年度报告": ["云溪县教育局", 2024],
    "云溪县委（县政府）办公室2024年政府信息公开工作年度报告": ["云溪县委(县政府)办公室", 2024],
    "云溪县政务公开办公室2024年政府信息公开工作年度报告": ["云溪县政务公开办公室", 2024],
    云溪县教育局二〇二四年政府信息公开工作年度报告: ["云溪县教育局", 2024],
    云溪县教育局政府信息公开工作年度报告: ["云溪县教育局", undefined],
    "（单位名称）2024年政府信息公开工作年度报告": [undefined, 2024],
    "人民政府2024年政府信息公开工作年度报告": [undefined, 2024],
    政府政务公开年报: [undefined, undefined],
    "云溪学院2023-2024学年信息公开工作年度报告": ["云溪学院", undefined],
  };
  for (const [head, [organ, year]] of Object.entries(cases)) {
    test(head, () => {
      const { title } = read(head, "一、总体情况\n\n无。\n").report;
      assert.deepEqual([title?.organ, title?.year], [organ, year]);
    });
  }

  test("is proposed as organ, year and phrase", () => {
    const expected = (head: string): unknown => read(head).findings.map(({ data }) => data.expected);
    assert.deepEqual(expected("云溪县教育局政府信息公开工作2024年度报告"), ["云溪县教育局2024年政府信息公开工作年度报告"]);
    assert.deepEqual(expected("云溪县委（县政府）办公室2024年政务公开年报"), ["云溪县委（县政府）办公室2024年政府信息公开工作年度报告"]);
  });
});

describe("words of the page", () => {
  const title = "云溪县2024年政府信息公开工作年度报告";
  const lines = ["• 2025-02-14", "2025-02-14", "来源:县政府办公室时间:2025年02月20日", "归档时间：2025年01月31日", "2025年01月15日 来源:县政府办公室", "栏目: 政府信息公开年报", "簡體 繁體 无障碍阅读", "无障碍 | 简体 | 繁體"];

  for (const line of lines) {
    test(`are nobody's: ${line}`, () => {
      assert.deepEqual(read(`${line}\n${title}`).findings.map(({ message }) => message), []);
      if (!line.includes("體")) assert.deepEqual(read(`${title}\n${line}`).findings.map(({ message }) => message), []);
    });
  }

  test("the author's own are looked at", () => {
    const codes = (head: string): string[] => read(head).findings.map(({ code }) => code);
    assert.deepEqual(codes(`${title}\n（2025年02月14日）`), ["date-form"]);
    assert.deepEqual(codes(`${title}\n统计时间：2024年01月01日至2024年12月31日`), ["date-form"]);
    assert.deepEqual(codes(`我縣编制了本报告。\n${title}`), ["mixed-script"]);
  });
});
