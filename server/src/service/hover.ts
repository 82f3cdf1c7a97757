import type { Hover, Position } from "vscode-languageserver-types";
import { chapterExplanation, chapterLabel, exactAmount, explanationOf, faultsOf, identitiesWith, determinedOf, documentFor, placeName, plain, reading, type BoundLabel, type BoundTable, type ColumnForm, type Fact, type Identity, type RowForm, type Section, type Span, type TableForm, type Words } from "../core/index.js";
import { cellPath } from "./cellPath.js";
import { claimAt, type Claim } from "./claims.js";
import { isOurs, type Draft } from "./draft.js";
import { blockAt, placeInTable, sectionAt } from "./places.js";
import { relationWords, verdict } from "./relationWords.js";
import { say } from "./words.js";

/** Paragraphs of Markdown about the text at `span`. */
interface Told {
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

/**
 * What there is to know of the place under the mouse: a cell with its sums, a label or a chapter heading with what the form
 * means by it, a number in the prose with the cell that it states. A finding says itself what is wrong; it is not repeated.
 */
export function hover(draft: Draft, position: Position): Hover | undefined {
  if (!isOurs(draft)) return undefined;
  const told = toldAt(draft, draft.lines.offset(position));
  if (told === undefined || told.paragraphs.length === 0) return undefined;
  return { contents: { kind: "markdown", value: told.paragraphs.join("\n\n") }, range: draft.lines.range(told.span) };
}

/** For clients that show no Markdown: without its marks. */
export function plainHover(draft: Draft, position: Position): Hover | undefined {
  const found = hover(draft, position);
  if (found === undefined || typeof found.contents !== "object" || !("kind" in found.contents)) return found;
  return { ...found, contents: { kind: "plaintext", value: found.contents.value.replace(/\*\*|\\(?=[\\`*_[\]<>#|])/g, "").replace(/^- /gm, "") } };
}

function toldAt(draft: Draft, offset: number): Told | undefined {
  const { report } = draft.analysis;
  const claim = claimAt(report, offset);
  if (claim !== undefined) return { span: claim.span, paragraphs: claimParagraphs(draft, claim) };
  const place = placeInTable(report, offset);
  if (place?.fact !== undefined) return { span: place.fact.span, paragraphs: cellParagraphs(draft, place.fact) };
  if (place?.label !== undefined && place.bound !== undefined) return { span: place.label.cell.span, paragraphs: labelParagraphs(draft, place.bound, place.label) };
  return headingAt(draft, offset);
}

/** The cells that a number states, unless a finding about them stands there. */
function claimParagraphs(draft: Draft, { span, facts }: Claim): string[] {
  const isTold = draft.analysis.findings.some((finding) => touches(finding.span, span) && facts.some(({ key }) => key === finding.data.fact));
  return isTold ? [] : facts.map((fact) => `**${escaped(pathOf(draft, fact))}**　${escaped(valueOf(draft, fact))}`);
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function cellParagraphs(draft: Draft, fact: Fact): string[] {
  const { report, language } = draft.analysis;
  const read = reading(report);
  const told = toldSums(draft, fact);
  const sums = identitiesWith(report, fact).filter((identity) => !told.includes(identity)).map((identity) => {
    const place = placeName(identity)[language];
    return `- ${verdict(identity, read)} ${escaped(`${place}${say(language, { zh: "：", en: ": " })}${relationWords(report, identity, read, language)}`)}`;
  });
  const advice = told.length > 0 ? undefined : adviceOn(draft, fact);
  return [`**${escaped(pathOf(draft, fact))}**　${escaped(valueOf(draft, fact))}`, ...(sums.length === 0 ? [] : [sums.join("\n")]), ...(advice === undefined ? [] : [advice])];
}

/** The sums that a finding on the cell tells already, with the value that would be right. None where it is silenced. */
function toldSums({ analysis: { report, findings } }: Draft, fact: Fact): readonly Identity[] {
  const faults = faultsOf(report).filter((fault) => fault.fact === fact);
  return faults.map(({ identity }) => identity).filter(({ form }) => findings.some(({ code, data }) => code === form.code && data.key === fact.key));
}

/** What the cell should be, where the sums leave no doubt; a fault names its likeliest cell first. */
function adviceOn(draft: Draft, fact: Fact): string | undefined {
  const { report, language } = draft.analysis;
  const fault = faultsOf(report).find((candidate) => candidate.fact === fact);
  if (fault?.value !== undefined && fault.isCertain) return say(language, { zh: `各式成立时应为 **${plain(fault.value)}**。`, en: `For the sums to hold it should be **${plain(fault.value)}**.` });
  if (fault?.value !== undefined) return say(language, { zh: `改为 **${plain(fault.value)}** 可使各式成立；也可能是别的单元格写错。`, en: `**${plain(fault.value)}** would make the sums hold; another cell may be wrong instead.` });
  const determined = determinedOf(report).get(fact.key);
  if (determined?.fact !== fact) return undefined;
  return say(language, { zh: `按已填的数，只能是 **${plain(determined.value)}**。`, en: `From the numbers there are, it can only be **${plain(determined.value)}**.` });
}

/** 三、本年度办理结果 › （一）予以公开 › 自然人 */
function pathOf({ analysis: { report } }: Draft, fact: Fact): string {
  return cellPath(report, fact).join(" › ");
}

function valueOf(draft: Draft, fact: Fact): string {
  const { language, report } = draft.analysis;
  const { value } = fact;
  if (value.kind === "blank") return say(language, { zh: "（空）", en: "(blank)" });
  if (value.kind !== "number") return value.raw;
  const exact = exactAmount(report, fact);
  return `${exact === undefined ? value.raw : plain(exact)}${value.unit === undefined ? "" : ` ${value.unit}`}`;
}

function labelParagraphs(draft: Draft, bound: BoundTable, label: BoundLabel): string[] {
  const named = formsOf(bound, label).map(({ key }) => explained(draft, bound.form, key)).filter((told) => told !== undefined);
  if (named.length > 0) return [`**${escaped(label.expected)}**`, ...new Set(named)];
  return label.role === "band" ? [bandParagraph(draft, label.expected)] : [];
}

/**
 * The rows or columns that a printed label stands for. 结果维持 stands three times in table four, for three columns in their
 * order; where not all three are there, nobody knows which one it is.
 */
export function formsOf({ form, labels }: BoundTable, label: BoundLabel): readonly (RowForm | ColumnForm)[] {
  if (label.role !== "row" && label.role !== "column") return [];
  const forms = form.bands.flatMap(({ rows, columns }): readonly (RowForm | ColumnForm)[] => (label.role === "row" ? rows : columns));
  const named = forms.filter((candidate) => candidate.label.text === label.expected);
  if (form.labelColumns > 0) return named;
  const printed = labels.filter(({ role, expected }) => role === label.role && expected === label.expected);
  const only = printed.length === named.length ? named[printed.indexOf(label)] : undefined;
  return only === undefined ? [] : [only];
}

function explained({ analysis: { report: { edition }, language } }: Draft, form: TableForm, key: string): string | undefined {
  const explanation = explanationOf(edition, form, key);
  if (explanation === undefined) return undefined;
  const article: Words = explanation.article === undefined ? { zh: "", en: "" } : { zh: `；《中华人民共和国政府信息公开条例》${explanation.article.zh}`, en: `; Regulations on the Disclosure of Government Information, ${explanation.article.en}` };
  const source = say(language, { zh: `依据：${edition.source.document}${article.zh}`, en: `Source: ${edition.source.document}${article.en}` });
  return `${escaped(explanation.says[language])}\n\n${escaped(source)}`;
}

/** 第二十条第（一）项 */
function bandParagraph({ analysis: { language } }: Draft, title: string): string {
  return say(language, { zh: `《中华人民共和国政府信息公开条例》${escaped(title)}规定应当主动公开的内容。`, en: `What ${escaped(title)} of the Regulations on the Disclosure of Government Information says is to be published.` });
}

function headingAt(draft: Draft, offset: number): Told | undefined {
  const { report } = draft.analysis;
  if (blockAt(report, offset)?.kind !== "heading") return undefined;
  const section = sectionAt(report, offset);
  if (section?.form === undefined || offset > section.heading.span.end) return undefined;
  return { span: section.heading.title, paragraphs: headingParagraphs(draft, section.form) };
}

function headingParagraphs({ analysis: { report: { edition }, language } }: Draft, form: NonNullable<Section["form"]>): string[] {
  const asks = chapterExplanation(edition, form)?.[language] ?? form.asks;
  const document = documentFor(edition, "contents");
  const source = say(language, { zh: `依据：${document}`, en: `Source: ${document}` });
  return [`**${escaped(chapterLabel(form))}**`, escaped(asks), escaped(source)];
}

/** Text of a draft as Markdown that shows it as it stands. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
}
