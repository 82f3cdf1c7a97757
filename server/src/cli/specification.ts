import type { Words } from "./words.js";

/** An option as a user types it. `value` is the placeholder shown in the help; an option without it is a switch. */
export interface OptionSpecification {
  readonly name: string;
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly words: Words;
}

export interface CommandSpecification {
  readonly name: string;
  /** What comes after the name, as the help shows it. */
  readonly operands: string;
  readonly summary: Words;
  readonly options: readonly OptionSpecification[];
}

const language: OptionSpecification = { name: "language", value: "zh|en", choices: ["zh", "en"], words: { zh: "提示的语言，默认 zh", en: "language of the messages, zh by default" } };
const help: OptionSpecification = { name: "help", words: { zh: "显示这份说明", en: "show this help" } };
const edition: OptionSpecification = { name: "edition", value: "ID", words: { zh: "按哪一版格式，默认按年份选择；见 nianbao forms", en: "the official form; by default the reporting year decides; see nianbao forms" } };
const stage: OptionSpecification = { name: "stage", value: "draft|final|auto", choices: ["draft", "final", "auto"], words: { zh: "写作阶段，默认 final（定稿）", en: "stage of the writing, final by default" } };
const config: OptionSpecification = { name: "config", value: "FILE", words: { zh: "配置文件，默认从文件所在文件夹逐级向上找 .nianbao.json", en: "configuration, by default the nearest .nianbao.json above each file" } };
const filesFrom: OptionSpecification = { name: "files-from", value: "FILE|-", words: { zh: "从文件或标准输入读取路径，一行一个", en: "read the paths from a file or standard input, one a line" } };
const stdinFilename: OptionSpecification = { name: "stdin-filename", value: "NAME", words: { zh: "标准输入当作哪个文件", en: "the file that standard input stands for" } };
const textOrJson: OptionSpecification = { name: "format", value: "text|json", choices: ["text", "json"], words: { zh: "输出格式，默认 text", en: "output format, text by default" } };

const check: CommandSpecification = {
  name: "check",
  operands: "[PATH|GLOB|-]...",
  summary: { zh: "检查草稿", en: "check drafts" },
  options: [
    { name: "format", value: "text|json|ndjson|html", choices: ["text", "json", "ndjson", "html"], words: { zh: "输出格式，默认 text；html 为一个自成一体的网页", en: "output format, text by default; html is one page that holds everything" } },
    stage,
    edition,
    config,
    { name: "fix", words: { zh: "先在原文件里做安全的修改，再检查", en: "apply the safe fixes in place, then check" } },
    { name: "max-warnings", value: "N", words: { zh: "警告多于 N 条时退出码为 1，默认不限", en: "exit 1 when there are more than N warnings; no limit by default" } },
    { name: "jobs", value: "N", words: { zh: "同时用几个线程，默认文件总量大时自动选择", en: "number of threads; by default chosen when there is much to read" } },
    filesFrom,
    stdinFilename,
    { name: "quiet", words: { zh: "text 格式只列错误，不写说明和总结", en: "in text format list errors only, without notes and summary" } },
    { name: "color", value: "auto|always|never", choices: ["auto", "always", "never"], words: { zh: "彩色输出，默认 auto", en: "colours, auto by default" } },
    language,
    help,
  ],
};

const fix: CommandSpecification = {
  name: "fix",
  operands: "[PATH|GLOB|-]...",
  summary: { zh: "在原文件里做安全的修改；“-” 从标准输入读，写到标准输出", en: "apply the safe fixes in place; - reads standard input and writes standard output" },
  options: [{ name: "dry-run", words: { zh: "不改文件，只显示将作的修改（unified diff）", en: "change nothing, print a unified diff" } }, stage, edition, config, filesFrom, stdinFilename, language, help],
};

const format: CommandSpecification = {
  name: "format",
  operands: "[PATH|GLOB|-]...",
  summary: { zh: "在原文件里对齐表格、规范标题的编号和空格；“-” 从标准输入读，写到标准输出", en: "align tables and headings in place; - reads standard input and writes standard output" },
  options: [
    { name: "check", words: { zh: "不改文件，有需要整理的就以退出码 1 结束", en: "change nothing, exit 1 when something is to be formatted" } },
    { name: "dry-run", words: { zh: "不改文件，只显示将作的修改（unified diff）", en: "change nothing, print a unified diff" } },
    edition,
    config,
    filesFrom,
    stdinFilename,
    language,
    help,
  ],
};

