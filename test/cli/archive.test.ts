// Reports among others on the command line: a folder of several years, one thread and many, sums that are configured.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { generateArchive, rewritten, type ArchiveReport } from "../unit/support/archives.js";
import { inPlace, resultsOf, type FileResult, type Place } from "./run.js";

function writeAll(place: Place, reports: readonly ArchiveReport[]): void {
  for (const { name, text } of reports) place.write(name, text);
}

function faulty(): ArchiveReport[] {
  const reports = generateArchive(["云溪县教育局", "松江市司法局"], [2022, 2023, 2024], 21);
  for (const report of reports.filter(({ year }) => year === 2024)) {
    report.values.set("disclosure/normative/inForce", "98765");
    rewritten(report);
  }
  return reports;
}

function codesOf(results: readonly FileResult[]): readonly string[] {
  return results.flatMap(({ file, findings }) => findings.map(({ code }) => `${file} ${code}`));
}

describe("check of an archive", () => {
  test("compares the files of one command line, whatever their order", inPlace((place) => {
    const reports = faulty();
    writeAll(place, reports);
    const names = reports.map(({ name }) => name);
    const expected = reports.filter(({ year }) => year === 2024).map(({ name }) => `${name} previous-year`);
    for (const order of [names, names.toReversed()]) assert.deepEqual([...codesOf(resultsOf(place.run(["check", "--format", "ndjson", ...order]).out))].sort(), [...expected].sort());
    const { name } = reports[2] ?? { name: "" };
    assert.deepEqual(codesOf(resultsOf(place.run(["check", "--format", "ndjson", name]).out)), [], "a report by itself");
  }));

  test("compares nothing with a report that a later file of the command line contradicts", inPlace((place) => {
    const [first, ...others] = faulty().filter(({ organ, year }) => organ === "云溪县教育局" && year > 2022);
    assert.ok(first !== undefined);
    writeAll(place, [first, ...others]);
    place.write("副本.md", first.text);
    const names = [first, ...others].map(({ name }) => name);
    assert.notDeepEqual(codesOf(resultsOf(place.run(["check", "--format", "ndjson", ...names]).out)), []);
    assert.deepEqual(codesOf(resultsOf(place.run(["check", "--format", "ndjson", ...names, "副本.md"]).out)), []);
  }));

  test("names the other file", inPlace((place) => {
    writeAll(place, faulty());
    const [finding] = resultsOf(place.run(["check", "--format", "ndjson", "."]).out).flatMap(({ findings }) => findings);
    const related = finding?.related[0] as { readonly file?: string } | undefined;
    assert.equal(related?.file, "云溪县教育局2023年政府信息公开工作年度报告.md");
    assert.match(place.run(["check", "."]).out, /相关 云溪县教育局2023年政府信息公开工作年度报告\.md:\d+:\d+/);
  }));

  test("says the same on several threads", inPlace((place) => {
    writeAll(place, faulty());
    const [alone, together] = ["1", "3"].map((jobs) => place.run(["check", "--format", "json", "--jobs", jobs, "."]));
    assert.ok(alone !== undefined && together !== undefined);
    assert.match(alone.out, /previous-year/);
    assert.equal(together.out, alone.out);
    assert.deepEqual([together.status, together.err], [alone.status, alone.err]);
  }));

  const aggregate = JSON.stringify({ aggregate: { summary: "汇总.md", parts: ["部门/*.md"] } });

  function withSum(place: Place): void {
    const parts = generateArchive(["云溪县教育局", "云溪县水利局"], [2024], 22);
    for (const [i, { text }] of parts.entries()) place.write(`部门/${i}.md`, text);
    const [first] = parts;
    assert.ok(first !== undefined);
    const sums = [...first.values.keys()].map((key): [string, string] => [key, String(Math.round(parts.reduce((sum, part) => sum + 100 * Number(part.values.get(key)), 0)) / 100)]);
    const values = new Map([...sums, ["disclosure/permit/decisions", "1"]] as const);
    place.write("汇总.md", rewritten({ organ: "云溪县", year: 2024, edition: "2021", name: "汇总.md", values, text: "" }).text);
    place.write(".nianbao.json", aggregate);
  }

  test("reads all parts of a configured sum, though only the sum is named", inPlace((place) => {
    withSum(place);
    assert.deepEqual(codesOf(resultsOf(place.run(["check", "--format", "ndjson", "汇总.md"]).out)), ["汇总.md aggregate"]);
  }));

  test("says nothing of a sum one of whose parts cannot be read", inPlace((place) => {
    withSum(place);
    place.write("部门/9.md", "这里还没有报告。\n");
    assert.deepEqual(codesOf(resultsOf(place.run(["check", "--format", "ndjson", "汇总.md"]).out)), []);
  }));

  test("tells of a configuration that says only half of a sum", inPlace((place) => {
    withSum(place);
    place.write(".nianbao.json", JSON.stringify({ aggregate: { summary: "汇总.md" } }));
    const { status, err } = place.run(["check", "汇总.md"]);
    assert.equal(status, 2);
    assert.match(err, /\.nianbao\.json:1:\d+.*aggregate/);
  }));
});
