/** Reports among their neighbours: what agrees is silent, each fault between two reports is found, order does not matter. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, areSameNeighbours, isPartOf, ReportArchive, ruleInfos, type Aggregate } from "../../server/src/core/index.js";
import { matchesPattern } from "../../server/src/core/archive/pattern.js";
import { organKey } from "../../server/src/core/archive/organ.js";
import { archiveFolder, archiveOf, checked, generateArchive, placeOf, rewritten, summaryOfText, type ArchiveReport } from "./support/archives.js";
import { random } from "./support/drafts.js";

const organs = ["云溪县", "云溪县教育局", "云溪县水利局", "松江市司法局"];
const years = [2019, 2020, 2021, 2022, 2023, 2024];
const archiveCodes = new Set(ruleInfos.filter(({ scope }) => scope === "archive").map(({ code }) => code));

/** File, code and key of every finding between reports. */
function told(reports: readonly ArchiveReport[], aggregates: readonly Aggregate[] = []): string[] {
  const archive = archiveOf(reports, aggregates);
  return reports.flatMap((report) => checked(report, archive).findings.filter(({ code }) => archiveCodes.has(code)).map(({ code, data }) => `${report.name} ${code} ${data.key}`));
}

function reportOf(reports: readonly ArchiveReport[], organ: string, year: number): ArchiveReport {
  const found = reports.find((report) => report.organ === organ && report.year === year);
  assert.ok(found !== undefined);
  return found;
}

function set(report: ArchiveReport, cells: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(cells)) report.values.set(key, value);
  rewritten(report);
}

describe("an archive that agrees", () => {
  for (const seed of [1, 2, 3]) {
    test(`has no finding at all, seed ${seed}`, () => {
      const reports = generateArchive(organs, years, seed);
      const archive = archiveOf(reports);
      for (const report of reports) assert.deepEqual(checked(report, archive).findings.map(({ code, message }) => `${report.name} ${code} ${message}`), []);
    });
  }
});

describe("one fault between two reports", () => {
  const place = (organ: string, year: number, rest: string): string => `${organ}${year}年政府信息公开工作年度报告.md ${rest}`;

  test("a column carried in and its total are one finding", () => {
    const reports = generateArchive(organs, years, 4);
    const report = reportOf(reports, "云溪县教育局", 2022);
    const plusOne = (key: string): string => String(Number(report.values.get(key)) + 1);
    const cells = ["carriedIn/naturalPerson", "carriedIn/total", "received/naturalPerson", "received/total"].map((cell) => `applications/${cell}`);
    // One more carried in and one less received: the report balances by itself.
    set(report, Object.fromEntries(cells.map((key) => [key, key.includes("carriedIn") ? plusOne(key) : String(Number(report.values.get(key)) - 1)])));
    assert.deepEqual(told(reports), [place("云溪县教育局", 2022, "carry-over carriedIn")]);
    const [finding] = checked(report, archiveOf(reports)).findings;
    assert.equal(finding?.data.fact, "applications/carriedIn/naturalPerson");
    assert.equal(finding?.related[0]?.elsewhere?.file, "云溪县教育局2021年政府信息公开工作年度报告.md");
  });

  test("the place of the related number is its cell in the other report", () => {
    const reports = generateArchive(["云溪县"], [2022, 2023], 9);
    const [former, report] = reports;
    assert.ok(former !== undefined && report !== undefined);
    set(report, { "disclosure/normative/inForce": "98765" });
    const [finding] = checked(report, archiveOf(reports)).findings;
    const related = finding?.related.find(({ elsewhere }) => elsewhere !== undefined)?.elsewhere;
    assert.ok(related !== undefined);
    const line = former.text.split("\n")[related.range.start.line] ?? "";
    assert.equal(line.slice(related.range.start.character, related.range.end.character), former.values.get("disclosure/normative/inForce"));
  });

  for (const [year, key] of [[2023, "disclosure/normative/inForce"], [2023, "disclosure/regulation/inForce"], [2020, "disclosure/permit/previousItems"], [2020, "disclosure/fee/previousItems"]] as const) {
    test(`${key} of ${year}`, () => {
      const reports = generateArchive(organs, years, 5);
      const report = reportOf(reports, "松江市司法局", year);
      set(report, { [key]: "99999" });
      const found = told(reports).filter((line) => line.startsWith(report.name));
      assert.deepEqual(found, [place("松江市司法局", year, `previous-year ${key}`)]);
    });
  }

  test("a chapter taken over", () => {
    const reports = generateArchive(organs, years, 6);
    const prose = (year: number): string => `${year}年工作中存在的主要问题，一是部分栏目长期没有更新，二是解读材料形式单一，三是乡镇一级公开力量薄弱。下一步，将对全部${year % 100}个栏目逐一核定责任人，按月抽查更新情况并通报，同时为各乡镇配备专人，组织两轮业务培训。`;
    for (const year of [2022, 2023]) {
      const report = reportOf(reports, "云溪县", year);
      report.text = report.text.replace("存在的主要问题是：解读形式较为单一，部分栏目更新不够及时。", prose(year));
    }
    assert.deepEqual(told(reports), [place("云溪县", 2023, "repeated-text problems")]);
  });
});

