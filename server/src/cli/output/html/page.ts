import { createHash } from "node:crypto";
import { ruleInfos, type Language } from "../../../core/index.js";
import { say, type Words } from "../../words.js";
import { printable } from "../glyphs.js";
import { reportSection, weightWords } from "./findings.js";
import type { PageEntry } from "./entry.js";
import { html, Markup, type Content } from "../../../markup/html.js";
import { style } from "./style.js";
import { findingsOf, gravestFirst, tallyOf, weightOf, weights, type Tally, type Weight } from "./tally.js";
import { pointsOf, trendPlot } from "./trend.js";

/** A report with the anchor of its section. */
export interface Placed extends PageEntry {
  readonly id: string;
}

/**
 * One page that holds everything: style inside, no script, nothing fetched, which its own policy forbids besides. Faults by
 * rule and by organ, each finding in its line, and the years of each organ.
 */
export function renderPage(entries: readonly PageEntry[], language: Language): string {
  const placed = entries.map((entry, i) => ({ ...entry, id: `r${i + 1}` }));
  const tell = (words: Words): string => say(words, language);
  const title = tell({ zh: "政府信息公开工作年度报告检查结果", en: "Check of annual reports on government information disclosure" });
  const digest = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const parts: readonly Part[] = [byRule(placed, language), byOrgan(placed, language), listOfReports(placed, language), trends(placed, language), allFindings(placed, language)].flatMap((part) => part ?? []);
  return `<!doctype html>\n${html`<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="lead">${tell({ zh: `共 ${entries.length} 份报告。数和文字都出自所检查的文件。`, en: `${entries.length} reports. All numbers and words are those of the files checked.` })}</p>
${counts(placed, language)}
<nav aria-label="${tell({ zh: "目录", en: "Contents" })}"><ul>${parts.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>
</header>
<main>
${parts.map(({ id, heading, body }) => html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${heading}</h2>
${body}
</section>`)}
</main>
<footer><p>Nianbao 年报</p></footer>
</body>
</html>`.text}\n`;
}

interface Part {
  readonly id: string;
  readonly heading: string;
  readonly body: Markup;
}

function counts(entries: readonly PageEntry[], language: Language): Markup {
  const tally = tallyOf(findingsOf(entries));
  const card = (kind: string, count: number, label: string): Markup => html`<li class="${kind}"><strong>${count}</strong>${label}</li>`;
  return html`<ul class="counts">${card("reports", entries.length, say({ zh: "报告", en: "reports" }, language))}${weights.map((weight) => card(weight, tally[weight], say(weightWords[weight], language)))}</ul>`;
}

function byRule(entries: readonly Placed[], language: Language): Part | undefined {
  const codes = [...new Set(findingsOf(entries).map(({ code }) => code))];
  if (codes.length === 0) return undefined;
  const groups = codes.map((code) => {
    const places = entries.flatMap((entry) => entry.findings.flatMap((finding, i) => (finding.code === code ? [{ entry, finding, id: `${entry.id}-${i + 1}` }] : [])));
    return { code, places, tally: tallyOf(places.map(({ finding }) => finding)) };
  });
  const row = ({ code, places, tally }: (typeof groups)[number]): Markup => html`<tr><th scope="row"><code>${code}</code></th><td>${say(ruleInfos.find((rule) => rule.code === code)?.summary ?? { zh: "", en: "" }, language)}
<details><summary>${say({ zh: `${places.length} 处`, en: `${places.length} places` }, language)}</summary><ul class="places">${places.map(({ entry, finding, id }) => html`<li><a href="#${id}">${shortName(entry)} ${finding.place}</a></li>`)}</ul></details></td>${tallyCells(tally)}</tr>`;
  return { id: "rules", heading: say({ zh: "按规则", en: "By rule" }, language), body: table([{ zh: "规则", en: "Rule" }, { zh: "内容", en: "What it reports" }], gravestFirst(groups).map(row), language) };
}

function byOrgan(entries: readonly Placed[], language: Language): Part | undefined {
  const groups = [...organs(entries)].map(([organ, own]) => ({ organ, own, tally: tallyOf(findingsOf(own)) }));
  if (groups.length === 0) return undefined;
  const row = ({ organ, own, tally }: (typeof groups)[number]): Markup => html`<tr><th scope="row">${printable(organ)}</th><td><ul class="places">${own.map((entry) => html`<li>${linked(entry, `${entry.year ?? printable(entry.file)}`)}</li>`)}</ul></td>${tallyCells(tally)}</tr>`;
  return { id: "organs", heading: say({ zh: "按机关", en: "By organ" }, language), body: table([{ zh: "机关", en: "Organ" }, { zh: "报告", en: "Reports" }], gravestFirst(groups).map(row), language) };
}

/** Reports whose title names an organ, by its name. */
function organs(entries: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const byName = new Map<string, Placed[]>();
  for (const entry of entries) if (entry.organ !== undefined) byName.set(entry.organ, [...(byName.get(entry.organ) ?? []), entry]);
  return byName;
}

function listOfReports(entries: readonly Placed[], language: Language): Part {
  const row = (entry: Placed): Markup => html`<tr><th scope="row">${linked(entry, printable(entry.file))}</th><td>${printable(entry.organ ?? "")}</td><td>${entry.year}</td><td>${entry.edition}</td>${tallyCells(tallyOf(entry.findings))}</tr>`;
  const heads = [{ zh: "文件", en: "File" }, { zh: "机关", en: "Organ" }, { zh: "年度", en: "Year" }, { zh: "格式", en: "Form" }];
  return { id: "reports", heading: say({ zh: "报告", en: "Reports" }, language), body: table(heads, entries.map(row), language) };
}

function trends(entries: readonly Placed[], language: Language): Part | undefined {
  const plots = [...organs(entries)].flatMap(([organ, own]) => {
    const points = pointsOf(own);
    return points.length < 2 ? [] : [trendPlot(printable(organ), points, language)];
  });
  return plots.length === 0 ? undefined : { id: "trends", heading: say({ zh: "历年申请", en: "Applications by year" }, language), body: html`<div class="trends">${plots}</div>` };
}

function allFindings(entries: readonly Placed[], language: Language): Part | undefined {
  const found = entries.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return undefined;
  const anchors = new Map(found.map(({ file, id }) => [file, id]));
  const box = (weight: Weight): Markup => html`<label><input type="checkbox" id="show-${weight}" checked> ${say(weightWords[weight], language)}</label>`;
  const filters = html`<fieldset><legend>${say({ zh: "显示", en: "Show" }, language)}</legend>${weights.filter((weight) => findingsOf(found).some((finding) => weightOf(finding) === weight)).map(box)}</fieldset>`;
  return { id: "findings", heading: say({ zh: "逐份问题", en: "Findings" }, language), body: html`${filters}${found.map((entry) => reportSection(entry, anchors, language))}` };
}

function table(heads: readonly Words[], rows: readonly Content[], language: Language): Markup {
  const head = (words: Words, kind: string): Markup => html`<th scope="col" class="${kind}">${say(words, language)}</th>`;
  return html`<div class="scroll"><table><thead><tr>${heads.map((words) => head(words, ""))}${weights.map((weight) => head(weightWords[weight], "number"))}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function tallyCells(tally: Tally): readonly Markup[] {
  return weights.map((weight) => html`<td class="number"><span class="${tally[weight] === 0 ? "zero" : weight}">${tally[weight]}</span></td>`);
}

/** A report without findings has no section to lead to. */
function linked({ id, findings }: Placed, words: string): Content {
  return findings.length === 0 ? words : html`<a href="#${id}">${words}</a>`;
}

function shortName({ organ, year, file }: PageEntry): string {
  return printable(organ === undefined || year === undefined ? file : `${organ}${year}`);
}
