import { numeralOf } from "../text/numerals.js";
import type { Edition } from "../forms/edition.js";
import { editionById, newestEdition, yearRule } from "../forms/editions.js";
import { canonicalStyle, writeChapter } from "./chapter.js";

export interface NewReport {
  /** Name of the organ as it stands in the title: 云溪县人民政府. */
  readonly organ: string;
  /** Reporting year. */
  readonly year: number;
  /** Edition id; chosen by the year where absent or unknown. */
  readonly edition?: string;
}

/** A blank report in the canonical spelling: title, preamble, all chapters with their tables, placeholders. */
export function writeNewReport({ organ, year, edition: id }: NewReport): { readonly text: string; readonly fileName: string } {
  const edition = editionFor(id, year);
  const name = `${organ}${year}年政府信息公开工作年度报告`;
  const chapters = edition.sections.filter((form) => form.required).map((form, i) => writeChapter(edition, form, numeralOf(i + 1), canonicalStyle));
  return { text: `${[`# ${name}`, preamble(edition, year), ...chapters].join("\n\n")}\n`, fileName: `${name}.md` };
}

function editionFor(id: string | undefined, year: number): Edition {
  const byYear = yearRule(year)?.edition;
  return (id === undefined ? undefined : editionById(id)) ?? (byYear === undefined ? undefined : editionById(byYear)) ?? newestEdition;
}

/** Customary, not prescribed: what the report rests on and the period that it covers. */
function preamble(edition: Edition, year: number): string {
  return `${basisSentence(edition)}${periodSentence(String(year))}`;
}

/** 本报告根据《…条例》和…规定的年度报告格式（国办公开办函〔2021〕30号）编制。 */
export function basisSentence(edition: Edition): string {
  const form = edition.tables.length > 0 ? `和${edition.source.issuer}规定的年度报告格式（${edition.source.document}）` : "";
  return `本报告根据《中华人民共和国政府信息公开条例》${form}编制。`;
}

/** 统计期限为2024年1月1日至2024年12月31日。 */
export function periodSentence(year: string): string {
  return `统计期限为${year}年1月1日至${year}年12月31日。`;
}
