// nianbao aggregate: held against sums that are made here, digit by digit, in another way.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { consistentValues, editionOf, random, spellings, writeDraft } from "../unit/support/drafts.js";
import { inPlace, type Place, type Ran } from "./run.js";

/** A decimal as text added to another one, column by column, as by hand. */
function addDecimals(a: string, b: string): string {
  const [wholeA = "0", partA = ""] = a.split(".");
  const [wholeB = "0", partB = ""] = b.split(".");
  const places = Math.max(partA.length, partB.length);
  const width = Math.max(wholeA.length, wholeB.length);
  const digits = (whole: string, part: string): string => whole.padStart(width, "0") + part.padEnd(places, "0");
  const [left, right] = [digits(wholeA, partA), digits(wholeB, partB)];
  let carry = 0;
  let sum = "";
  for (let i = left.length - 1; i >= 0; i--) {
    const digit = Number(left[i]) + Number(right[i]) + carry;
    sum = `${digit % 10}${sum}`;
    carry = digit > 9 ? 1 : 0;
  }
  sum = `${carry === 1 ? "1" : ""}${sum}`;
  const whole = sum.slice(0, sum.length - places).replace(/^0+(?=\d)/, "");
  const part = sum.slice(sum.length - places).replace(/0+$/, "");
  return places === 0 || part === "" ? whole : `${whole}.${part}`;
}

const departments = ["教育局", "水利局", "民政局", "档案馆", "统计局", "审计局", "司法局", "财政局"].map((name) => `云溪县${name}`);

interface Written {
  readonly expected: Map<string, string>;
}

/** Reports of 2024 in every spelling, and the sum of their cells. */
function writeParts(place: Place, seed: number, change: (values: Map<string, string>, organ: string) => void = () => undefined): Written {
  const expected = new Map<string, string>();
  const next = random(seed);
  for (const [i, organ] of departments.entries()) {
    const values = consistentValues(editionOf("2021"), Math.floor(next() * 1e9));
    values.set("disclosure/fee/amount", `${Math.floor(next() * 99999)}.${String(Math.floor(next() * 1e6)).padStart(6, "0")}`);
    change(values, organ);
    place.write(`部门/${organ}.md`, writeDraft({ edition: "2021", spelling: spellings[i % spellings.length] ?? "gfm", organ, year: 2024, cells: Object.fromEntries(values) }));
    for (const [key, value] of values) expected.set(key, addDecimals(expected.get(key) ?? "0", value));
  }
  return { expected };
}

function aggregate(place: Place, ...more: string[]): Ran {
  return place.run(["aggregate", "部门", "--organ", "云溪县", "--year", "2024", ...more]);
}

function factsIn(place: Place, file: string): Map<string, string> {
  const { facts } = JSON.parse(place.run(["facts", file]).out) as { readonly facts: readonly { readonly key: string; readonly value: { readonly raw: string } }[] };
  return new Map(facts.map(({ key, value }) => [key, value.raw]));
}

