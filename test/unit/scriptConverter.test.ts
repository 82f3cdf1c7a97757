import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { nodeBundles } from "../../server/src/bundles/node.js";
import { lazyConverter } from "../../server/src/converter/lazy.js";
import { analyse, applyEdits, fixesOf, type Analysis, type Fix } from "../../server/src/core/index.js";
import { converter } from "./support/converter.js";
import { slice } from "../../server/src/core/text/span.js";
import { officialProse } from "./support/officialProse.js";

describe("the converter", () => {
  const pairs: readonly (readonly [string, string])[] = [
    ["全面制定制度，制作面包", "全面制定制度，製作麵包"],
    ["关系系统联系", "關係系統聯繫"],
    ["皇后补正后", "皇后補正後"],
    ["随着乾隆年间", "隨著乾隆年間"],
    ["信息网络软件", "信息網絡軟件"],
  ];
  for (const [simple, complex] of pairs) {
    test(`${simple} and ${complex}`, () => {
      assert.equal(converter.toTraditional(simple), complex);
      assert.equal(converter.toSimplified(complex), simple);
    });
  }

  test("leaves Simplified prose as it is, and brings it back", () => {
    const prose = officialProse.join("\n");
    assert.equal(converter.toSimplified(prose), prose);
    assert.equal(converter.toSimplified(converter.toTraditional(prose)), prose);
  });
});

describe("loading", () => {
  test("each table once, when it is needed", () => {
    const loaded: string[] = [];
    const lazy = lazyConverter((file) => {
      loaded.push(file);
      return { convert: (text: string) => `${file}:${text}` };
    });
    assert.deepEqual(loaded, []);
    assert.equal(lazy.toSimplified("務"), "opencc-t2cn.js:務");
    assert.equal(lazy.toSimplified("務"), "opencc-t2cn.js:務");
    assert.deepEqual(loaded, ["opencc-t2cn.js"]);
    lazy.toTraditional("务");
    assert.deepEqual(loaded, ["opencc-t2cn.js", "opencc-cn2t.js"]);
  });

  test("from the folder of the bundle", () => {
    const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
    try {
      writeFileSync(join(folder, "opencc-t2cn.js"), "module.exports.convert = (text) => text + '!';");
      const lazy = lazyConverter(nodeBundles(folder));
      assert.equal(lazy.toSimplified("務"), "務!");
      assert.throws(() => lazy.toTraditional("务"), /opencc-cn2t/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const head = "# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n";

describe("repairs of mixed-script", () => {
  test("of a Traditional text convert all of it in small edits, but addresses and code", () => {
    const text = "# 雲溪縣2024年政府信息公開工作年度報告\n\n## 一、總體情況\n\n規(guī)范性文件見`規範`和𠮷縣門戶網站https://a.cn/x 。\n";
    const [analysis, fixes] = fixesAt(text, "document");
    assert.deepEqual(fixes.map((fix) => fix.safety), ["review"]);
    const edits = fixes[0]?.edits ?? [];
    assert.equal(applyEdits(text, edits), "# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n规(guī)范性文件见`規範`和𠮷县门户网站https://a.cn/x 。\n");
    assert.ok(edits.every(({ span }) => span.end - span.start < 30));
    assert.deepEqual(fixesOf(analysis, found(analysis, "document")), [], "none without a converter");
  });

  test("of a word that decides needs the converter to be right, and is for the author", () => {
    const text = `${head}公开計畫已经发布。\n`;
    const [, fixes] = fixesAt(text, "計畫");
    assert.deepEqual(fixes.map((fix) => [fix.safety, fix.edits.map((edit) => edit.newText)]), [["review", ["计划"]]]);
  });

  test("of a plain run is safe and needs no converter", () => {
    const analysis = analyse(`${head}公开資訊已经发布。\n`);
    const fixes = fixesOf(analysis, found(analysis, "資訊"));
    assert.deepEqual(fixes.map((fix) => [fix.safety, fix.edits.map((edit) => edit.newText)]), [["safe", ["资讯"]]]);
  });
});

describe("messages of mixed-script", () => {
  const message = (text: string, words: string): string => found(analyse(text, { assumeReport: true }), words).message;

  test("tell the wrong characters of a run from those between them", () => {
    assert.match(message(`${head}我们的網上公開平臺。\n`, "網上公開平臺"), /^“網上公開平臺”是繁体字/);
    assert.match(message(`${head}规範的要求，專題公开。\n`, "範的要求，專題"), /^“範的要求，專題”中的“範…專題”是繁体字/);
  });

  test("of a Traditional text say whether it is so throughout", () => {
    const traditional = "# 雲溪縣2024年政府信息公開工作年度報告\n\n## 一、總體情況\n\n縣政務公開領導小組會議總結。\n";
    assert.match(message(traditional, "document"), /^全文为繁体字（/);
    assert.match(message(`${traditional}我们认真贯彻落实。`, "document"), /^全文以繁体字为主，夹有简体字（/);
  });
});

function fixesAt(text: string, words: string): [Analysis, readonly Fix[]] {
  const analysis = analyse(text, { assumeReport: true });
  return [analysis, fixesOf(analysis, found(analysis, words), converter)];
}

function found(analysis: Analysis, words: string): Analysis["findings"][number] {
  const finding = analysis.findings.find(({ code, span, data }) => code === "mixed-script" && (data.key === words || slice(analysis.report.text, span) === words));
  assert.ok(finding !== undefined, `no finding ${words}: ${analysis.findings.map(({ data }) => data.key).join(" ")}`);
  return finding;
}
