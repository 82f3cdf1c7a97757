// `npm run test:editors`: the language server in other editors, Neovim and Emacs, as far as they are installed. On Debian:
// apt-get install neovim emacs-nox elpa-eglot. Not part of `npm test`, which installs neither.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureDependencies, root } from "../../scripts/prepare.mjs";
import { Tally } from "./tally.mjs";
import { emptyFolder, placeOfTotal, reportName } from "./workspace.mjs";

const scripts = join(root, "test/e2e/editors");
const editors = [
  { name: "neovim", program: "nvim", language: "lua", args: (configuration) => ["--headless", "--clean", "-u", configuration, "-S", join(scripts, "neovim.lua")] },
  { name: "emacs", program: "emacs", language: "elisp", args: (configuration) => ["--batch", "-Q", "-l", join(scripts, "eglot.el"), "-l", configuration, "-f", "nianbao-try"] },
];

ensureDependencies();
ensureBuilt();
const tally = new Tally();
for (const editor of editors) runEditor(editor);
console.log(`editors: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed > 0 ? 1 : 0;

/** What docs/other-editors.md tells the users of an editor to write down, with the server of this tree. */
function configurationFor(language, folder) {
  const page = readFileSync(join(root, "docs/other-editors.md"), "utf8");
  const [, code] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page);
  const file = join(folder, `configuration.${language === "lua" ? "lua" : "el"}`);
  writeFileSync(file, code.replace("/path/to/nianbao/dist/server.js", join(root, "dist/server.js")));
  return file;
}

/** Each editor has a draft of its own, whose first total is one too many. */
function runEditor({ name, program, language, args }) {
  if (spawnSync(program, ["--version"]).status !== 0) return tally.skip(name, `${program} 没有安装 / is not installed`);
  const folder = emptyFolder(`editor-${name}`);
  const file = join(folder, "2024.nianbao.md");
  const draft = readFileSync(join(root, "test/e2e/drafts", reportName), "utf8");
  const { line, before, text } = placeOfTotal(draft);
  const lines = draft.split("\n");
  lines[line - 1] = `${before}${Number(text) + 1}${lines[line - 1].slice(before.length + text.length)}`;
  writeFileSync(file, lines.join("\n"));
  const { stdout, stderr, status } = spawnSync(program, args(configurationFor(language, folder)), { encoding: "utf8", timeout: 120_000, env: { ...process.env, FILE: file } });
  const said = `${stdout}\n${stderr}`;
  const verdicts = [...said.matchAll(/^(ok|not ok) (.+)$/gm)];
  for (const [, verdict, title] of verdicts) {
    if (verdict === "ok") tally.ok(title);
    else tally.notOk(title, said);
  }
  // An editor that breaks down before its first step says neither.
  if (status !== 0 && tally.failed === 0) tally.notOk(name, said);
  if (verdicts.length === 0) tally.notOk(`${name} did nothing`, said);
}