const facts: CommandSpecification = {
  name: "facts",
  operands: "[PATH|GLOB|-]...",
  summary: { zh: "把报告里的章节和表格数字输出为 JSON", en: "print sections and table values as JSON" },
  options: [{ name: "explain", words: { zh: "并说明每张表的各行各栏认作什么、为什么", en: "and say what each row and column of the tables was taken for, and why" } }, stage, edition, config, filesFrom, stdinFilename, language, help],
};

const newReport: CommandSpecification = {
  name: "new",
  operands: "",
  summary: { zh: "按官方格式新建一份空白报告", en: "write an empty report in the official form" },
  options: [
    { name: "organ", value: "NAME", words: { zh: "机关名称（必填）", en: "name of the organ (required)" } },
    { name: "year", value: "YYYY", words: { zh: "报告年度（必填）", en: "reporting year (required)" } },
    edition,
    { name: "output", value: "FILE", words: { zh: "写到文件或文件夹，默认标准输出", en: "file or folder to write to, by default standard output" } },
    language,
    help,
  ],
};

const exportReport: CommandSpecification = {
  name: "export",
  operands: "[PATH|GLOB|-]...",
  summary: { zh: "导出为 Word 文件（报批、存档）或网页（公布）", en: "write a report as a Word file or a web page" },
  options: [
    { name: "to", value: "html|docx", choices: ["html", "docx"], words: { zh: "导出成什么：docx 为 Word 文件，html 为一个自成一体的网页（必填）", en: "docx, a Word file, or html, a page that holds everything (required)" } },
    { name: "output", value: "FILE", words: { zh: "写到文件或文件夹，默认在草稿旁边；网页可以写到标准输出（-）", en: "file or folder to write to, by default beside the draft; a page may go to standard output (-)" } },
    { name: "force", words: { zh: "覆盖已有的文件", en: "replace a file that is there" } },
    stage,
    edition,
    config,
    filesFrom,
    stdinFilename,
    language,
    help,
  ],
};

const aggregate: CommandSpecification = {
  name: "aggregate",
  operands: "[PATH|GLOB|-]...",
  summary: { zh: "把各单位的报告逐格相加，写出汇总报告的草稿", en: "add up reports cell by cell into the draft of another one" },
  options: [
    { name: "organ", value: "NAME", words: { zh: "汇总机关名称（必填）", en: "name of the organ that adds up (required)" } },
    { name: "year", value: "YYYY", words: { zh: "报告年度（必填）", en: "reporting year (required)" } },
    edition,
    stage,
    config,
    filesFrom,
    stdinFilename,
    { name: "output", value: "FILE", words: { zh: "写到文件或文件夹，默认标准输出", en: "file or folder to write to, by default standard output" } },
    language,
    help,
  ],
};

const rules: CommandSpecification = { name: "rules", operands: "", summary: { zh: "列出全部规则", en: "list the rules" }, options: [textOrJson, language, help] };
const explain: CommandSpecification = { name: "explain", operands: "CODE", summary: { zh: "解释一条规则", en: "explain a rule" }, options: [language, help] };
const forms: CommandSpecification = { name: "forms", operands: "[ID]", summary: { zh: "列出官方格式，或显示其中一版", en: "list the official forms, or show one" }, options: [textOrJson, language, help] };
const stdio: OptionSpecification = { name: "stdio", words: { zh: "通过标准输入输出通信（默认）", en: "communicate over stdio (the default)" } };
const clientProcess: OptionSpecification = { name: "clientProcessId", value: "PID", words: { zh: "编辑器的进程号，编辑器退出时服务器随之退出", en: "the editor's process; the server ends with it" } };
const lsp: CommandSpecification = { name: "lsp", operands: "", summary: { zh: "启动语言服务器（标准输入输出）", en: "start the language server (stdio)" }, options: [stdio, clientProcess, help] };

export const specifications: readonly CommandSpecification[] = [check, fix, format, facts, newReport, exportReport, aggregate, rules, explain, forms, lsp];
