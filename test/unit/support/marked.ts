/**
 * Drafts with inline marks, since a caret line cannot align under full-width characters:
 *
 *     %% stage: final
 *     %% file: 云溪县2024年.md
 *     | 总计 | ⟦3154⟧{table-balance} |
 *     ⟦⟧{section-missing}
 *
 * `⟦…⟧{code}` is the span of a finding and its code; several codes are parted by commas; ‸ is a caret.
 *
 * Other reports of the archive may stand before the draft, each under its name:
 *
 *     %% neighbour: 云溪县2023年.md
 *     # 云溪县2023年政府信息公开工作年度报告
 *     %% draft
 *     %% aggregate: 部门/*.md           the draft adds up these
 *     # 云溪县2024年政府信息公开工作年度报告
 */
import { readReport, ReportArchive, summaryOf, type CheckOptions, type Place, type Span } from "../../../server/src/core/index.js";

export interface Mark {
  readonly span: Span;
  readonly code: string;
}

export interface MarkedDraft {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly caret: number | undefined;
  readonly options: CheckOptions;
  /** Other settings of the head lines, by name. */
  readonly settings: ReadonlyMap<string, string>;
  /** The other reports, by name. */
  readonly neighbours: ReadonlyMap<string, string>;
}

const marks = /⟦|⟧\{([a-z,\s-]+)\}|‸/g;

export function readMarked(source: string): MarkedDraft {
  const { neighbours, own } = readNeighbours(source);
  const { body, settings } = readHead(own);
  const found: Mark[] = [];
  const open: number[] = [];
  let caret: number | undefined;
  let text = "";
  let from = 0;
  for (const match of body.matchAll(marks)) {
    text += body.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === "⟦") open.push(text.length);
    else if (match[0] === "‸") caret = text.length;
    else found.push(...closed(open.pop(), text.length, match[1] ?? ""));
  }
  text += body.slice(from);
  if (open.length > 0) throw new Error(`a mark ⟦ is not closed: ${source.slice(0, 80)}`);
  return { text, marks: found.sort(byPlace), caret, settings, neighbours, options: { ...optionsOf(settings), ...archiveOf(neighbours, settings) } };
}

function closed(start: number | undefined, end: number, codes: string): Mark[] {
  if (start === undefined) throw new Error(`a mark ⟧{${codes}} was not opened`);
  return codes.split(",").map((code) => ({ span: { start, end }, code: code.trim() }));
}

function byPlace(a: Mark, b: Mark): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code);
}

const neighbourMark = /^%% neighbour: (.*)\r?\n/gm;

function readNeighbours(source: string): { readonly neighbours: ReadonlyMap<string, string>; readonly own: string } {
  const draft = /^%% draft\r?\n/m.exec(source);
  if (draft === null) return { neighbours: new Map(), own: source };
  const before = source.slice(0, draft.index);
  const heads = [...before.matchAll(neighbourMark)];
  const neighbours = heads.map((head, i): [string, string] => [(head[1] ?? "").trim(), before.slice(head.index + head[0].length, heads[i + 1]?.index)]);
  return { neighbours: new Map(neighbours), own: source.slice(draft.index + draft[0].length) };
}

/** The folder that the reports of a marked draft are thought to lie in. */
const folder = "/archive";

function placeOf(name: string): Place {
  return { file: name, path: `${folder}/${name}` };
}

/** The archive of a marked draft that has neighbours. */
function archiveOf(neighbours: ReadonlyMap<string, string>, settings: ReadonlyMap<string, string>): Pick<CheckOptions, "archive" | "place"> {
  if (neighbours.size === 0) return {};
  const archive = new ReportArchive();
  for (const [name, text] of neighbours) {
    const summary = summaryOf(readReport(text, { ...optionsOf(settings), fileName: name }), placeOf(name));
    if (summary !== undefined) archive.set(summary);
  }
  const summary = settings.get("file") ?? "draft.md";
  const parts = settings.get("aggregate");
  if (parts !== undefined) archive.setAggregates([{ folder, summary, parts: [parts] }]);
  return { archive, place: placeOf(summary) };
}

function readHead(source: string): { readonly body: string; readonly settings: ReadonlyMap<string, string> } {
  const settings = new Map<string, string>();
  let body = source;
  for (let head = /^%% ([a-z]+): (.*)\r?\n/.exec(body); head !== null; head = /^%% ([a-z]+): (.*)\r?\n/.exec(body)) {
    settings.set(head[1] ?? "", (head[2] ?? "").trim());
    body = body.slice(head[0].length);
  }
  return { body, settings };
}

function optionsOf(settings: ReadonlyMap<string, string>): CheckOptions {
  const stage = settings.get("stage");
  const edition = settings.get("edition");
  const fileName = settings.get("file");
  return {
    assumeReport: true,
    stage: stage === "draft" || stage === "auto" ? stage : "final",
    ...(edition === undefined ? {} : { edition }),
    ...(fileName === undefined ? {} : { fileName }),
  };
}

/** One line a finding, for comparing what was found with what the marks say. */
export function describe(text: string, found: readonly Mark[]): string[] {
  return [...found].sort(byPlace).map(({ span, code }) => `${code} ${span.start}-${span.end} “${text.slice(span.start, span.end)}”`);
}
