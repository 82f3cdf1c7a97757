/** Law 4 of the design where it is hardest: noise of web pages and converters in cells, titles, headings and prose of good drafts. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyse, fixAll, fixesOf, type Analysis, type Span } from "../../server/src/core/index.js";
import { converter } from "./support/converter.js";
import { spellings, writeDraft } from "./support/drafts.js";

type Kind = "title" | "heading" | "cell" | "prose";

interface Draft {
  readonly text: string;
  readonly places: Readonly<Record<Kind, readonly Span[]>>;
}

/** Both editions in all spellings. */
const drafts = (["2019", "2021"] as const).flatMap((edition) => spellings.map((spelling, i) => draftOf(writeDraft({ edition, spelling, seed: i + 1 }))));

function draftOf(text: string): Draft {
  const { report } = analyse(text, { stage: "final" });
  const { blocks } = report.tree;
  return {
    text,
    places: {
      title: report.title === undefined ? [] : [report.title.span],
      heading: report.sections.map(({ heading }) => heading.span),
      cell: blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((row) => row.cells.map(({ span }) => span)) : [])),
      prose: blocks.flatMap((block) => (block.kind === "paragraph" ? [block.content] : [])),
    },
  };
}

/** What noise makes of a place; `at` is an offset into it. */
type Noise = (place: string, at: number) => string;

const characters = ["\u200b", "\u200d\ufeff", "\u00ad", "\u202a", "\u0007", "\u000b", "\u000c", "\u2028", "\u3000", "\u00a0", "\u200b\u00a0"];
/** Not in cells: other words there are a fault of their own, which a table that noise has hidden shows only later. */
const words = ["３　１１９", "2\u200b3", "１.\u200b5", "計畫、《資訊》", "務(w\u200bù)", "。\u000b二、主动公开", "。\u2028其他需要报告的事项\u2028"];
const noises: ReadonlyMap<string, Noise> = new Map([
  ...[...characters, ...words].map((noise): [string, Noise] => [noise, (place, at) => place.slice(0, at) + noise + place.slice(at)]),
  ["full-width digits", (place) => place.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ["Traditional", (place) => converter.toTraditional(place)],
  ["radicals", (place) => place.replace("行", "⾏").replace("一", "⼀")],
  ["pinyin", (place) => place.replace("务", "務(wù)").replace("公开", "公(gōng)開(kāi)").replace("报", "报(bào)")],
]);

interface Wound {
  readonly kind: Kind;
  readonly place: number;
  /** By name, so that a counterexample can be read. */
  readonly noise: string;
  readonly at: number;
}

const wound: fc.Arbitrary<Wound> = fc.record({ kind: fc.constantFrom<Kind[]>("title", "heading", "cell", "prose"), place: fc.nat(), noise: fc.constantFrom(...noises.keys()), at: fc.nat() });

/** From the last place to the first, so that the offsets hold; a place is hurt once. */
function hurt({ text, places }: Draft, wounds: readonly Wound[]): string {
  const chosen = new Map<number, { readonly span: Span; readonly wound: Wound }>();
  for (const item of wounds) {
    const spans = places[item.kind];
    const span = spans[item.place % Math.max(1, spans.length)];
    if (span !== undefined && !(item.kind === "cell" && words.includes(item.noise))) chosen.set(span.start, { span, wound: item });
  }
  const backwards = [...chosen.values()].sort((a, b) => b.span.start - a.span.start);
  return backwards.reduce((current, { span: { start, end }, wound: { noise, at } }) => {
    const place = current.slice(start, end);
    return current.slice(0, start) + (noises.get(noise)?.(place, offsetIn(place, at)) ?? place) + current.slice(end);
  }, text);
}

/** Inside a number noise is for the author, and the number a fault until then; at its ends it is only noise. */
function offsetIn(place: string, at: number): number {
  const isNumber = /^[+-]?[0-9.]+$/.test(place);
  return isNumber ? (at % 2) * place.length : at % (place.length + 1);
}

function names({ findings }: Analysis): string[] {
  return findings.map(({ code, data }) => `${code} ${data.key}`);
}

function safeIn(analysis: Analysis): string[] {
  return analysis.findings.filter((finding) => fixesOf(analysis, finding, converter).some(({ safety }) => safety === "safe")).map(({ message }) => message);
}

describe("noise in a good draft", () => {
  test("goes with the safe fixes: none is left, no finding is new, a second run changes nothing", () => {
    const options = { stage: "final", assumeReport: true } as const;
    const property = fc.property(fc.nat(drafts.length - 1), fc.array(wound, { minLength: 1, maxLength: 6 }), (which, wounds) => {
      const draft = drafts[which];
      assert.ok(draft !== undefined);
      const text = hurt(draft, wounds);
      const known = new Set(names(analyse(text, options)));
      const fixed = fixAll(text, options, converter).text;
      const after = analyse(fixed, options);
      assert.deepEqual(safeIn(after), []);
      assert.deepEqual(names(after).filter((name) => !known.has(name)), []);
      assert.equal(fixAll(fixed, options, converter).text, fixed);
    });
    fc.assert(property, { numRuns: 100, seed: 20244 });
  });
});
