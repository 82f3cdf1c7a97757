import { documentFor } from "../forms/documentFor.js";
import type { Edition } from "../forms/edition.js";
import { editionById, newestEdition, yearRule } from "../forms/editions.js";
import type { SyntaxTree } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { slice } from "../text/span.js";
import { editionByChapters } from "./freeForm.js";
import type { Report, Title } from "./report.js";

export interface EditionChoice {
  readonly edition: Edition;
  readonly because: string;
  readonly orderedBy: Report["orderedBy"];
  readonly year: number | undefined;
  readonly binding: boolean;
}

export interface EditionHints {
  /** From the configuration. */
  readonly edition: string | undefined;
  readonly fileName: string | undefined;
}

/**
 * The one place where an edition is chosen: directive in the text, configuration, year in the title, statistics period,
 * file name, the year that the text speaks of most, the chapters where they are those of a time, newest form. The reporting year decides, not the year of publication.
 */
export function chooseEdition(tree: SyntaxTree, title: Title | undefined, hints: EditionHints): EditionChoice {
  const found = yearIn(tree, title, hints.fileName);
  const ordered = directive(tree) ?? configured(hints.edition);
  if (ordered !== undefined) return { ...ordered, year: found?.year, binding: true };
  if (found === undefined) return { ...byChapters(tree), orderedBy: undefined, year: undefined, binding: true };
  const rule = yearRule(found.year);
  const edition = rule === undefined ? undefined : editionById(rule.edition);
  if (rule === undefined || edition === undefined) return { edition: newestEdition, because: "没有找到报告年度，按最新格式", orderedBy: undefined, year: found.year, binding: true };
  return { edition, because: `${found.because}${found.year}年，适用${documentFor(edition, "contents")}`, orderedBy: undefined, year: found.year, binding: rule.binding };
}

type Ordered = Pick<EditionChoice, "edition" | "because" | "orderedBy">;

function directive(tree: SyntaxTree): Ordered | undefined {
  for (const block of tree.blocks) {
    if (block.kind !== "directive") continue;
    const id = /^nianbao-edition[:：\s]+(\S+)/.exec(slice(tree.text, block.content))?.[1];
    const edition = id === undefined ? undefined : editionById(id);
    if (edition !== undefined) return { edition, because: `文中指令 nianbao-edition: ${edition.id}`, orderedBy: "directive" };
  }
  return undefined;
}

function configured(id: string | undefined): Ordered | undefined {
  const edition = id === undefined || id === "auto" ? undefined : editionById(id);
  return edition === undefined ? undefined : { edition, because: `配置指定 ${edition.id}`, orderedBy: "configuration" };
}

function byChapters(tree: SyntaxTree): Pick<EditionChoice, "edition" | "because"> {
  const edition = editionByChapters(tree);
  if (edition === undefined) return { edition: newestEdition, because: "没有找到报告年度，按最新格式" };
  return { edition, because: "没有找到报告年度，各章是2018年度以前的写法，按当时的内容要求" };
}

interface FoundYear {
  readonly year: number;
  readonly because: string;
}

function yearIn(tree: SyntaxTree, title: Title | undefined, fileName: string | undefined): FoundYear | undefined {
  return (
    found(title?.year, "标题中的年度为") ??
    found(yearOfPeriod(tree.text), "统计期限为") ??
    found(yearOfFileName(fileName), "文件名中的年度为") ??
    found(mostNamedYear(tree.text), "正文提到最多的年度为")
  );
}

function found(year: number | undefined, because: string): FoundYear | undefined {
  return year === undefined ? undefined : { year, because };
}

/** 统计期限为2024年1月1日至2024年12月31日. Looks at the neighbourhood of each 期限 or 时限, so the cost stays linear. */
function yearOfPeriod(text: string): number | undefined {
  for (const match of text.matchAll(/[期时時]限/g)) {
    const near = fold(text.slice(match.index, match.index + 60));
    const year = /(\d{4})年1月1日.{0,8}12月31日/.exec(near)?.[1];
    if (year !== undefined) return Number(year);
  }
  return undefined;
}

function yearOfFileName(fileName: string | undefined): number | undefined {
  const name = fileName?.split(/[\\/]/).at(-1) ?? "";
  const year = /(?:^|\D)(20[0-4]\d)(?!\d)/.exec(name)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Only where one year leads clearly: a report names its own year again and again, the next one in its plans. */
function mostNamedYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(20[0-4]\d)年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 3 && first[1] > 1.5 * (second?.[1] ?? 0) ? first[0] : undefined;
}
