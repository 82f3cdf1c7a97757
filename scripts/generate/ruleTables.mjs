// The tables of rules in the documents, from the rules: docs/rules/README.md and both READMEs, between their marks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleInfos } from "./settings.mjs";

const groups = {
  arithmetic: { en: "`arithmetic` (error; a blank is information)", zh: "勾稽关系 `arithmetic`（错误；空格为提示）" },
  structure: { en: "`structure` (error or warning; information in a draft)", zh: "结构 `structure`（定稿为错误或警告，草稿为提示）" },
  consistency: { en: "`consistency` (warning)", zh: "一致 `consistency`（警告）" },
  script: { en: "`script` (warning)", zh: "文字 `script`（警告）" },
  wording: { en: "`wording` (information)", zh: "用语 `wording`（提示）" },
};

/** Text by file name. */
export async function ruleTables(root) {
  const rules = await ruleInfos(root);
  const write = (name, table) => [name, between(readFileSync(join(root, name), "utf8"), table, name)];
  return Object.fromEntries([
    write("docs/rules/README.md", ["| 代码 Code | 组 Group | 修改 Fix | 内容 | What it reports |", "|---|---|---|---|---|", ...rules.map(pageRow)]),
    write("README.md", ["| group | rules |", "|---|---|", ...groupRows(rules, "en")]),
    write("README.zh-CN.md", ["| 组 | 规则 |", "|---|---|", ...groupRows(rules, "zh")]),
  ]);
}

function pageRow({ code, group, repair, summary }) {
  return `| [${code}](${code}.md) | ${group} | ${repair ?? "—"} | ${summary.zh} | ${summary.en} |`;
}

function groupRows(rules, language) {
  return Object.entries(groups).map(([group, words]) => {
    const links = rules.filter((rule) => rule.group === group).map(({ code }) => `[${code}](docs/rules/${code}.md)`);
    return `| ${words[language]} | ${links.join(" · ")} |`;
  });
}

const begin = "<!-- rules -->";
const end = "<!-- /rules -->";

function between(text, lines, name) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${name} has no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${lines.join("\n")}\n\n${text.slice(to)}`;
}
