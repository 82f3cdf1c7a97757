import { numeralOf } from "../text/numerals.js";
import type { Edition, SectionForm } from "../forms/edition.js";
import { editionById, newestEdition, yearRule } from "../forms/editions.js";
import { canonicalStyle, writeChapter, writeFilledChapter } from "./chapter.js";

export interface NewReport {
  /** Name of the organ as it stands in the title: 云溪县人民政府. */
  readonly organ: string;
  /** Reporting year. */
  readonly year: number;
  /** Edition id; chosen by the year where absent or unknown. */
  readonly edition?: string;
}

export interface WrittenReport {
  readonly text: string;
  readonly fileName: string;
}

/** A blank report in the canonical spelling: title, preamble, all chapters with their tables, placeholders. */
export function writeNewReport({ organ, year, edition: id }: NewReport): WrittenReport {
  const edition = editionFor(id, year);
  return written(organ, year, edition, (form, numeral) => writeChapter(edition, form, numeral, canonicalStyle));
}

/** A report whose tables are filled in; its chapters of prose are still to be written. */
export interface FilledReport extends NewReport {
  /** By fact key. */
  readonly values: ReadonlyMap<string, string>;
  /** What is still to be done in the tables, by the table's key. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
}

export function writeFilledReport({ organ, year, edition: id, values, remarks }: FilledReport): WrittenReport {
  const edition = editionFor(id, year);
  return written(organ, year, edition, (form, numeral) => {
    const table = edition.tables.find(({ key }) => key === form.table);
    if (table === undefined) return writeChapter(edition, form, numeral, canonicalStyle);
    return writeFilledChapter(form, table, numeral, (row, column) => values.get(`${table.key}/${row}/${column}`) ?? "", remarks.get(table.key) ?? []);
  });
}

function written(organ: string, year: number, edition: Edition, chapter: (form: SectionForm, numeral: string) => string): WrittenReport {
  const name = `${organ}${year}年政府信息公开工作年度报告`;
  const chapters = edition.sections.filter((form) => form.required).map((form, i) => chapter(form, numeralOf(i + 1)));
  return { text: `${[`# ${name}`, preamble(edition, year), ...chapters].join("\n\n")}\n`, fileName: `${name}.md` };
}

/** The form that was asked for, else the one of the year, else the newest. */
export function editionFor(id: string | undefined, year: number): Edition {
  const byYear = yearRule(year)?.edition;
  return (id === undefined ? undefined : editionById(id)) ?? (byYear === undefined ? undefined : editionById(byYear)) ?? newestEdition;
}

/** Customary, not prescribed: what the report rests on and the period that it covers. */
function preamble(edition: Edition, year: number): string {
  const form = edition.tables.some((table) => table.optional !== true) ? `和${edition.source.issuer}规定的年度报告格式（${edition.source.document}）` : "";
  return `本报告根据《中华人民共和国政府信息公开条例》${form}编制。统计期限为${year}年1月1日至${year}年12月31日。`;
}
