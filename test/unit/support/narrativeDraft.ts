/** A complete final report of 2024 with given cells, and prose in one of its chapters. */
import { numeralOf } from "../../../server/src/core/text/numerals.js";
import { writeTable, type TableStyle } from "../../../server/src/core/write/table.js";
import type { Spelling } from "../../../server/src/core/syntax/nodes.js";
import { editionOf } from "./drafts.js";

export interface NarrativeDraft {
  readonly organ: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Prose by key of the chapter; it stands before the chapter's table. */
  readonly prose: Readonly<Record<string, string>>;
  readonly spelling?: Spelling;
}

const year = 2024;

/** Cells that are not given hold 0. */
export function narrativeDraft({ organ, cells, prose, spelling = "gfm" }: NarrativeDraft): string {
  const edition = editionOf("2021");
  const style: TableStyle = { spelling, lineEnd: "\n", isSpaced: spelling === "lines" };
  const chapters = edition.sections.flatMap((form) => {
    const table = edition.tables.find((candidate) => candidate.key === form.table);
    const written = table === undefined ? [] : [writeTable(table, style, (row, column) => cells[`${table.key}/${row}/${column}`] ?? "0")];
    const text = prose[form.key] ?? (table === undefined ? "没有需要说明的其他情况。" : undefined);
    return [`${spelling === "gfm" ? "## " : ""}${numeralOf(form.ordinal)}、${form.title}`, ...(text === undefined ? [] : [text]), ...written];
  });
  return [`${organ}${year}年政府信息公开工作年度报告`, ...chapters, organ, `${year + 1}年1月20日`].join("\n\n") + "\n";
}