describe("a report that adds up others", () => {
  const departments = ["云溪县教育局", "云溪县水利局", "云溪县民政局", "云溪县档案馆"];
  const aggregate: Aggregate = { folder: archiveFolder, summary: "云溪县20*.md", parts: ["云溪县*局*.md", "云溪县档案馆*.md"] };

  /** Sums made by counting, not by the code under test. */
  function withSum(seed: number): { readonly reports: ArchiveReport[]; readonly sum: ArchiveReport } {
    const parts = generateArchive(departments, [2024], seed);
    const [first] = parts;
    assert.ok(first !== undefined);
    const values = new Map([...first.values.keys()].map((key) => [key, String(Math.round(parts.reduce((total, part) => total + Number(part.values.get(key)) * 100, 0)) / 100)]));
    const sum = rewritten({ organ: "云溪县", year: 2024, edition: "2021", name: "云溪县2024年政府信息公开工作年度报告.md", values, text: "" });
    return { reports: [sum, ...parts], sum };
  }

  test("is silent where each cell is the sum", () => {
    assert.deepEqual(told(withSum(7).reports, [aggregate]), []);
  });

  test("is told of the one wrong cell, not of its totals", () => {
    const { reports, sum } = withSum(7);
    const more = (key: string): [string, string] => [key, String(Number(sum.values.get(key)) + 3)];
    set(sum, Object.fromEntries(["review/count/directSuit.upheld", "review/count/directSuit.total"].map(more)));
    assert.deepEqual(told(reports, [aggregate]), [`${sum.name} aggregate review/count/directSuit.upheld`]);
  });

  test("is told which report was left out", () => {
    const { reports, sum } = withSum(8);
    const missing = reports[3];
    assert.ok(missing !== undefined);
    for (const [key, value] of missing.values) sum.values.set(key, String(Math.round((Number(sum.values.get(key)) - Number(value)) * 100) / 100));
    rewritten(sum);
    assert.deepEqual(told(reports, [aggregate]), [`${sum.name} aggregate part`]);
    assert.match(checked(sum, archiveOf(reports, [aggregate])).findings[0]?.message ?? "", new RegExp(missing.organ));
  });

  test("is compared with nothing that is not configured", () => {
    const { reports, sum } = withSum(7);
    set(sum, { "disclosure/permit/decisions": "1" });
    assert.deepEqual(told(reports), []);
  });
});

