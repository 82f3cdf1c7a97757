import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { InlayHint } from "vscode-languageserver-types";
import { applyEdits, type CheckOptions } from "../../../server/src/core/index.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { inlayHints } from "../../../server/src/service/inlayHints.js";
import { consistentValues, editionOf, spellings, writeDraft } from "../support/drafts.js";
import { cell, keysAt } from "./cells.js";
import { read } from "./support.js";

const stage: CheckOptions = { assumeReport: true, stage: "draft" };

function hintsIn(draft: Draft): InlayHint[] {
  return inlayHints(draft, draft.lines.range({ start: 0, end: draft.snapshot.text.length }));
}

function label({ label: parts }: InlayHint): string {
  return typeof parts === "string" ? parts : parts.map(({ value }) => value).join("");
}

/** The draft with every hint accepted. */
function accepted(draft: Draft): string {
  const edits = hintsIn(draft).flatMap(({ textEdits }) => textEdits ?? []);
  return applyEdits(draft.snapshot.text, edits.map(({ range, newText }) => ({ span: { start: draft.lines.offset(range.start), end: draft.lines.offset(range.end) }, newText })));
}

describe("inlay hints", () => {
  test("none in a complete draft, none in an empty one, none in what is no report", () => {
    assert.deepEqual(hintsIn(read(writeDraft({ edition: "2021", spelling: "gfm" }), stage)), []);
    const cells = Object.fromEntries([...consistentValues(editionOf("2021"), 1).keys()].map((key) => [key, ""]));
    assert.deepEqual(hintsIn(read(writeDraft({ edition: "2021", spelling: "gfm", cells }), stage)), []);
    assert.deepEqual(hintsIn(read("| 总计 | |\n| --- | --- |\n| 1 | |\n", {})), []);
  });

  test("a blank that can hold one number only shows it with the numbers that it comes from", () => {
    const draft = read(writeDraft({ edition: "2021", spelling: "gfm", seed: 3, cells: { "review/count/directSuit.total": "" } }), stage);
    const [hint, ...others] = hintsIn(draft);
    assert.ok(hint !== undefined && typeof hint.label !== "string");
    assert.deepEqual(others, []);
    assert.match(label(hint), /^\d+ = \d+( \+ \d+)+$/);
    const locations = hint.label.flatMap(({ location }) => (location === undefined ? [] : [location.range]));
    assert.ok(keysAt(draft, locations).every((key) => /^review\/count\/directSuit\.(upheld|corrected|other|pending)$/.test(key)));
    assert.deepEqual(hint.position, cell(draft, "review/count/directSuit.total"));
    assert.match(String(hint.tooltip), /^未经复议直接起诉：总计等于结果维持.*之和。/);
  });

  test("beside a wrong total stands the right one", () => {
    const draft = read(writeDraft({ edition: "2021", spelling: "gfm", seed: 3, cells: { "applications/carriedOut/total": "777" } }), stage);
    const right = consistentValues(editionOf("2021"), 3).get("applications/carriedOut/total");
    assert.deepEqual(hintsIn(draft).map((hint) => label(hint).split(" = ")[0]), [`→ ${right}`]);
  });

  test("a wrong part is left to its finding", () => {
    const draft = read(writeDraft({ edition: "2021", spelling: "gfm", seed: 3, cells: { "applications/granted/naturalPerson": "777" } }), stage);
    assert.deepEqual(hintsIn(draft), []);
  });

  test("only those of the range that is asked for", () => {
    const draft = read(writeDraft({ edition: "2021", spelling: "gfm", cells: { "review/count/directSuit.total": "", "applications/received/total": "" } }), stage);
    const place = cell(draft, "applications/received/total");
    assert.deepEqual(inlayHints(draft, { start: { line: place.line, character: 0 }, end: { line: place.line + 1, character: 0 } }).map(({ position }) => position.line), [place.line]);
  });

  for (const edition of ["2019", "2021"] as const) {
    for (const spelling of spellings) {
      test(`accepted, they complete a draft of ${edition} in ${spelling}`, () => {
        const keys = ["applications/received/total", "applications/handledTotal/naturalPerson", "review/count/reconsideration.total"];
        const mark = spelling === "lines" ? "—" : "";
        const draft = read(writeDraft({ edition, spelling, seed: 8, cells: Object.fromEntries(keys.map((key) => [key, mark])) }), stage);
        assert.equal(hintsIn(draft).length, 3);
        const whole = read(accepted(draft), { ...stage, stage: "final" });
        assert.deepEqual(whole.analysis.findings, []);
        for (const key of keys) assert.equal(whole.snapshot.text.slice(...spanOf(whole, key)), consistentValues(editionOf(edition), 8).get(key));
      });
    }
  }
});

function spanOf({ analysis }: Draft, key: string): [number, number] {
  const fact = analysis.report.facts.get(key);
  return [fact?.span.start ?? 0, fact?.span.end ?? 0];
}
