// Whether the time for a text grows with it, and not faster, on texts made to be as awkward as they can. usage: node bench/growth.mjs [NAME…]
// NAME: part of a text's name. Exit code 1 where eight times the text takes far more than eight times as long. Run by hand; never a test, since other work on a machine disturbs it.
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { loadCore } from "./loadCore.mjs";

const { analyse, consistentValues, editionOf, parse, pdfApplications, safeEdits, converter, tableOf, writeDraft } = await loadCore(`
  export { analyse, parse, safeEdits } from "./server/src/core/index.ts";
  export { consistentValues, editionOf, tableOf, writeDraft } from "./test/unit/support/drafts.ts";
  export { converter } from "./test/unit/support/converter.ts";
  export { pdfApplications } from "./test/unit/support/layouts.ts";
`);

/** Characters of the smaller text; so few that a square growth is seen long before it hurts. */
const least = 20_000;
/** Eight times the text; square growth would be 64. */
const mostTimes = 20;
const attempts = 4;

const title = "云溪县2024年政府信息公开工作年度报告\n";
const titled = (piece) => (copies) => title + piece.repeat(copies);
const inChapter = (piece) => (copies) => `${title}\n一、总体情况\n\n${piece.repeat(copies)}`;
const inSentence = (piece) => (copies) => `# ${title}\n## 一、总体情况\n\n收到申请100件，公开信息100条，其中${piece.repeat(copies)}\n`;
const alone = (piece) => (copies) => piece.repeat(copies);
const inPage = (piece) => (copies) => `<html><body>${piece.repeat(copies)}`;
/** Sentences, each with another number. */
const numbered = (head, sentence) => (copies) => head + Array.from({ length: copies }, (_, i) => sentence(10_000 + i)).join("");

const checked = (text) => safeEdits(analyse(text, { stage: "final", assumeReport: true }));