describe("neighbours", () => {
  test("do not depend on the order of the files", () => {
    const reports = generateArchive(organs, years, 10);
    for (const report of reports.slice(0, 12)) set(report, { "applications/carriedIn/total": "77", "disclosure/normative/inForce": "5" });
    const expected = told(reports).sort();
    assert.ok(expected.length > 8);
    const next = random(11);
    for (let i = 0; i < 3; i++) assert.deepEqual(told(reports.map((report) => ({ report, at: next() })).sort((a, b) => a.at - b.at).map(({ report }) => report)).sort(), expected);
  });

  test("of two reports of one organ and year there are none", () => {
    const reports = generateArchive(["云溪县"], [2022, 2023, 2024], 12);
    set(reportOf(reports, "云溪县", 2023), { "applications/carriedIn/total": "77" });
    const copy = { ...reportOf(reports, "云溪县", 2022), name: "副本.md" };
    assert.equal(told(reports).length, 1);
    assert.deepEqual(told([...reports, copy]), []);
  });

  test("stay the same where a report is read again and says the same", () => {
    const reports = generateArchive(["云溪县"], [2022, 2023], 13);
    const archive = archiveOf(reports);
    const [former, report] = reports;
    assert.ok(former !== undefined && report !== undefined);
    const identity = { place: placeOf(report), organ: report.organ, year: report.year };
    const before = archive.neighboursOf(identity);
    assert.equal(archive.set(summaryOfText(former.name, `${former.text}\n`)), false);
    assert.ok(areSameNeighbours(before, archive.neighboursOf(identity)));
    assert.equal(archive.set(summaryOfText(former.name, former.text.replace("公开", "公 开"))), false);
    set(former, { "applications/carriedOut/total": "8" });
    assert.equal(archive.set(summaryOfText(former.name, former.text)), true);
    assert.ok(!areSameNeighbours(before, archive.neighboursOf(identity)));
    assert.equal(archive.delete(former.name), true);
    assert.equal(archive.neighboursOf(identity).previous, undefined);
  });

  test("a text that is no report has none, and a report without a place neither", () => {
    const [report] = generateArchive(["云溪县"], [2023], 14);
    assert.ok(report !== undefined);
    assert.equal(analyse(report.text, { archive: new ReportArchive() }).report.neighbours.previous, undefined);
  });
});

describe("organs", () => {
  const same: readonly (readonly [string, string])[] = [["云溪县", "云溪县人民政府"], ["雲溪縣人民政府", "云溪县"], ["云溪县人民政府办公室", "云溪县政府办公室"], ["平海综合实验区", "平海综合实验区管委会"], ["云溪经济开发区", "云溪经济开发区管理委员会"], ["石桥街道", "石桥街道办事处"]];
  for (const [a, b] of same) test(`${a} is ${b}`, () => assert.equal(organKey(a), organKey(b)));
  const different: readonly (readonly [string, string])[] = [["云溪县", "云溪县人民政府办公室"], ["云溪县教育局", "云溪县"], ["云溪县", "云溪镇"], ["平海综合实验区管委会办公室", "平海综合实验区"], ["云溪县发展和改革委员会", "云溪县"]];
  for (const [a, b] of different) test(`${a} is not ${b}`, () => assert.notEqual(organKey(a), organKey(b)));
});

describe("patterns", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["部门/*.md", "部门/教育局.md", true],
    ["部门/*.md", "部门/2024/教育局.md", false],
    ["部门/**/*.md", "部门/2024/教育局.md", true],
    ["部门/**/*.md", "部门/教育局.md", true],
    ["./部门/*.md", "部门/教育局.md", true],
    ["**", "a/b/c.md", true],
    ["汇总?.md", "汇总1.md", true],
    ["汇总?.md", "汇总.md", false],
    ["汇总[1].md", "汇总[1].md", true],
    ["*", "a/b", false],
    ["**/a/**/b", "x/a/y/a/z/b", true],
    ["*a*a*a*a*a*b", "a".repeat(500), false],
  ];
  for (const [pattern, path, expected] of cases) test(`${pattern} ${expected ? "fits" : "does not fit"} ${path.slice(0, 20)}`, () => assert.equal(matchesPattern(pattern, path), expected));

  test("the report that adds up is no part of itself", () => {
    const aggregate: Aggregate = { folder: "/a", summary: "汇总.md", parts: ["*.md"] };
    assert.equal(isPartOf(aggregate, { file: "x", path: "/a/汇总.md" }), false);
    assert.equal(isPartOf(aggregate, { file: "x", path: "/a/局.md" }), true);
    assert.equal(isPartOf(aggregate, { file: "x", path: "/ab/局.md" }), false);
  });
});
