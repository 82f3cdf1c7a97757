import type { Language } from "../../../core/index.js";
import { say, type Words } from "../../words.js";
import { printable } from "../glyphs.js";
import type { PageFinding } from "./entry.js";
import { html, type Markup } from "../../../markup/html.js";
import type { Placed } from "./page.js";
import { weightOf, type Weight } from "./tally.js";

export const weightWords: Readonly<Record<Weight, Words>> = {
  error: { zh: "错误", en: "Errors" },
  warning: { zh: "警告", en: "Warnings" },
  note: { zh: "提示", en: "Notes" },
};

const oneWords: Readonly<Record<Weight, Words>> = {
  error: { zh: "错误", en: "Error" },
  warning: { zh: "警告", en: "Warning" },
  note: { zh: "提示", en: "Note" },
};

/** All findings of a report, open from the start so that every link leads to something that can be seen. */
export function reportSection(entry: Placed, anchors: ReadonlyMap<string, string>, language: Language): Markup {
  const count = say({ zh: `${entry.findings.length} 处问题`, en: `${entry.findings.length} findings` }, language);
  return html`<details class="report" id="${entry.id}" open><summary><h3>${printable(entry.file)}</h3><span class="lead">${count}</span></summary>
${entry.findings.map((finding, i) => findingArticle(finding, `${entry.id}-${i + 1}`, anchors, language))}
</details>`;
}

function findingArticle(finding: PageFinding, id: string, anchors: ReadonlyMap<string, string>, language: Language): Markup {
  const weight = weightOf(finding);
  return html`<article class="finding ${weight}" id="${id}">
<header><span class="severity ${weight}">${say(oneWords[weight], language)}</span> <code>${finding.code}</code> <a href="#${id}">${finding.place}</a></header>
<p>${finding.message}</p>
<pre>${finding.before}<mark>${finding.marked}</mark>${finding.after}</pre>
${relatedList(finding, anchors, language)}${fixList(finding, language)}
</article>`;
}

function relatedList({ related }: PageFinding, anchors: ReadonlyMap<string, string>, language: Language): Markup | undefined {
  if (related.length === 0) return undefined;
  const name = (file: string, place: string): Markup => {
    const anchor = anchors.get(file);
    const text = `${printable(file)}:${place}`;
    return anchor === undefined ? html`${text}` : html`<a href="#${anchor}">${text}</a>`;
  };
  return html`<details class="aside"><summary>${say({ zh: `相关 ${related.length} 处`, en: `${related.length} related places` }, language)}</summary><ul>${related.map(({ message, file, place }) => html`<li>${message} ${name(file, place)}</li>`)}</ul></details>`;
}

function fixList({ fixes }: PageFinding, language: Language): Markup | undefined {
  return fixes.length === 0 ? undefined : html`<ul class="aside">${fixes.map((title) => html`<li>${say({ zh: "可改：", en: "Fix: " }, language)}${title}</li>`)}</ul>`;
}
