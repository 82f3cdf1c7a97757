/** The laws of the design, on generated drafts: what holds for every text and every edition. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyse, applyEdits, editions, fixAll, fixesOf, parse, writeNewReport, type Analysis } from "../../server/src/core/index.js";
import type { Block } from "../../server/src/core/index.js";
import { converter } from "./support/converter.js";
import { consistentValues, editionOf, random, spellings, writeDraft } from "./support/drafts.js";

const plans = (["2019", "2021"] as const).flatMap((edition) => spellings.map((spelling) => ({ edition, spelling })));

function told(analysis: Analysis): string[] {
  return analysis.findings.map((finding) => `${finding.code} “${analysis.report.text.slice(finding.span.start, finding.span.end)}” ${finding.message}`);
}

describe("parse", () => {
  const drafts = plans.map((plan) => writeDraft(plan));

  test("loses no character of any prefix of a draft and keeps cells in order", () => {
    for (const draft of drafts) {
      for (let end = 0; end < draft.length; end += 97) holdsTogether(draft.slice(0, end));
    }
  });

  test("loses no character of any text", () => {
    const damaged = fc.tuple(fc.constantFrom(...drafts), fc.nat(), fc.nat({ max: 400 }), fc.string({ unit: "binary", maxLength: 20 })).map(([draft, at, length, noise]) => {
      const from = at % draft.length;
      return draft.slice(0, from) + noise + draft.slice(from + length);
    });
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), damaged), holdsTogether), { numRuns: 300, seed: 20241 });
  });
});

describe("rules", () => {
  test("throw on no text, and every repair stays inside it", () => {
    const drafts = plans.map((plan) => writeDraft(plan));
    const damaged = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 300 }), fc.string({ unit: "binary", maxLength: 8 })), { minLength: 1, maxLength: 6 });
    const property = fc.property(fc.constantFrom(...drafts), damaged, fc.constantFrom("draft" as const, "final" as const), (draft, wounds, stage) => {
      const text = wounds.reduce((current, [at, length, noise]) => current.slice(0, at % (current.length + 1)) + noise + current.slice((at % (current.length + 1)) + length), draft);
      const analysis = analyse(text, { stage, assumeReport: true, log: (message) => assert.fail(message) });
      for (const finding of analysis.findings) {
        assert.ok(0 <= finding.span.start && finding.span.start <= finding.span.end && finding.span.end <= text.length, finding.code);
        for (const { edits } of fixesOf(analysis, finding, converter)) for (const { span } of edits) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, finding.code);
      }
    });
    fc.assert(property, { numRuns: 250, seed: 20242 });
  });

  test("give each finding a key of its own", () => {
    for (const plan of plans) {
      const draft = writeDraft({ ...plan, cells: { "applications/granted/total": "99999", "review/count/directSuit.total": "-1", "disclosure/permit/decisions": "12件" } }).replaceAll("申请", "申青");
      const { findings } = analyse(draft, { stage: "final" });
      const keys = findings.map((finding) => `${finding.code} ${finding.data.key}`);
      assert.equal(new Set(keys).size, keys.length, keys.join("\n"));
    }
  });

  for (const line of ["收到3件，", "规章\n", "的的"]) {
    test(`throw on no text, however many there are of ${JSON.stringify(line)}`, () => {
      analyse(`云溪县2024年政府信息公开工作年度报告\n${line.repeat(150_000)}`, { assumeReport: true, log: (message) => assert.fail(message) });
    });
  }
});

describe("three wrong numbers", () => {
  for (const plan of plans) {
    test(`in different rows and columns of ${plan.edition} in ${plan.spelling} are all named`, () => {
      const values = consistentValues(editionOf(plan.edition), 4);
      const keys = ["applications/refused.security/naturalPerson", "applications/rejected.petition/socialOrganization", "applications/unavailable.notHeld/otherOrganization"];
      const cells = Object.fromEntries(keys.map((key, i) => [key, String(Number(values.get(key)) + 3 + 2 * i)]));
      const analysis = analyse(writeDraft({ ...plan, seed: 4, cells }), { stage: "final" });
      assert.deepEqual(analysis.findings.map((finding) => [finding.data.fact, finding.data.expected]).sort(), keys.map((key) => [key, values.get(key)]).sort(), told(analysis).join("\n"));
    });
  }
});

describe("any wrong numbers", () => {
  test("are told without a rule failing, whatever they are", () => {
    const keys = [...consistentValues(editionOf("2021"), 6).keys()].filter((key) => !key.startsWith("disclosure/"));
    const wrong = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom("", "—", "-5", "0", "1", "7", "31", "9999", "3.5", "无", "见附件"), { minKeys: 1, maxKeys: 8 });
    const property = fc.property(wrong, fc.constantFrom(...spellings), fc.constantFrom("draft" as const, "final" as const), (cells, spelling, stage) => {
      const analysis = analyse(writeDraft({ edition: "2021", spelling, seed: 6, cells }), { stage, log: (message) => assert.fail(message) });
      for (const finding of analysis.findings) fixesOf(analysis, finding, converter);
    });
    fc.assert(property, { numRuns: 400, seed: 20243 });
  });
});

describe("two wrong numbers", () => {
  for (const plan of plans) {
    test(`in different rows and columns of ${plan.edition} in ${plan.spelling} are both named`, () => {
      const edition = editionOf(plan.edition);
      for (let seed = 1; seed <= 10; seed++) {
        const values = consistentValues(edition, seed);
        const [first, second] = ["applications/refused.security/naturalPerson", "applications/rejected.petition/socialOrganization"];
        const cells = Object.fromEntries([first, second].map((key, i) => [key, String(Number(values.get(key)) + 3 + i)]));
        const analysis = analyse(writeDraft({ ...plan, seed, cells }), { stage: "final" });
        assert.deepEqual(analysis.findings.map((finding) => [finding.data.fact, finding.data.expected]).sort(), [first, second].map((key) => [key, values.get(key)]).sort(), told(analysis).join("\n"));
      }
    });
  }
});

function holdsTogether(text: string): void {
  const tree = parse(text);
  let at = 0;
  for (const block of tree.blocks) {
    assert.equal(block.span.start, at, "blocks tile the text");
    at = block.span.end;
    holdsInside(block);
  }
  assert.equal(at, text.length, "the last block ends with the text");
}

function holdsInside(block: Block): void {
  if (block.kind !== "table") return;
  let at = block.span.start;
  for (const cell of block.rows.flatMap((row) => row.cells)) {
    assert.ok(at <= cell.span.start && cell.span.start <= cell.span.end && cell.span.end <= block.span.end, "cells are in order and inside their table");
    at = cell.span.end;
  }
}

describe("a complete correct draft", () => {
  for (const plan of plans) {
    test(`of ${plan.edition} in ${plan.spelling} has no finding in final`, () => {
      for (let seed = 1; seed <= 40; seed++) assert.deepEqual(told(analyse(writeDraft({ ...plan, seed }), { stage: "final" })), []);
    });

    test(`of ${plan.edition} in ${plan.spelling} binds every cell to its fact`, () => {
      const edition = editionOf(plan.edition);
      for (let seed = 1; seed <= 20; seed++) {
        const { report } = analyse(writeDraft({ ...plan, seed }));
        const read = new Map([...report.facts].map(([key, fact]) => [key, fact.value.kind === "number" ? fact.value.raw : `(${fact.value.kind})`]));
        assert.deepEqual(read, new Map([...consistentValues(edition, seed)].sort((a, b) => [...read.keys()].indexOf(a[0]) - [...read.keys()].indexOf(b[0]))));
      }
    });

    test(`of ${plan.edition} in ${plan.spelling} reads alike with CRLF`, () => {
      const { report, findings } = analyse(writeDraft({ ...plan, lineEnd: "\r\n" }), { stage: "final" });
      assert.deepEqual(findings, []);
      assert.equal(report.facts.size, consistentValues(editionOf(plan.edition), 1).size);
    });

    test(`of ${plan.edition} in ${plan.spelling} in Traditional script has the one finding about its script`, () => {
      const analysis = analyse(converter.toTraditional(writeDraft(plan)), { stage: "final" });
      assert.deepEqual(analysis.findings.map((finding) => finding.code), ["mixed-script"], told(analysis).join("\n"));
      assert.equal(analysis.report.facts.size, consistentValues(editionOf(plan.edition), 1).size);
    });
  }
});

describe("an empty form", () => {
  for (const edition of editions) {
    test(`of ${edition.id} has no finding in draft`, () => {
      const { text } = writeNewReport({ organ: "云溪县人民政府", year: 2024, edition: edition.id });
      assert.deepEqual(told(analyse(text, { stage: "draft", edition: edition.id })), []);
    });
  }

  test("is told in final", () => {
    const { text } = writeNewReport({ organ: "云溪县人民政府", year: 2024 });
    assert.deepEqual(analyse(text, { stage: "final" }).findings.map((finding) => finding.code), ["section-empty"]);
  });
});

describe("inserting a missing chapter", () => {
  for (const plan of plans) {
    for (const form of editionOf(plan.edition).sections) {
      test(`${form.key} of ${plan.edition} in ${plan.spelling} leaves no finding`, () => {
        const draft = writeDraft(plan);
        const { report } = analyse(draft);
        const section = report.sections.find((candidate) => candidate.form?.key === form.key);
        assert.ok(section !== undefined);
        const tail = form.key === "other" ? draft.indexOf("云溪县人民政府", section.span.start) : section.span.end;
        const without = draft.slice(0, section.span.start) + draft.slice(tail);
        const analysis = analyse(without, { stage: "final" });
        assert.deepEqual(analysis.findings.map((finding) => finding.code), ["section-missing"], told(analysis).join("\n"));
        const [finding] = analysis.findings;
        assert.ok(finding !== undefined);
        const [fix] = fixesOf(analysis, finding, converter);
        assert.ok(fix !== undefined);
        const mended = applyEdits(without, fix.edits);
        const after = analyse(mended, { stage: "final" });
        assert.deepEqual(told(after), []);
        assert.deepEqual(after.report.sections.map((found) => found.key), editionOf(plan.edition).sections.map((found) => found.key));
        assert.deepEqual(told(analyse(mended, { stage: "draft" })), []);
      });
    }
  }
});

describe("inserting a missing chapter whose number the author has given to the next one", () => {
  for (const plan of plans) {
    test(`renumbers what follows, ${plan.edition} in ${plan.spelling}`, () => {
      const draft = writeDraft(plan);
      const at = (title: string): number => draft.lastIndexOf("\n", draft.indexOf(title)) + 1;
      const without = draft.slice(0, at("四、政府信息公开行政复议")) + draft.slice(at("五、存在的主要问题")).replace("五、存在", "四、存在").replace("六、其他", "五、其他");
      const analysis = analyse(without, { stage: "final" });
      assert.deepEqual(analysis.findings.map(({ code }) => code), ["section-missing"], told(analysis).join("\n"));
      const [finding] = analysis.findings;
      assert.ok(finding !== undefined);
      const [fix] = fixesOf(analysis, finding, converter);
      assert.ok(fix !== undefined);
      const after = analyse(applyEdits(without, fix.edits), { stage: "final" });
      assert.deepEqual(told(after), []);
      assert.deepEqual(after.report.sections.map((section) => section.heading.marker?.ordinal), [1, 2, 3, 4, 5, 6]);
    });
  }
});

describe("inserting a missing chapter into a Traditional draft", () => {
  for (const plan of plans) {
    test(`of ${plan.edition} in ${plan.spelling} writes it in that script`, () => {
      const draft = converter.toTraditional(writeDraft(plan));
      const from = draft.lastIndexOf("\n", draft.indexOf("四、政府信息公開")) + 1;
      const without = draft.slice(0, from) + draft.slice(draft.lastIndexOf("\n", draft.indexOf("五、存在的主要問題")) + 1);
      const analysis = analyse(without, { stage: "final" });
      const finding = analysis.findings.find((candidate) => candidate.code === "section-missing");
      assert.ok(finding !== undefined);
      assert.deepEqual(fixesOf(analysis, finding), [], "none without a converter");
      const [fix] = fixesOf(analysis, finding, converter);
      assert.ok(fix !== undefined);
      assert.deepEqual(analyse(applyEdits(without, fix.edits), { stage: "final" }).findings.map(({ code }) => code), ["mixed-script"]);
    });
  }
});

describe("one wrong number", () => {
  for (const plan of plans) {
    test(`of ${plan.edition} in ${plan.spelling} is one finding at that cell, with the right value`, () => {
      const edition = editionOf(plan.edition);
      const next = random(7);
      for (let seed = 1; seed <= 30; seed++) {
        const values = consistentValues(edition, seed);
        const keys = [...values.keys()].filter((key) => key.startsWith("applications/"));
        const key = keys[Math.floor(next() * keys.length)];
        const right = key === undefined ? undefined : values.get(key);
        assert.ok(key !== undefined && right !== undefined);
        const analysis = analyse(writeDraft({ ...plan, seed, cells: { [key]: String(Number(right) + 1 + Math.floor(next() * 9)) } }), { stage: "final" });
        const seen = analysis.findings.map((finding) => [finding.data.fact, finding.data.expected]);
        assert.deepEqual(seen, [[key, right]], told(analysis).join("\n"));
      }
    });

    test(`of ${plan.edition} in ${plan.spelling} in table four is told at the total of its five`, () => {
      const key = "review/count/directSuit.corrected";
      const right = Number(consistentValues(editionOf(plan.edition), 3).get(key));
      const { findings } = analyse(writeDraft({ ...plan, seed: 3, cells: { [key]: String(right + 2) } }), { stage: "final" });
      assert.deepEqual(findings.map((finding) => [finding.code, finding.data.fact]), [["review-total", "review/count/directSuit.total"]]);
    });
  }
});

describe("safe fixes", () => {
  test("leave nothing safe behind, add no finding, and change nothing the second time", () => {
    const faults = ["信息(xìn xī)", "０９", "℅", "\u200b", "資訊網站", "⼀"];
    for (const [i, plan] of plans.entries()) {
      const draft = writeDraft({ ...plan, seed: i + 1 }).replace("围绕群众", `围绕${faults.join("，")}群众`);
      const before = analyse(draft, { stage: "final" });
      const fixed = fixAll(draft, { stage: "final" }, converter);
      const after = analyse(fixed.text, { stage: "final" });
      assert.ok(before.findings.length > 0 && fixed.applied > 0);
      assert.deepEqual(after.findings.flatMap((finding) => fixesOf(after, finding, converter)).filter((fix) => fix.safety === "safe"), []);
      const codes = new Set(before.findings.map((finding) => `${finding.code} ${finding.data.key}`));
      assert.deepEqual(after.findings.filter((finding) => !codes.has(`${finding.code} ${finding.data.key}`)), []);
      assert.equal(fixAll(fixed.text, { stage: "final" }, converter).text, fixed.text);
    }
  });
});