/** What is done, and of each text its name and how it is made of so many copies. */
const groups = [
  [checked, {
    "whole drafts": titled(writeDraft({ edition: "2021", spelling: "gfm", cells: { "applications/granted/total": "99999" } })),
    "drafts of one cell a line": titled(writeDraft({ edition: "2019", spelling: "lines" })),
    "Traditional drafts": titled(converter.toTraditional(writeDraft({ edition: "2021", spelling: "cellPipe" }))),
    "prose without tables": titled("一是加强领导；二是落实责任。本年度主动公开政府信息300条，群众满意。\n"),
    "chapter headings": titled("一、总体情况\n二、其他情况\n（一）工作\n"),
    "chapters in one line": titled("一、总体情况公开了。二、主动公开政府信息情况 公开了；一、总一、主动公开政府信息情"),
    "points under titles": titled("一、概述\n（一）总体情况\n（二）主动公开政府信息情况\n1.其他需要报告的事项\n"),
    "comments": titled("<!-- nianbao-disable row-total: 试验 -->\n<!-- nianbao-disable-next-line -->\n"),
    "pinyin and scripts": titled("鄉(xiāng)鎮(zhèn)規範，０９\u200b℅\n"),
    "empty pipes": titled("| | | 规章 | |\n|\n"),
    "rows of no form": titled("| 一、本年新收政府信息公开申请数量 | 1 |\n".concat("| 某行 | 1 | 2 |\n".repeat(60))),
    "misspelt labels": titled("| （一）予以公幵 | 1 | 2 |\n| 2.重复申青 | 1 |\n"),
    "invisible characters": titled("信息".concat("\u200b".repeat(300), "\u0627公开")),
    "groups of digits": titled("234\u00a0"),
    "one long line": titled("信息公开|，。（）《》“”一、二是"),
    "numbers without a stop": titled("收到5件和"),
    "digits among brackets": titled("〔2024〕1号（"),
    "prose that contradicts the tables": numbered(writeDraft({ edition: "2021", spelling: "gfm" }), (number) => `我县收到政府信息公开申请${number}件。\n我市收到政府信息公开申请${number}件。\n`),
    "lists without a stop": numbered(`${title}收到9件，`, (number) => `其中${number}件、`),
  }],
  [checked, {
    "doubled characters": inChapter("的的和和一步一步"),
    "open titles": inChapter("《其它布署"),
    "wrong words": inChapter("群众登陆截止反应做为其它"),
    "digits and brackets": inChapter("20191231日〔20193号()\n()主动自至年12月31止1231日"),
    "unpaired marks": inChapter("《“（甲》乙”）丙）》《“（。\n”"),
    "garbled text": inChapter("å¹´\ufffd锟斤拷癿丌?a"),
    "one long sentence": inChapter("公开信息平台建设"),
    "marks": inChapter("甲，乙；丙".repeat(90).concat("甲,乙;丙<丁>".repeat(5))),
  }],
  [checked, {
    "lists of news": inSentence("动态5条、"),
    "lists of other things": inSentence("其他信息1条；"),
    "shares": inSentence("予以公开3件，占5%；"),
    "shares of applicants": inSentence("自然人申请占5%，"),
    "numbers in names": inSentence("12期培训班信息30条"),
    "towns": inSentence("各乡镇公开5条。"),
    "numbered items": inSentence("1、机构5；"),
    "results": inSentence("逾期不补正3件，其他处理2件，"),
    "asides": inSentence("收到申请5件（含上年结转3件），"),
    "wholes": inSentence("主动公开信息5条，依申请公开3条，"),
  }],
  [checked, {
    "lines like titles": alone("云溪县2024年政府信息公开\n"),
    "pieces of titles": alone("政府 信息 公开 年报 "),
    "titles": alone(title),
    "breadcrumbs": alone("首页 > 年报 > 报告\n"),
    "fields of a page": alone("标题 | 年度报告 |\n"),
    "titles of a page": alone("<h1>云溪县</h1><p>2024年度报告</p>\n"),
  }],
  [parse, {
    "tables that are never closed": alone("<table><tr><td>1<td>2\n一、总体情况\n"),
    "tables in tables": alone("<table><tr><td>"),
    "comments that are never closed": alone("<!-- <table>\n"),
    "quotes that are never closed": alone('规章\t"0\n'),
    "lines of labels and spaces": alone("规章  某事  0\n行政许可  说明\n"),
    "one long line of columns": alone("规章  0  "),
    "beginnings of labels": alone("三、\n本\n年\n度\n"),
    "pipes alone": alone("规章\n|\n|\n"),
    "pages of a PDF": alone(pdfApplications(tableOf(editionOf("2021"), "applications"), consistentValues(editionOf("2021"), 5), 9)),
    "menus that are never closed": inPage("<nav><p>一、</p>"),
    "tags without end": inPage("<p <p <p </p>"),
    "hidden in hidden": inPage("<nav><nav></nav>"),
    "titles in a page": inPage("<title>报告</title><h1>云溪县2024年政府信息公开工作年度报告</h1>\n"),
    "comments in a page": inPage("<!-- <!doctype html> </p>\n"),
  }],
];

/** The least milliseconds of some attempts. */
function fastest(act) {
  let fewest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts; i++) {
    const start = performance.now();
    act();
    fewest = Math.min(fewest, performance.now() - start);
  }
  return fewest;
}

const filters = process.argv.slice(2);
console.log(`node ${["bench/growth.mjs", ...filters].join(" ")} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}`);
const faster = [];
for (const [act, texts] of groups) {
  for (const [name, textOf] of Object.entries(texts)) {
    if (filters.length > 0 && !filters.some((filter) => name.includes(filter))) continue;
    const copies = Math.max(1, Math.ceil(least / (textOf(2).length - textOf(1).length)));
    const [small, large] = [textOf(copies), textOf(8 * copies)];
    act(small);
    const [before, after] = [fastest(() => act(small)), fastest(() => act(large))];
    if (after / before > mostTimes) faster.push(name);
    console.log(`${name.padEnd(34)} ${(small.length / 1000).toFixed(0).padStart(4)} → ${(large.length / 1000).toFixed(0).padStart(4)} thousand characters  ${before.toFixed(1).padStart(7)} → ${after.toFixed(1).padStart(7)} ms  × ${(after / before).toFixed(1)}`);
  }
}
console.log(faster.length === 0 ? "All times grow with the text." : `Grows faster than the text: ${faster.join(", ")}`);
if (faster.length > 0) process.exitCode = 1;
