/** A report as a browser saves it from the web site of an organ: head, menus, a list of other years, the article as an editor wrote it, the foot. */
import type { Edition } from "../../../server/src/core/forms/edition.js";
import { writeTable } from "../../../server/src/core/write/table.js";
import { numeralOf } from "../../../server/src/core/text/numerals.js";
import { consistentValues, editionOf } from "./drafts.js";

export interface PagePlan {
  readonly edition: "2019" | "2021";
  readonly seed?: number;
  /** How chapters are headed. */
  readonly heading?: "h2" | "lines" | "strong" | "spans";
  /** Where the report's title stands besides the head of the page. */
  readonly title?: "h1" | "div" | "head";
  readonly lineEnd?: string;
}

const headings: Readonly<Record<NonNullable<PagePlan["heading"]>, (numeral: string, title: string) => string>> = {
  h2: (numeral, title) => `<h2>${numeral}、${title}</h2>`,
  lines: (numeral, title) => `<h2>\n  <span>\n${numeral}、${title}\n</span>\n</h2>`,
  strong: (numeral, title) => `<p style="text-indent: 2em;"><strong>${numeral}、${title}</strong></p>`,
  spans: (numeral, title) => `<p class="MsoNormal"><span style="font-family: 黑体"><b>${numeral}</b></span><span style="font-family: 黑体">、${title.slice(0, 4)}\n    ${title.slice(4)}</span></p>`,
};

const prose: Readonly<Record<string, readonly string[]>> = {
  overview: ["<span style=\"font-size: 16pt\">&nbsp;&nbsp;&nbsp;&nbsp;本年度，本机关围绕群众关心的事项做好信息公开，</span><span>规范办理程序，加强平台</span>建设，落实监督保障。", "一是主动公开更加及时；<br/>二是依申请公开更加规范；<br>三是平台建设更加便民。"],
  problems: ["存在的主要问题是：解读形式较为单一，部分栏目更新\n      不够及时。", "下一步将加强培训，完善栏目维护机制，提升解读质量。"],
  other: ["本年度收取信息处理费<span lang=\"EN-US\">0</span>元，没有其他需要报告的事项。"],
};

/** No rule has anything to say about it. */
export function writePage(plan: PagePlan): string {
  const edition = editionOf(plan.edition);
  const year = plan.edition === "2021" ? 2024 : 2020;
  const title = `云溪县${year}年政府信息公开工作年度报告`;
  const lines = [...head(title), ...menus(year), ...titleLines(title, plan.title ?? "h1"), ...article(edition, plan, year), ...foot];
  return lines.join("\n").replaceAll("\n", plan.lineEnd ?? "\n");
}

function head(title: string): string[] {
  return [
    "<!DOCTYPE html>",
    '<html lang="zh-CN">',
    "<head>",
    '<meta charset="utf-8">',
    `<title>${title}_云溪县人民政府门户网站</title>`,
    '<meta name="ArticleTitle" content="關於登陸網站的的通知">',
    "<style>.nav::after { content: '登陆，，的的'; } table { border: 1px }</style>",
    "<script>var words = '三、收到和处理政府信息公开申请情况<p>登陆</p>'; if (1 < 2) { document.title = '2031年'; }</script>",
    "</head>",
    '<body class="page">',
  ];
}

function menus(year: number): string[] {
  return [
    '<nav><ul><li><a href="/">一、总体情况</a></li><li>登陆的的入口</li></ul><table><tr><td>规章</td><td>9</td><td>9</td></tr></table></nav>',
    '<!-- 共99件，其中：1件 -->',
    '<div class="top"><a href="/">首页</a> | <a href="/zw">政务公开</a> | <a>政府信息公开年报</a></div>',
    `<div class="side"><ul><li><a href="/1">云溪县${year - 1}年政府信息公开工作年度报告</a></li><li><a href="/2">云溪县${year - 2}年政府信息公开工作年度报告</a></li></ul></div>`,
    `<div class="location">当前位置：<a href="/">首页</a> &gt; <a>政府信息公开</a> &gt; 正文</div>`,
  ];
}

function titleLines(title: string, place: NonNullable<PagePlan["title"]>): string[] {
  if (place === "head") return [];
  return [place === "h1" ? `<h1 class="title">${title}</h1>` : `<div class="title"><span>${title.slice(0, 3)}</span>${title.slice(3)}</div>`];
}

function article(edition: Edition, { seed = 1, heading = "h2" }: PagePlan, year: number): string[] {
  const values = consistentValues(edition, seed);
  const chapters = edition.sections.flatMap((form) => {
    const table = edition.tables.find((candidate) => candidate.key === form.table);
    const body = table === undefined ? (prose[form.key] ?? []).map((words) => `<p>${words}</p>`) : [writeTable(table, { spelling: "html", lineEnd: "\n", isSpaced: false }, (row, column) => values.get(`${table.key}/${row}/${column}`) ?? "")];
    return [headings[heading](numeralOf(form.ordinal), form.title), ...body];
  });
  return [
    `<div class="info"><span>发布时间：${year + 1}-01-20 09:30</span></div><div class="info"><span>来源：云溪县人民政府</span></div>`,
    '<div id="zoom" class="article">',
    `<p>本报告依据《中华人民共和国政府信息公开条例》编制，统计期限为<span lang="EN-US">${year}</span>年<span>1</span>月1日至${year}年12月31日。</p>`,
    ...chapters,
    '<p style="text-align: right">云溪县人民政府</p>',
    `<p style="text-align: right"><span lang="EN-US">${year + 1}</span>年1月20日</p>`,
    "</div>",
  ];
}

const foot = [
  '<div class="share">分享到：<button>登陆</button></div>',
  '<div class="links"><select><option>县直部门的的网站</option></select></div>',
  "<footer><p>主办单位：云溪县人民政府，，ICP备00000000号</p></footer>",
  "<script>for (var i = 0; i < 3; i++) { document.write('</p><h2>七、登陆</h2>'); }</script>",
  "</body>",
  "</html>",
  "",
];
