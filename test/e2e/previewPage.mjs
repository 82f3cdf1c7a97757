// Part five: the page of the preview in a plain browser, under the policy and in the colours that VS Code gives it. What it shows comes from
// the server's own model of a draft.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../../scripts/prepare.mjs";
import { emptyFolder, reportName } from "./workspace.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const themes = JSON.parse(readFileSync(join(root, "test/e2e/themes.json"), "utf8"));
const policy = "default-src 'none'; script-src 'nonce-test'; style-src 'self'";
const html = (language) => `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>preview</title><link rel="stylesheet" href="/preview.css"></head><body><script nonce="test" src="/preview.js"></script></body></html>`;
/** A draft with faults of every kind, in prose, labels and numbers, and with a chapter missing. */
const faulty = readFileSync(join(root, "examples", reportName), "utf8");
const complete = readFileSync(join(root, "test/e2e/drafts", reportName), "utf8");
const received = "| 一、本年新收政府信息公开申请数量 |  |  | 9 | 2 | 0 | 0 | 1 | 0 |";
const wrong = complete.replace(`${received} 12 |`, `${received} 13 |`);
const years = [2021, 2022, 2023, 2024].map((year, index) => ({ year, received: 90 + 10 * index }));

export async function runPreviewPage(tally, browser) {
  const modelOf = await service();
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const open = (model, options = {}) => Preview.open(browser, `http://127.0.0.1:${server.address().port}`, model, options);
  try {
    await runTests(tally, open, modelOf);
  } finally {
    server.close();
  }
}

async function runTests(tally, open, modelOf) {
  for (const theme of Object.keys(themes)) {
    await tally.test(`preview page: nothing is out of reach in ${theme}`, async () => {
      const preview = await open(modelOf(faulty), { theme });
      assert.deepEqual(await preview.barriers(), []);
      await preview.close();
    });
  }

  await tally.test("preview page: it keeps to its policy", async () => {
    const preview = await open(modelOf(faulty));
    await preview.faults.first().focus();
    assert.deepEqual(await preview.page.evaluate(() => globalThis.violations), []);
    await preview.close();
  });

  await tally.test("preview page: in a narrow column all buttons are there", async () => {
    const width = 225;
    const preview = await open(modelOf(faulty), { viewport: { width, height: 500 } });
    const buttons = await preview.page.locator(".bar button").all();
    assert.equal(buttons.length, 5);
    for (const button of buttons) {
      const { x, width: own } = await button.boundingBox();
      assert.ok(x >= 0 && x + own <= width, `from ${x} to ${x + own}`);
    }
    await preview.close();
  });

  await tally.test("preview page: Tab comes to the marked cell, arrows go on, Enter leads to the text", async () => {
    const preview = await open(modelOf(wrong));
    await preview.page.locator("table.form-3").locator("[tabindex='0']").focus();
    assert.equal(await preview.focused(), "13");
    await preview.keyboard.press("ArrowLeft");
    assert.equal(await preview.focused(), "0");
    await preview.keyboard.press("Home");
    assert.equal(await preview.focused(), "9");
    await preview.keyboard.press("ArrowDown");
    await preview.keyboard.press("ArrowUp");
    await preview.keyboard.press("End");
    await preview.keyboard.press("Enter");
    const line = wrong.split("\n").findIndex((text) => text.startsWith(received));
    assert.deepEqual(await preview.lastSent(), { kind: "reveal", range: { start: { line, character: received.length + 1 }, end: { line, character: received.length + 3 } } });
    await preview.close();
  });

  await tally.test("preview page: one cell of each table is in the order of Tab", async () => {
    const preview = await open(modelOf(faulty));
    for (const table of await preview.page.locator("table").all()) assert.equal(await table.locator("[tabindex='0']").count(), 1);
    await preview.close();
  });

  await tally.test("preview page: F8 goes through all marks and says each of them, Escape closes the message", async () => {
    const model = modelOf(faulty);
    const preview = await open(model);
    const said = new Set();
    for (let step = 0; step < (await preview.faults.count()); step++) {
      await preview.keyboard.press("F8");
      await preview.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      assert.ok(await preview.tip.isVisible(), `message ${step}`);
      for (const text of await preview.tip.locator(".notice p").allInnerTexts()) said.add(text);
    }
    assert.deepEqual([...said].sort(), [...new Set(model.notices.map(({ message }) => message))].sort());
    await preview.keyboard.press("Escape");
    assert.equal(await preview.tip.isVisible(), false);
    await preview.close();
  });

  await tally.test("preview page: a screen reader is told the same messages", async () => {
    const model = modelOf(faulty);
    const preview = await open(model);
    const described = await preview.page.locator(".fault[aria-describedby]").evaluateAll((faults) => faults.flatMap((fault) => fault.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent)));
    const loose = await preview.page.locator(".loose").allTextContents();
    for (const { message } of model.notices) assert.ok([...described, ...loose].some((text) => text.includes(message)), message);
    await preview.close();
  });

  await tally.test("preview page: an edit changes what differs and leaves focus and scrolling alone", async () => {
    const preview = await open(modelOf(wrong), { viewport: { width: 700, height: 500 } });
    await preview.page.locator("table.form-3 td.fault").focus();
    await preview.page.evaluate(() => {
      globalThis.cell = document.activeElement;
      scrollBy(0, 40);
    });
    const before = await preview.page.evaluate(() => scrollY);
    await preview.show(modelOf(complete, 2));
    assert.equal(await preview.faults.count(), 0);
    assert.equal(await preview.focused(), "12");
    assert.deepEqual(await preview.page.evaluate(() => [globalThis.cell === document.activeElement, scrollY]), [true, before]);
    await preview.close();
  });

  await tally.test("preview page: a paragraph put in before the tables leaves their cells in place, and they lead to their new lines", async () => {
    const preview = await open(modelOf(wrong));
    await preview.page.evaluate(() => (globalThis.cell = document.querySelector("td.fault")));
    await preview.show(modelOf(wrong.replace("## 二、", "新的一段。\n\n## 二、"), 2));
    assert.equal(await preview.page.evaluate(() => globalThis.cell === document.querySelector("td.fault")), true);
    await preview.faults.click();
    const line = wrong.split("\n").findIndex((text) => text.startsWith(received)) + 2;
    assert.equal((await preview.lastSent()).range.start.line, line);
    await preview.close();
  });

  await tally.test("preview page: a click in prose leads to the very character", async () => {
    const preview = await open(modelOf(complete));
    const run = preview.page.locator("p.paragraph .run").first();
    const { x, y } = await run.evaluate((shown) => {
      const range = document.createRange();
      range.setStart(shown.firstChild, 5);
      range.setEnd(shown.firstChild, 6);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 2, y: top + height / 2 };
    });
    await preview.page.mouse.click(x, y);
    const { range } = await preview.lastSent();
    assert.deepEqual([range.start, range.end], [{ line: 2, character: 5 }, { line: 2, character: 5 }]);
    await preview.close();
  });

  await tally.test("preview page: marks the cell that the cursor is in, and the nearest one beside it", async () => {
    const preview = await open(modelOf(complete));
    const line = complete.split("\n").findIndex((text) => text.startsWith(received));
    for (const character of [received.length + 1, received.length + 4]) {
      await preview.send({ kind: "cursor", position: { line, character } });
      assert.equal(await preview.page.locator("[data-current][aria-current=location]").innerText(), "12");
    }
    await preview.close();
  });

  await tally.test("preview page: speaks English to who reads English", async () => {
    const preview = await open(modelOf(faulty, 1, "en"), { language: "en" });
    assert.equal(await preview.page.locator("[role=toolbar]").getAttribute("aria-label"), "Preview tools");
    assert.doesNotMatch(await preview.page.locator("header").innerText(), /定稿|错误/);
    await preview.close();
  });

  await tally.test("preview page: a text that is no report says so", async () => {
    const preview = await open(modelOf("# 笔记\n", 1, "zh", false));
    assert.match(await preview.page.locator("main").innerText(), /还不是/);
    await preview.close();
  });

  await tally.test("preview page: printed, it is the report alone", async () => {
    const preview = await open(modelOf(faulty));
    await preview.page.emulateMedia({ media: "print" });
    for (const hidden of ["header", ".figures", ".sign", ".missing"]) assert.equal(await preview.page.locator(hidden).first().isVisible(), false, hidden);
    assert.equal(await preview.page.locator("table").first().isVisible(), true);
    await preview.close();
  });
}

