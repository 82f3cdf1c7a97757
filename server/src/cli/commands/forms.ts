import { editions, type Edition } from "../../core/index.js";
import type { Arguments } from "../arguments.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { UserError } from "../words.js";
import { knownEdition } from "./shared.js";

export function forms(args: Arguments, terminal: Terminal): ExitCode {
  const [id, ...rest] = args.operands;
  if (rest.length > 0) throw new UserError({ zh: "一次只能显示一版格式", en: "one form at a time" });
  const chosen = id === undefined ? undefined : knownEdition(id);
  if (args.values.get("format") === "json") terminal.out(`${JSON.stringify(chosen ?? editions, undefined, 2)}\n`);
  else terminal.out(chosen === undefined ? editions.map(headline).join("") : describe(chosen));
  return 0;
}

function headline({ id, name, source }: Edition): string {
  return `${id}  ${name}  ${source.document}（${source.issuer}，${source.date}）\n`;
}

/** The form as an outline: chapters, and under each its table with rows and columns. The form is Chinese in either language. */
function describe(edition: Edition): string {
  const chapters = edition.sections.map(({ key, ordinal, title, asks }) => `\n${ordinal}. ${title} [${key}]\n   ${asks}\n${tablesOf(edition, key)}`);
  const identities = edition.identities.map(({ code, says }) => `- ${says.zh} [${code}]\n`);
  return `${headline(edition)}${chapters.join("")}${identities.length === 0 ? "" : `\n勾稽关系：\n${identities.join("")}`}`;
}

function tablesOf({ tables }: Edition, section: string): string {
  return tables.filter((table) => table.section === section).map((table) => `   · ${table.name} [${table.key}]\n${table.bands.map(bandLines).join("")}`).join("");
}

function bandLines({ columns, rows }: Edition["tables"][number]["bands"][number]): string {
  const columnNames = columns.map(({ label }) => label.text).join(" | ");
  return `     ${columnNames}\n${rows.map(({ key, label, groups }) => `       ${[...groups, label.text].join(" › ")} [${key}]\n`).join("")}`;
}
