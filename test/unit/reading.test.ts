/** How a draft is understood where it could be misunderstood: what is a chapter, a title, a report, a table's row. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, type Analysis, type CheckOptions } from "../../server/src/core/index.js";
import { writeDraft } from "./support/drafts.js";

const draft = writeDraft({ edition: "2021", spelling: "gfm", seed: 9 });
const lines = writeDraft({ edition: "2021", spelling: "lines", seed: 9 });
const pipes = writeDraft({ edition: "2021", spelling: "pipe", seed: 9 });

function final(text: string, options: CheckOptions = {}): Analysis {
  return analyse(text, { stage: "final", assumeReport: true, ...options });
}

function codes(text: string, options: CheckOptions = {}): string[] {
  return final(text, options).findings.map((finding) => finding.code);
}

describe("words of web pages", () => {
  test("are prose where a report uses them", () => {
    const opening = "## 一、总体情况\n";
    const sentences = ["县政府网站全年总访问量412万次。", "门户网站（www.yunxi.gov.cn）完成无障碍改造，评测得分98.5分。", "（一）推进无障碍改造"];
    for (const sentence of sentences) {
      const { report } = final(draft.replace(opening, `${opening}\n${sentence}\n`));
      assert.deepEqual(report.tree.blocks.filter(({ kind }) => kind === "noise"), [], sentence);
    }
  });

  for (const line of ["关怀版 无障碍 无障碍", "访问量:", "阅读次数：312", "扫一扫在手机打开当前页", "分享到：微信 微博"]) {
    test(`are none of the report: ${line}`, () => {
      const { report } = final(`${line}\n\n${draft}`);
      assert.equal(report.tree.blocks[0]?.kind, "noise");
    });
  }
});

describe("chapters", () => {
  const titles = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];
  const contents = titles.map((title, i) => `${"一二三四五六".charAt(i)}、${title}`);

  test("are not the lines of a table of contents", () => {
    assert.deepEqual(codes(draft.replace("本报告依据", `目录\n\n${contents.join("\n\n")}\n\n本报告依据`)), []);
    assert.deepEqual(codes(lines.replace("本报告依据", `目录\n\n${contents.join("\n\n")}\n\n本报告依据`)), []);
    assert.deepEqual(codes(draft.replace("本报告依据", `目录\n\n${contents.map((line, i) => `${line}……${i + 1}`).join("\n")}\n\n本报告依据`)), []);
  });

  for (const [name, number] of Object.entries({ "1.": (i: number) => `${i}.`, "1、": (i: number) => `${i}、`, "（一）": (i: number) => `（${"一二三四五六".charAt(i - 1)}）` })) {
    test(`numbered ${name} are found, their numbers are told`, () => {
      const numbered = draft.replace(/^## ([一二三四五六])、/gm, (_, numeral: string) => `## ${number("一二三四五六".indexOf(numeral) + 1)} `);
      assert.deepEqual(codes(numbered), Array.from({ length: 6 }, () => "section-number"));
    });
  }

  test("without numbers are found, whatever their level", () => {
    const bare = draft.replace(/^## [一二三四五六]、/gm, "### ");
    assert.deepEqual(codes(bare), Array.from({ length: 6 }, () => "section-number"));
  });

  test("may have their text behind the title", () => {
    assert.deepEqual(codes(pipes.replace("六、其他需要报告的事项\n", "六、其他需要报告的事项  ")), []);
    assert.deepEqual(codes(pipes.replace("六、其他需要报告的事项\n", "六、其他需要报告的事项。")), []);
  });

  test("end before signature and date", () => {
    const { sections } = final(draft).report;
    const last = sections.at(-1);
    assert.ok(last !== undefined && !draft.slice(last.span.start, last.span.end).includes("2025年1月20日"));
  });
});

describe("the title", () => {
  const title = "# 云溪县2024年政府信息公开工作年度报告";

  test("may stand on two or three lines", () => {
    assert.deepEqual(codes(draft.replace(title, "# 云溪县人民政府\n\n# 2024年政府信息公开工作年度报告")), []);
    assert.deepEqual(codes(draft.replace(title, "云溪县人民政府\n2024年\n政府信息公开工作年度报告")), []);
  });

  test("may name its part in brackets", () => assert.deepEqual(codes(draft.replace(title, `${title}（县本级）`)), []));

  test("keeps its organ when it is mended", () => {
    const [finding] = final(draft.replace(title, "# （2024年度）云溪县自然资源局政府信息公开年报")).findings;
    assert.equal(finding?.data.expected, "云溪县自然资源局2024年政府信息公开工作年度报告");
  });
});

describe("a text that is no report", () => {
  const empty = draft.replace(/(?<=\| )[\d.]+(?= \|)/g, "");
  const school = "云溪学院2023-2024学年信息公开工作年度报告\n\n本报告根据《高等学校信息公开办法》编制，统计期限为2023年9月1日至2024年8月31日。\n\n一、概述\n\n略。\n\n二、主动公开情况\n\n公开信息300条。\n\n三、依申请公开和不予公开情况\n\n没有收到申请。\n\n四、对信息公开的评议情况\n\n较好。\n";
  const faulty = draft.replace("五、存在的主要问题及改进情况\n", "五、存在的主要问题与改进情况\n");
  const silent: Readonly<Record<string, string>> = {
    "a to-do list": "# 待办\n\n- [ ] 提交2024年政府信息公开工作年度报告\n- [ ] 开会\n",
    "a list of links": "# 年报\n\n- [云溪县2023年政府信息公开工作年度报告](a.html)\n- [云溪县2024年政府信息公开工作年度报告](b.html)\n",
    "another table of permits": "| 单位 | 行政许可 | 行政处罚 | 行政强制 |\n| --- | --- | --- | --- |\n| 一局 | 3 | 4 | 5 |\n",
    "another table of persons": "| 类别 | 自然人 | 其他 | 总计 |\n| --- | --- | --- | --- |\n| 来访 | 3 | 4 | 7 |\n",
    "a notice about reports": "# 关于做好2024年政府信息公开工作年度报告编制工作的通知\n\n一、总体要求\n\n请各单位按时报送。\n",
    "a notice with the blank form below it": `云溪县人民政府办公室关于做好2024年政府信息公开工作年度报告\n编制和发布工作的通知\n\n请按下表填报。\n\n${empty.replace("# 云溪县", "# （单位名称）")}`,
    "a form for those whom a line above addresses": `各乡镇人民政府，县政府各部门：\n\n${empty.replace("# 云溪县", "# ×××")}`,
    "a sample": "政府信息公开年度工作报告范文\n\n一、概述\n\n本区开展了工作。\n\n二、主动公开政府信息情况\n\n若干条。\n\n三、依申请公开政府信息情况\n\n若干件。\n",
    "an evaluation": "2014年政府信息公开第三方评估报告\n\n一、评估依据\n\n依据条例。\n\n二、主动公开情况\n\n较好。\n\n三、依申请公开情况\n\n较好。\n",
    "the report of a school": school,
    "an example in somebody's notes": `# 填报示例\n\n~~~~ 例一\n${faulty}\n~~~\n~~~~\n\n以上供参考。\n`,
    "nothing": "",
  };
  for (const [name, text] of Object.entries(silent)) {
    test(`${name} is left alone`, () => assert.deepEqual(analyse(text, { stage: "final" }).findings, []));
  }

  test("a report below a page's links to notices is one", () => {
    assert.equal(analyse(`关于做好2024年政府信息公开工作年度报告编制工作的通知\n\n${draft}`).report.isReport, true);
  });

  test("the report of a school is held against no form, whatever the user says", () => {
    const { report, findings } = final(school);
    assert.deepEqual(findings, []);
    assert.equal(report.isReport, true);
    assert.match(report.because, /高等学校信息公开办法/);
    assert.deepEqual(codes(school.replace("没有收到申请", "没有收到收到申请")), ["doubled-text"]);
    // A bureau of education may name those rules and is no school.
    assert.equal(final(draft.replaceAll("云溪县", "云溪县教育局").replace("编制，", "和《高等学校信息公开办法》编制，")).report.isOfForm, true);
  });

  test("a fence that is not closed, or is passed by, makes no example of a report", () => {
    for (const text of [`\`\`\`markdown\n${faulty}\n\`\`\`\n`, `\`\`\`国办\`\`\` 的格式如下。\n\n${faulty}\n\`\`\`\n例\n\`\`\`\n`, `\`\`\`markdown\n${faulty}`, `\`\`\`\n例\n\`\`\`\n${faulty}`]) assert.notDeepEqual(analyse(text, { stage: "final" }).findings, []);
    assert.notDeepEqual(codes(`\`\`\`markdown\n${faulty}\n\`\`\`\n`), []);
  });
});

describe("the form", () => {
  const chapters = ["概述", "主动公开政府信息情况", "依申请公开政府信息情况", "收费及减免情况", "复议、诉讼和申诉情况", "存在的主要问题及改进措施"];
  const undated = ["云溪县卫生局政府信息公开年报", ...chapters.flatMap((title, i) => [`${"一二三四五六".charAt(i)}、${title}`, "本年度情况如上一年。"])].join("\n\n");

  test("without a year goes by chapters that only older reports have", () => {
    const { report, findings } = final(undated);
    assert.deepEqual(findings.map(({ message }) => message), []);
    assert.equal(report.edition.id, "2014");
    assert.match(report.because, /2018年度以前的写法/);
    assert.equal(report.year, undefined);
  });

  test("goes by the year where there is one, and is the newest where chapters tell nothing", () => {
    assert.equal(final(`2020年${undated}`).report.edition.id, "2019");
    assert.equal(final(draft.replaceAll("2024年", "本年")).report.edition.id, "2021");
    assert.equal(final(undated.replace(/一、概述[^]*?二、/, "一、总体情况\n\n二、").replace("存在的主要问题及改进措施", "存在的主要问题及改进情况")).report.edition.id, "2021");
  });
});

describe("tables", () => {
  test("of the same kind a second time change nothing, and its blanks are not the first one's", () => {
    const copy = draft.slice(draft.indexOf("| 第二十条第（一）项"), draft.indexOf("## 三、")).replace(/\| 行政许可 \| \d+ \|/, "| 行政许可 |  |");
    assert.deepEqual(codes(draft.replace("## 三、", `其中县本级：\n\n${copy}\n\n## 三、`)), []);
  });

  test("of somebody's own before the official one are not taken for it", () => {
    const own = "| 类别 | 自然人 | 其他 | 总计 |\n| --- | --- | --- | --- |\n| 来访 | 3 | 4 | 8 |\n\n";
    const { report, findings } = final(draft.replace("## 二、", `${own}## 二、`));
    assert.deepEqual(findings, []);
    assert.equal(report.facts.size, final(draft).report.facts.size);
  });

  test("a row of dashes is a row", () => {
    const dashes = draft.replace(/^(\| \d+ \|.*\|)$/m, (row) => row.replace(/\d+/g, "-"));
    assert.deepEqual(codes(dashes), Array.from({ length: 15 }, () => "cell-value"));
  });

  test("a dash counts as none in a finished report", () => {
    const wrong = writeDraft({ edition: "2021", spelling: "pipe", seed: 9, cells: { "applications/received/naturalPerson": "—" } });
    assert.deepEqual(final(wrong).findings.map((finding) => finding.data.fact), ["applications/received/naturalPerson", "applications/received/naturalPerson"]);
  });

  test("a row that fits in two ways is not read", () => {
    const twoWays = pipes.replace(/^（二）部分公开.*$/m, "（二）部分公开（区分处理的，只计这一情形，不计其他情形） |  | 3 | 0 | 0 | 0 | 0 | 0 |  |");
    assert.ok(codes(twoWays).every((code) => code !== "row-total"));
  });

  test("a row that numbers the columns is not data", () => {
    const numbered = draft.replace(/^(\|(?: \d+ \|){15})$/m, `| ${Array.from({ length: 15 }, (_, i) => i + 1).join(" | ")} |\n$1`);
    assert.notEqual(numbered, draft);
    assert.deepEqual(codes(numbered), []);
  });

  test("a label too short to be recognised is known by its place", () => {
    for (const [right, wrong] of [["行政许可", "行政可"], ["（七）总计", "（七）合计"], ["2.重复申请", "2.重请"]] as const) {
      for (const text of [draft, pipes, lines]) {
        const { findings, report } = final(text.replace(right, wrong));
        assert.deepEqual(findings.map((finding) => [finding.code, finding.data.expected]), [["table-label", right]], `${wrong}: ${findings.map((finding) => finding.message).join("\n")}`);
        assert.equal(report.facts.size, 200);
      }
    }
  });

  test("of the older form in a newer report get no wrong labels", () => {
    const older = writeDraft({ edition: "2019", spelling: "gfm", seed: 9, year: 2022 });
    for (const finding of final(older).findings) assert.ok(finding.data.expected === undefined || !finding.data.expected.startsWith("第二十条"), finding.message);
  });
});

describe("the stage", () => {
  test("is final where signature and date share a line", () => {
    const joined = draft.replace("云溪县人民政府\n\n2025年1月20日", "云溪县人民政府  2025年1月20日");
    assert.equal(analyse(joined, {}).report.stage, "final");
    assert.equal(analyse(draft.replace("2025年1月20日", ""), {}).report.stage, "draft");
  });

  test("chapters still to be written are told once where there are several", () => {
    const open = draft.replace("本年度，本机关", "【待填写】本年度，本机关").replace("存在的主要问题是", "【待填写】存在的主要问题是");
    assert.deepEqual(codes(open), ["section-empty"]);
  });
});