class Preview {
  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
    this.faults = page.locator("main .fault");
    this.tip = page.locator(".tip");
  }

  static async open(browser, address, model, { theme = "light", language = "zh-CN", viewport = { width: 860, height: 900 } }) {
    const page = await browser.newPage({ viewport });
    const preview = new Preview(page);
    await page.addInitScript(likeVsCode);
    await page.goto(`${address}/?${language}`);
    await page.evaluate(paint, themes[theme]);
    await preview.show(model);
    return preview;
  }

  /** Messages arrive in order, so the second one is answered when the first has been shown. */
  async send(message) {
    await this.page.evaluate((data) => new Promise((done) => {
      postMessage(data, "*");
      addEventListener("message", done, { once: true });
    }), message);
  }

  show(model) {
    return this.send({ kind: "model", model });
  }

  focused() {
    return this.page.evaluate(() => document.activeElement.textContent);
  }

  lastSent() {
    return this.page.evaluate(() => globalThis.sent.at(-1));
  }

  async barriers() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run());
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ html: shown, failureSummary }) => `${shown} ${failureSummary}`).join("\n")}`);
  }

  close() {
    return this.page.close();
  }
}

/* The two functions below run in the page. */

function likeVsCode() {
  globalThis.sent = [];
  globalThis.violations = [];
  globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => globalThis.sent.push(message), getState: () => undefined, setState: () => undefined });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
}

function paint({ classes, colors }) {
  document.body.className = classes;
  for (const [name, color] of Object.entries(colors)) document.documentElement.style.setProperty(name, color);
}

function answer(request, response) {
  const { pathname, search } = new URL(request.url, "http://localhost");
  if (pathname === "/") return void response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(html(search.slice(1)));
  if (!/\.(css|js)$/.test(pathname)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": pathname.endsWith(".css") ? "text/css" : "text/javascript" }).end(readFileSync(join(root, "dist/preview", basename(pathname))));
}

/** The service of the server, to make models of drafts with. */
async function service() {
  const outfile = join(emptyFolder("preview"), "service.cjs");
  const contents = 'export { readDraft } from "./server/src/service/draft.js"; export { preview } from "./server/src/service/preview/preview.js";';
  await esbuild.build({ stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, format: "cjs", platform: "node", target: "node20", outfile, logLevel: "error" });
  const { readDraft, preview } = require(outfile);
  return (text, version = 1, language = "zh", assumeReport = true) => ({ ...preview(readDraft({ uri: "file:///draft.md", version, languageId: "nianbao", text }, { language, assumeReport })), years });
}
