import { defineRule, type Words } from "../../check/rule.js";
import type { Organ } from "../../report/organ.js";
import { organOf } from "../../report/ownOrgan.js";
import { proseOf, sentenceAround, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import { matchesIn } from "../../text/matches.js";
import { slice } from "../../text/span.js";
import { mendable, type Mendable } from "../found.js";

const messages = {
  numbers: (word: string, organ: string): Words => ({ zh: `“${organ}”的报告在说自己的数据，却写作“${word}”，像是沿用了别处的文字。请核对范围和数字。`, en: `The report of ${organ} gives its own numbers but says ${word}: probably text from elsewhere. Check the words and the number.` }),
  self: (word: string, organ: string): Words => ({ zh: `“${word}”与报告机关“${organ}”不符，像是沿用了别的机关的文字。请核对。`, en: `“${word}” does not fit the organ of the report (${organ}): probably text of another organ. Check it.` }),
};

export default defineRule({
  code: "region-word",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "“全市”“我局”一类的称呼与报告机关不符", en: "全市, 我局 and the like do not fit the organ whose report it is" },
  basis: { zh: "报告应由本机关据实编制，照搬别处的文字即为失实；国办公开办函〔2021〕30号三（四）", en: "Form of 2021, part 3 (4): reports copied from others are a fault" },
  repair: "review",
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  const { organ } = organOf(report);
  if (organ === undefined || organ.kind === "zone" || organ.kind === "vertical" || organ.kind === "office") return;
  for (const line of proseOf(report)) yield* foreignNumbers(report, line, organ);
  yield* foreignSelf(report, organ);
}

const wholes = /全(市|县|区|省|镇|乡|街道)(?![场域民直委城区县乡镇村会])/g;
const ownNumber = /^[^。;]{0,12}?(?:收到|受理|办理|办结|答复|主动公开|公开|发布|制发|新收)[^。;]{0,24}?\d+(?:件|条|份|篇|项)/;
/** Then the sentence is about others: a share of the whole, a place in a list, a meeting, somebody's guidance. */
const ofOthers = /占|排名|排在|位居|位列|名列|第[一二三四五六\d]|会议|培训|通报|评比|评估|考核|平均|面向|对全|在全|向全|为全|各[县区市镇乡]|我[县区市镇乡局]|本[县区市镇乡局]/;

/** What stands before the subject of a sentence: a mark, or the year. */
const subject = /(?:^|[,。;:、()]|20\d{2}年度?)$/;

function* foreignNumbers(report: Report, line: ProseLine, organ: Organ): Iterable<Mendable> {
  for (const match of matchesIn(line.folded, wholes)) {
    const [word, unit = ""] = match;
    if (!foreignWholes(organ).includes(unit) || line.isQuoted(match.index) || !subject.test(line.folded.slice(Math.max(0, match.index - 6), match.index))) continue;
    const { text } = sentenceAround(line, match.index, match.index + word.length);
    const after = line.folded.slice(match.index + word.length, match.index + word.length + 60);
    if (!ownNumber.test(after) || ofOthers.test(text) || text.includes(placeOf(organ))) continue;
    const span = line.span(match.index, match.index + word.length);
    yield { key: `numbers/${word}`, span, message: messages.numbers(slice(report.text, span), organ.name), found: word, ...repairTo(span, organ) };
  }
}

/** Where the sentence names the place itself, the wider word is meant as such. */
function placeOf({ name }: Organ): string {
  return name.replace(/(?:人民政府|政府)$/, "");
}

function repairTo(span: Mendable["span"], { region }: Organ): Pick<Mendable, "repairs"> {
  if (region === undefined || region.length > 2 || region === "州") return {};
  const newText = `全${region}`;
  return { repairs: [{ title: { zh: `改为“${newText}”`, en: `Write “${newText}”` }, safety: "review", edits: [{ span, newText }] }] };
}

/** 全区 may be the autonomous region that a county belongs to. Where the name does not tell the place nothing is foreign. */
function foreignWholes({ kind, region, level }: Organ): readonly string[] {
  if (kind === "township") return ["市", "县", "区", "省", "镇", "乡", "街道"].filter((unit) => unit !== region && (region !== "办事处" || unit === "市" || unit === "县"));
  if (region === "县" || region === "旗") return ["市", "省", "镇", "乡"];
  if (region === "区") return ["市", "县", "省", "镇", "乡"];
  if (region === "市") return level === "province" ? ["县"] : ["县", "省", "镇", "乡"];
  return [];
}

/** Our 局, our 镇: words that only such an organ uses of itself. 我市 and 我省 are everybody's. */
const selves = /[我本](镇|乡|街道|局|厅|县)(?![江海部面限域势土村间])/g;
const offices = /(?<![各乡县区市街道、和及与我本全某])(镇|乡)机关/g;

interface Self {
  readonly line: ProseLine;
  readonly at: number;
  readonly word: string;
  readonly unit: string;
}

/** Strays among many own words are told; a text that has more of them than of its own may be titled wrongly. */
function* foreignSelf(report: Report, organ: Organ): Iterable<Mendable> {
  const own = ownUnits(organ);
  const foreign = foreignSelves(organ);
  const all = proseOf(report).flatMap(selvesIn);
  const strays = all.filter(({ unit }) => foreign.includes(unit));
  const titled = report.title?.organ === undefined ? 0 : 1;
  if (strays.length > all.filter(({ unit }) => own.includes(unit)).length + titled) return;
  for (const { line, at, word } of strays) {
    const span = line.span(at, at + word.length);
    yield { key: `self/${word}`, span, message: messages.self(slice(report.text, span), organ.name), found: word };
  }
}

function selvesIn(line: ProseLine): Self[] {
  return [...matchesIn(line.folded, selves), ...matchesIn(line.folded, offices)].flatMap((match) => (line.isQuoted(match.index) ? [] : [{ line, at: match.index, word: match[0], unit: match[1] ?? "" }]));
}

function ownUnits({ region, unit }: Organ): readonly string[] {
  return [region, unit].filter((own) => own !== undefined);
}

function foreignSelves({ kind, region, unit }: Organ): readonly string[] {
  if (kind === "township") return ["镇", "乡", "街道", "局", "厅"].filter((other) => other !== region && region !== "办事处");
  const places = ["镇", "乡", "街道", ...(region === "区" || region === "市" ? ["县"] : [])];
  return kind === "department" ? places.filter((other) => other !== unit) : [...places, "局", "厅"];
}
