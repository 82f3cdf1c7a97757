import { coincidencesOf, operandsOf, reading, type Identity } from "../../arithmetic/identity.js";
import { exactly } from "../../arithmetic/range.js";
import { defineRule, type Found, type Words } from "../../check/rule.js";
import type { Fact, Report } from "../../report/report.js";
import { identityFindings } from "./identityRule.js";
import { cellName, listed, plain } from "./words.js";

/** A single row in which the numbers fit so is chance. */
const fewestRows = 2;

const code = "stock-flow";

const messages = {
  misread: (rows: Words, says: Words): Words => ({
    zh: `各行的处理决定数量都等于上一年项目数量加本年增/减（${rows.zh}），这一列可能填成了本年项目数量。${says.zh}，请核对。`,
    en: `In every row the decisions are the items of last year plus the change (${rows.en}): the column seems to hold the items of this year. Note that ${says.en}. Please check.`,
  }),
};

export default defineRule({
  code,
  group: "arithmetic",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "表二中的存量与本年数不合常理：处理决定数量填成项目数量、现行有效少于制发", en: "Stocks and flows of table two do not fit: decisions filled with items, less in force than issued" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表二各栏的含义", en: "Form of 2019 and 2021, table two: what its columns count" },
  *check(report) {
    yield* misread(report);
    yield* identityFindings(code, report);
  },
});

interface Row {
  readonly stated: Fact;
  readonly amounts: readonly bigint[];
}

/** One finding for the column, at its first cell. Says nothing unless every row that has all the numbers fits. */
function misread(report: Report): Found[] {
  const rows = coincidencesOf(report).flatMap((identity) => rowOf(identity, report));
  const [first, ...others] = rows;
  const form = coincidencesOf(report)[0]?.form;
  if (first === undefined || form === undefined || !rows.every(fits) || rows.filter(changes).length < fewestRows) return [];
  const shown = listed(rows.filter(changes).map(rowWords), "；", "; ");
  return [{
    key: `column/${form.left.join("/")}`,
    span: first.stated.span,
    message: messages.misread(shown, form.says),
    fact: first.stated.key,
    related: others.map(({ stated }) => ({ span: stated.span, message: cellName(stated) })),
  }];
}

/** The stated number first, then those that it should not be the sum of; none for a row that lacks one of them. */
function rowOf(identity: Identity, report: Report): Row[] {
  const read = reading(report);
  const operands = operandsOf(identity);
  const stated = identity.left[0]?.fact;
  const amounts = operands.flatMap((operand) => (operand.fact?.value.kind === "number" ? (exactly(read(operand)) ?? []) : []));
  return stated === undefined || amounts.length < operands.length ? [] : [{ stated, amounts }];
}

function fits({ amounts: [stated, ...others] }: Row): boolean {
  return stated === others.reduce((sum, amount) => sum + amount, 0n);
}

/** The last number is the change; where it is none, the decisions say nothing. */
function changes({ amounts }: Row): boolean {
  return amounts.at(-1) !== 0n;
}

/** 230−11=219 */
function rowWords({ amounts: [stated, ...others] }: Row): Words {
  const sum = others.map((amount, i) => (i === 0 || amount < 0n ? plain(amount) : `+${plain(amount)}`)).join("").replace("-", "−");
  const shown = `${sum}=${plain(stated ?? 0n)}`;
  return { zh: shown, en: shown };
}