describe("aggregate", () => {
  for (const seed of [1, 2]) {
    test(`is exact to the last digit, seed ${seed}`, inPlace((place) => {
      const { expected } = writeParts(place, seed);
      const { status, err } = aggregate(place, "--output", "汇总.md");
      assert.deepEqual([status, err], [0, ""]);
      assert.deepEqual([...factsIn(place, "汇总.md")].sort(), [...expected].sort());
    }));
  }

  test("writes a report that only its prose is missing in", inPlace((place) => {
    writeParts(place, 3);
    place.write("汇总.md", aggregate(place).out);
    const { status, out } = place.run(["check", "汇总.md"]);
    assert.equal(status, 0, out);
    assert.match(out, /还有 3 章写着“【待填写】”/);
  }));

  test("agrees with the rule of the same name", inPlace((place) => {
    writeParts(place, 4);
    place.write(".nianbao.json", JSON.stringify({ aggregate: { summary: "汇总.md", parts: ["部门/*.md"] } }));
    place.write("汇总.md", aggregate(place).out);
    assert.doesNotMatch(place.run(["check", "汇总.md"]).out, /\[aggregate\]/);
  }));

  test("does not depend on the order of the files", inPlace((place) => {
    writeParts(place, 5);
    const files = departments.map((organ) => `部门/${organ}.md`);
    const run = (names: readonly string[]): string => place.run(["aggregate", ...names, "--organ", "云溪县", "--year", "2024"]).out;
    assert.equal(run(files.toReversed()), run(files));
  }));

  test("converts yuan and counts blanks of finished reports as none", inPlace((place) => {
    writeParts(place, 6, (values, organ) => {
      values.set("disclosure/fee/amount", organ.endsWith("教育局") ? "12345.6元" : organ.endsWith("水利局") ? "0.000001" : "0");
      if (organ.endsWith("民政局")) values.set("disclosure/normative/issued", "");
    });
    const { status, err } = aggregate(place, "--output", "汇总.md");
    assert.deepEqual([status, err], [0, ""]);
    assert.equal(factsIn(place, "汇总.md").get("disclosure/fee/amount"), "1.234561");
  }));

  test("names what it leaves out, with the consequence, and marks the chapters", inPlace((place) => {
    const { expected } = writeParts(place, 7, (values, organ) => {
      if (organ.endsWith("审计局")) values.set("disclosure/permit/decisions", "若干");
    });
    const other = (organ: string, year: number, cells = {}): string => writeDraft({ edition: year < 2021 ? "2019" : "2021", spelling: "gfm", organ, year, cells });
    place.write("部门/去年.md", other("云溪县商务局", 2023));
    place.write("部门/旧格式.md", other("云溪县商务局", 2020));
    place.write("部门/双份一.md", other("云溪县林业局", 2024));
    place.write("部门/双份二.md", other("云溪县林业局", 2024));
    place.write("部门/汇总.md", other("云溪县人民政府", 2024));
    place.write("部门/缺表.md", other("云溪县体育局", 2024).replace(/## 四、[\s\S]*?(?=## 五、)/, ""));
    const { status, out, err } = aggregate(place);
    assert.equal(status, 1);
    for (const [file, words] of [["去年", "不是这一年"], ["旧格式", "不是这一年"], ["双份一", "同一机关有两份"], ["双份二", "同一机关有两份"], ["汇总", "汇总机关自己的报告"], ["缺表", "这张表的数没有计入"]] as const) {
      assert.match(err, new RegExp(`部门/${file}\\.md[^\\n]*${words}`));
    }
    assert.match(err, /部门\/云溪县审计局\.md:\d+:\d+：?[^\n]*这些格没有计入：“行政许可·本年处理决定数量”/);
    assert.match(out, /【待填写】“[^”]+”没有计入或没有全部计入：[^\n]*部门\/云溪县审计局\.md/);
    assert.doesNotMatch(out.slice(out.indexOf("## 四、")).split("\n| ")[0] ?? "", /审计局/, "only the chapter that it concerns");
    place.write("合计.md", out);
    const found = factsIn(place, "合计.md");
    assert.notEqual(found.get("applications/received/total"), expected.get("applications/received/total"), "the sports bureau is counted where it can be read");
    assert.equal(found.get("review/count/directSuit.total"), expected.get("review/count/directSuit.total"));
  }));

  const wrongUses: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["without an organ", ["部门", "--year", "2024"], /--organ/],
    ["without a year", ["部门", "--organ", "云溪县"], /--year/],
    ["of a year without tables", ["部门", "--organ", "云溪县", "--year", "2012"], /没有统一的表格/],
    ["without files", ["--organ", "云溪县", "--year", "2024"], /请给出文件/],
    ["of a year that nobody reports on", ["部门", "--organ", "云溪县", "--year", "2022"], /没有一份可以汇总的2022年报告/],
  ];
  for (const [name, args, message] of wrongUses) {
    test(`wrong use: ${name}`, inPlace((place) => {
      writeParts(place, 8);
      const { status, out, err } = place.run(["aggregate", ...args]);
      assert.deepEqual([status, out], [2, ""]);
      assert.match(err, message);
    }));
  }

  test("writes over nothing", inPlace((place) => {
    writeParts(place, 9);
    place.write("汇总.md", "别的文件");
    const { status, err } = aggregate(place, "--output", "汇总.md");
    assert.equal(status, 2);
    assert.match(err, /已经存在/);
  }));
});

describe("the form of 2019", () => {
  const report = (organ: string, cells: Record<string, string>): string => writeDraft({ edition: "2019", spelling: "gfm", organ, year: 2020, cells });

  test("adds signed changes and purchases in their units", inPlace((place) => {
    place.write("a.md", report("云溪县教育局", { "disclosure/permit/change": "-11", "disclosure/procurement/amount": "251000元" }));
    place.write("b.md", report("云溪县水利局", { "disclosure/permit/change": "+3", "disclosure/procurement/amount": "21324.2万元" }));
    assert.equal(place.run(["aggregate", "a.md", "b.md", "--organ", "云溪县", "--year", "2020", "--output", "c.md"]).status, 0);
    const found = factsIn(place, "c.md");
    assert.equal(found.get("disclosure/permit/change"), "-8");
    assert.equal(found.get("disclosure/procurement/amount"), "21349.3万元");
  }));

  test("does not guess the unit of a purchase", inPlace((place) => {
    place.write("a.md", report("云溪县教育局", { "disclosure/procurement/amount": "8040" }));
    place.write("b.md", report("云溪县水利局", { "disclosure/procurement/amount": "1万元" }));
    const { status, err } = place.run(["aggregate", "a.md", "b.md", "--organ", "云溪县", "--year", "2020", "--output", "c.md"]);
    assert.equal(status, 1);
    assert.match(err, /a\.md:\d+:\d+[^\n]*没有写单位/);
    assert.equal(factsIn(place, "c.md").get("disclosure/procurement/amount"), "1万元");
  }));
});
