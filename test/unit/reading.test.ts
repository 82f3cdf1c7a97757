/** How a draft is understood where it could be misunderstood: what is a chapter, a title, a report, a table's row. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, applyEdits, fixesOf, type Analysis, type CheckOptions } from "../../server/src/core/index.js";
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

  test("are not the lines of a table of contents that is all there is", () => {
    for (const leader of ["......", " ………… ", " . . . . . . "]) {
      const { sections } = final(`云溪县2024年政府信息公开工作年度报告\n\n${contents.map((line, i) => `${line}${leader}${i + 1}`).join("\n")}\n`).report;
      assert.deepEqual(sections, [], leader);
    }
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

describe("chapters inside a line", () => {
  const opening = "云溪县2016年政府信息公开工作年度报告\n\n";
  const basis = "本报告由概述、主动公开政府信息情况、依申请公开政府信息工作情况、因政府信息公开申请行政复议、提起行政诉讼的情况、主要问题和改进措施共五个部分组成。电子邮箱：xxgk@yunxi.gov.cn）。";
  const chapters = [
    ["一、 概述", "2016年，县政府推进政府信息公开。（一）健全工作机制一是明确专人；二是按月通报。（二）拓展渠道二是开通微信。"],
    ["二、主动公开政府信息情况", "（一）数量2016年主动公开政府信息300条。"],
    ["三、政府信息依申请公开工作情况", "2016年收到申请4件，均已答复。"],
    ["四、因政府信息公开申请行政复议、提起行政诉讼的情况", "2016年没有发生。"],
    ["五、主要问题和改进措施", "虽然做了一些工作，但更新不够及时。"],
  ] as const;
  const titlesOf = ({ report }: Analysis): string[] => report.sections.map(({ foldedTitle }) => foldedTitle);
  const bodiesOf = ({ report }: Analysis): string[] => report.sections.map(({ body }) => report.text.slice(body.start, body.end).trim());

  for (const [name, join] of Object.entries({ "by nothing": "", "by a blank": " ", "by an ideographic blank": "　" })) {
    test(`are read where they stand, parted ${name}`, () => {
      const analysis = final(opening + basis + join + chapters.map(([title, text]) => title + join + text).join(join));
      assert.deepEqual(titlesOf(analysis), chapters.map(([title]) => title.slice(2).trim()));
      assert.deepEqual(bodiesOf(analysis), chapters.map(([, text]) => text));
      assert.deepEqual(analysis.findings.map(({ code, severity }) => `${code} ${severity}`), ["section-title information"]);
    });
  }

  test("get lines of their own by a repair", () => {
    const analysis = final(opening + basis + chapters.map(([title, text]) => title + text).join(""));
    const [finding] = analysis.findings;
    const [repair] = finding === undefined ? [] : fixesOf(analysis, finding);
    const mended = final(applyEdits(analysis.report.text, repair?.edits ?? []));
    assert.deepEqual(mended.findings, []);
    assert.deepEqual(bodiesOf(mended), bodiesOf(analysis));
  });

  test("may be of a form with tables below", () => {
    const joined = draft.replace(/\n\n## (一、总体情况|二、主动公开政府信息情况)\n\n/g, "$1");
    assert.deepEqual(codes(joined.replace("情况| 第", "情况\n\n| 第")), ["section-title"]);
  });

  test("begin behind a colon where the text says that it follows", () => {
    for (const gap of ["", " "]) {
      const analysis = final(`${opening}现将有关情况报告如下：${gap}${chapters.map(([title, text]) => title + text).join(gap)}`);
      assert.deepEqual(titlesOf(analysis), chapters.map(([title]) => title.slice(2).trim()));
      const alone = final(`云溪县2024年政府信息公开工作年度报告\n\n现将有关情况报告如下：${gap}一、总体情况 1、主动公开情况 全年公开62条信息。`);
      assert.deepEqual(titlesOf(alone), ["总体情况"]);
    }
  });

  test("have pinyin in them, and Markdown around them", () => {
    const line = "根據條例編制。 一(yī)、總體(tǐ)情況(kuàng) 2020年，積極公開信息。 二、主動(dòng)公開政府信息情況 公開了30條。";
    assert.deepEqual(titlesOf(final(`云溪县2020年政府信息公开工作年度报告\n\n${line}`)), ["总体情况", "主动公开政府信息情况"]);
    assert.deepEqual(titlesOf(final("云溪县2020年政府信息公开工作年度报告\n\n## 一、总体情况 2020年，积极公开信息。\n\n**二、主动公开政府信息情况**　公开了30条。")), ["总体情况", "主动公开政府信息情况"]);
  });

  test("are not those of a table of contents before them", () => {
    const contents = chapters.map(([title], i) => `${title}……${i + 1}`).join("");
    assert.deepEqual(bodiesOf(final(`${opening}目录${contents} ${basis}${chapters.map(([title, text]) => title + text).join("")}`)), chapters.map(([, text]) => text));
  });

  const titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"];
  const named: Readonly<Record<string, string>> = {
    "named with commas": `本报告由${titles.join("，")}六部分组成。`,
    "named as follows": `本报告的内容如下：${titles.join("；")}。`,
    "named with semicolons": `全文包括：${titles.join("；")}。`,
    "named with 、": `本报告包括${titles.join("、")}等六个部分。`,
    "named and explained": `本报告包括：${titles.map((title) => `${title}，逐项说明有关工作`).join("；")}。`,
    "of a table of contents": `目录 ${titles.map((title, i) => `${title} ${i + 1}`).join(" ")}`,
    "of a table of contents without pages": `目录 ${titles.join(" ")}`,
    "quoted": "办理数量见“三、收到和处理政府信息公开申请情况”部分，其余见《二、主动公开政府信息情况》。",
    "referred to": "有关数据见 三、收到和处理政府信息公开申请情况 所列各项。",
  };
  for (const [name, sentence] of Object.entries(named)) {
    test(`are not those that are ${name}`, () => {
      assert.deepEqual(titlesOf(final(`云溪县2024年政府信息公开工作年度报告\n\n${sentence}\n\n本年度公开信息300条。`)), []);
      assert.deepEqual(codes(draft.replace("本报告依据", `${sentence}本报告依据`)), []);
    });
  }

  test("are not points of a list in the prose", () => {
    const { report } = final(draft.replace("本年度，", "主要做法：一、加强组织领导，落实工作措施。二、做好主动公开工作，改进服务措施。三、完善依申请公开制度，规范办理情况。本年度，"));
    assert.deepEqual(report.sections.map(({ key }) => key), ["overview", "disclosure", "applications", "review", "problems", "other"]);
  });
});

describe("points under the titles of chapters", () => {
  const head = "云溪县2024年政府信息公开工作年度报告\n\n";
  const keysOf = (text: string): string[] => final(head + text).report.sections.map(({ key }) => key);

  for (const [name, points] of Object.entries({ "（一）": ["（一）主动公开政府信息情况", "（二）依申请公开情况"], "1.": ["1.主动公开政府信息情况", "2.收到和处理政府信息公开申请情况"], "（二）": ["（一）组织领导", "（二）主动公开政府信息情况"] })) {
    const overview = `一、总体情况\n全年推进公开。\n${points.join("\n公开300条。\n")}\n办理4件。\n`;
    test(`are none below 一、, also while the report is being written: ${name}`, () => {
      assert.deepEqual(keysOf(overview), ["overview"]);
      assert.deepEqual(keysOf(`${overview}二、主动公开政府信息情况\n（表略）\n`), ["overview", "disclosure"]);
    });
  }

  test("are chapters where the draft numbers all of them so, or one by a slip", () => {
    assert.deepEqual(keysOf("（一）总体情况\n1.公开\n公开300条。\n（二）主动公开政府信息情况\n（表略）\n（三）收到和处理政府信息公开申请情况\n（表略）\n"), ["overview", "disclosure", "applications"]);
    assert.deepEqual(keysOf("一、报告内容\n（一）总体情况\n公开300条。\n（二）主动公开政府信息情况\n（表略）\n"), ["overview", "disclosure"]);
    assert.deepEqual(keysOf("一、总体情况\n公开300条。\n二、主动公开政府信息情况\n（一）说明\n（二）数据\n（三）收到和处理政府信息公开申请情况\n（表略）\n四、政府信息公开行政复议、行政诉讼情况\n（表略）\n"), ["overview", "disclosure", "applications", "review"]);
  });
});

describe("the number of a chapter", () => {
  for (const line of ["一 概 述", "一　概述", "????一、概述", "? 一、概述", "一(yī)、概述", "第一部分、概述", "一 、概述"]) {
    test(`is read in ${line}`, () => {
      const { sections } = final(`云溪县2016年政府信息公开工作年度报告\n\n${line}\n\n开展了工作。\n`).report;
      assert.deepEqual(sections.map(({ key, heading }) => [key, heading.marker?.ordinal]), [["overview", 1]]);
    });
  }

  test("is not read in 一 at the beginning of a sentence or a row", () => {
    for (const line of ["一 年来，全县的政府信息公开情况", "二 上年结转政府信息公开申请数量", "三 有问题的"]) {
      assert.deepEqual(final(`云溪县2016年政府信息公开工作年度报告\n\n${line}\n\n开展了工作。\n`).report.sections, [], line);
    }
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

  for (const name of ["a notice with the blank form below it", "a form for those whom a line above addresses", "a sample", "an evaluation"]) {
    test(`${name} is none, whatever the user says`, () => assert.deepEqual(codes(silent[name] ?? ""), ["title-form"]));
  }

  test("below a notice is one where its title or its numbers are written, if the user says so", () => {
    const notice = "云溪县人民政府办公室关于做好2024年政府信息公开工作年度报告编制工作的通知\n\n";
    const unnamed = draft.replace("# 云溪县", "# （单位名称）");
    for (const text of [draft, unnamed, empty]) assert.equal(final(notice + text).report.isReport, true);
  });

  test("of which nothing but the first chapter is written is one where its opening names it", () => {
    const opening = "根据要求，编制云溪县2024年政府信息公开年度报告。\n\n";
    const chapter = "一、总体情况\n\n全年公开信息300条。\n";
    const isReport = (text: string, assumeReport = true): boolean => analyse(text, { stage: "final", assumeReport }).report.isReport;
    assert.equal(isReport(opening + chapter), true);
    assert.equal(isReport(chapter + opening), true);
    assert.equal(isReport(chapter), false);
    assert.equal(isReport(opening), false);
    assert.equal(isReport(opening + chapter, false), false);
    assert.equal(isReport(opening + chapter.replace("总体情况", "总体要求")), false);
  });

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
    assert.deepEqual(codes(dashes), ["cell-value"]);
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
