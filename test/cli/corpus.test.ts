// Holds the command line against real reports, where somebody has put them beside the repository (../shared/corpus). The reports
// are not part of it. Of what is expected, only the rules that exist are asked for.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { inPlace, resultsOf, type FindingResult, type Place } from "./run.js";

interface Must {
  readonly line: number;
  readonly codes: readonly string[];
  readonly why: string;
}

interface Expected {
  readonly edition: string;
  readonly year: number;
  readonly must: readonly Must[];
  readonly mustNot: readonly string[];
  readonly documentLevel?: readonly string[];
  readonly notBound?: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly afterSafeFix?: { readonly pinyinLeft: number };
}

const corpus = resolve("../shared/corpus");
const list = join(corpus, "expected.json");
const expected = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Readonly<Record<string, Expected | string>>) : {};
const reports = Object.entries(expected).filter((entry): entry is [string, Expected] => typeof entry[1] !== "string");

if (reports.length === 0) test("corpus", { skip: `no reports in ${corpus}` }, () => undefined);

for (const [name, want] of reports) {
  const file = join(corpus, name);

  test(`${name}: edition, year and findings`, inPlace((place) => {
    const [result] = resultsOf(place.run(["check", "--format", "ndjson", file]).out);
    assert.ok(result !== undefined);
    assert.equal(result.edition.id, want.edition);
    assert.equal(result.year, want.year);
    assert.deepEqual(missed(want, result.findings, rulesOf(place)), []);
    assert.deepEqual(result.findings.filter(({ code }) => want.mustNot.includes(code)).map(({ code, message }) => `${code}: ${message}`), []);
  }));

  test(`${name}: facts`, inPlace((place) => {
    const { facts } = JSON.parse(place.run(["facts", file]).out) as { facts: readonly { readonly key: string; readonly value: { readonly kind: string; readonly amount: string | null } }[] };
    const values = new Map(facts.map(({ key, value }) => [key, value]));
    for (const [key, amount] of Object.entries(want.facts)) assert.equal(values.get(key)?.amount, amount, key);
    for (const key of want.notBound ?? []) assert.notEqual(values.get(key)?.kind, "number", key);
  }));

  test(`${name}: safe fixes`, { skip: want.afterSafeFix === undefined ? "nothing expected" : false }, inPlace((place) => {
    copyFileSync(file, place.path(name));
    assert.equal(place.run(["fix", name]).status, 0);
    assert.equal(pinyinIn(readFileSync(place.path(name), "utf8")), want.afterSafeFix?.pinyinLeft);
    assert.match(place.run(["fix", name]).out, /没有可以自动修改的地方/);
  }));
}

function rulesOf(place: Place): ReadonlySet<string> {
  const rules = JSON.parse(place.run(["rules", "--format", "json"]).out) as readonly { readonly code: string }[];
  return new Set(rules.map(({ code }) => code));
}

function missed({ must, documentLevel }: Expected, findings: readonly FindingResult[], rules: ReadonlySet<string>): string[] {
  const lines = must.filter(({ codes, line }) => codes.every((code) => rules.has(code)) && !findings.some((finding) => codes.includes(finding.code) && covers(finding, line)));
  const whole = (documentLevel ?? []).filter((code) => rules.has(code) && !findings.some((finding) => finding.code === code));
  return [...lines.map(({ line, codes, why }) => `${line} ${codes.join(" or ")}: ${why}`), ...whole];
}

/** Lines of the list count from one. */
function covers({ range }: FindingResult, line: number): boolean {
  return range.start.line + 1 <= line && line <= range.end.line + 1;
}

function pinyinIn(text: string): number {
  return (text.match(/[\u3400-\u9fff][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,8}[)）]/g) ?? []).length;
}
