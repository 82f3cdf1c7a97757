// check --format html: one page that holds everything, and nothing of a report in its markup.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { generateArchive, rewritten } from "../unit/support/archives.js";
import { clean, wrongTotal } from "./drafts.js";
import { inPlace, resultsOf, type Place } from "./run.js";

function writeArchive(place: Place): void {
  for (const report of generateArchive(["云溪县", "云溪县教育局"], [2021, 2022, 2024], 41)) {
    if (report.year === 2022) rewritten({ ...report, values: report.values.set("disclosure/normative/inForce", "98765") });
    place.write(report.name, report.year === 2022 ? rewritten(report).text : report.text);
  }
  place.write("有错.md", wrongTotal);
}

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

describe("check --format html", () => {
  test("says as much as the JSON, and every link leads somewhere", inPlace((place) => {
    writeArchive(place);
    const { out, status, err } = place.run(["check", ".", "--format", "html"]);
    const results = resultsOf(place.run(["check", ".", "--format", "ndjson"]).out);
    const findings = results.flatMap((result) => result.findings);
    assert.deepEqual([status, err], [1, ""]);
    assert.ok(findings.length > 2);
    assert.deepEqual(all(out, /<article class="finding (\w+)"/g), findings.map(({ severity }) => (severity === "error" || severity === "warning" ? severity : "note")));
    assert.deepEqual(all(out, /<strong>(\d+)<\/strong>/g).map(Number), [results.length, ...["error", "warning"].map((severity) => findings.filter((finding) => finding.severity === severity).length), findings.filter(({ severity }) => severity === "information" || severity === "hint").length]);
    const ids = all(out, / id="([^"]+)"/g);
    assert.equal(new Set(ids).size, ids.length);
    for (const target of all(out, /href="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
    assert.equal(all(out, /<figure class="(trend)"/g).length, 2);
  }));

  test("carries its style, no script, and a policy that lets nothing else in", inPlace((place) => {
    writeArchive(place);
    const { out } = place.run(["check", ".", "--format", "html"]);
    const [style = ""] = all(out, /<style>([\s\S]*?)<\/style>/g);
    const digest = createHash("sha256").update(style).digest("base64");
    assert.ok(out.includes(`content="default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`));
    assert.doesNotMatch(out, /<script|<link|<img|https?:|style="/);
  }));

  test("escapes what the reports say, names of files included", inPlace((place) => {
    const evil = `<img src=x onerror="alert('1')">&amp;`;
    place.write(`${"<b>"}报告.md`, clean.replace("规范办理程序", `规(guī)范${evil}`).replace("云溪县档案馆2024年政府", "云溪县<i>2024年政府"));
    const { out } = place.run(["check", ".", "--format", "html"]);
    assert.ok(out.includes("&lt;b&gt;报告.md"));
    assert.ok(out.includes("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;"));
    assert.doesNotMatch(out, /<img|<b>|<i>/);
  }));

  test("is the same on several threads and says so in English if asked", inPlace((place) => {
    writeArchive(place);
    const page = (...more: string[]): string => place.run(["check", ".", "--format", "html", ...more]).out;
    assert.equal(page("--jobs", "3"), page());
    assert.match(page("--language", "en"), /<html lang="en">[\s\S]*By rule/);
  }));

  test("of nothing found is a page too", inPlace((place) => {
    place.write("a.md", clean);
    const { out, status } = place.run(["check", "a.md", "--format", "html"]);
    assert.equal(status, 0);
    assert.match(out, /<strong>0<\/strong>/);
    assert.doesNotMatch(out, /id="findings"/);
  }));
});
