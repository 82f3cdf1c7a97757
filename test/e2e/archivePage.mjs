// The page of `nianbao check --format html` in a real browser. `node test/e2e/archivePage.mjs --screenshots` also takes its picture for
// the documentation.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuilt, ensureDependencies, root } from "../../scripts/prepare.mjs";

export async function runArchivePage(tally, browser, { pictures } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-page-"));
  const page = await browser.newPage({ viewport: { width: 1160, height: 1400 } });
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || complaints.push(request.url()));
  try {
    await writeArchive(join(folder, "年报"));
    writeFileSync(join(folder, "page.html"), run(folder, "html"));
    const findings = JSON.parse(run(folder, "json")).flatMap((report) => report.findings);
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    await tally.test("archive page: counts are those of the JSON", () => countsMatch(page, findings));
    await tally.test("archive page: a link leads to its finding", () => linksLead(page));
    await tally.test("archive page: a kind of finding can be hidden", () => filters(page));
    await tally.test("archive page: headings, landmarks and tables are named", () => isNamed(page));
    await tally.test("archive page: words can be read in light and dark", () => hasContrast(page));
    await tally.test("archive page: nothing is fetched, nothing complains", () => assert.deepEqual(complaints, []));
    if (pictures !== undefined) await takePicture(page, pictures);
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

/** Three organs over four years, with faults in and between their reports. */
async function writeArchive(folder) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ entryPoints: [join(root, "test/unit/support/archives.ts")], bundle: true, write: false, format: "esm", platform: "node", target: "node20" });
  const { generateArchive, rewritten } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  mkdirSync(folder);
  for (const report of generateArchive(["云溪县", "云溪县教育局", "松江市司法局"], [2020, 2021, 2022, 2023], 5)) {
    if (report.year === 2023) report.values.set("disclosure/normative/inForce", "402");
    if (report.year === 2022 && report.organ === "云溪县") report.values.set("applications/carriedIn/total", "77");
    rewritten(report);
    writeFileSync(join(folder, report.name), report.year === 2021 ? report.text.replace("规范办理程序", "规(guī)范办理程(chéng)序") : report.text);
  }
}

function run(folder, format) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.js"), "check", "年报", "--format", format], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}

async function countsMatch(page, findings) {
  const shown = await page.locator(".counts strong").allTextContents();
  const count = (...severities) => findings.filter(({ severity }) => severities.includes(severity)).length;
  assert.deepEqual(shown.slice(1).map(Number), [count("error"), count("warning"), count("information", "hint")]);
  assert.equal(await page.locator("article.finding").count(), findings.length);
  assert.ok(findings.length > 5);
}

async function linksLead(page) {
  await page.locator("#rules summary").first().click();
  const link = page.locator("#rules details[open] .places a").last();
  const target = (await link.getAttribute("href")).slice(1);
  await link.click();
  await page.waitForFunction((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, target);
  assert.equal(await page.evaluate(() => document.querySelector(":target").id), target);
}

async function filters(page) {
  const warnings = page.locator("article.finding.warning");
  assert.ok(await warnings.first().isVisible());
  await page.getByLabel("警告").uncheck();
  assert.ok(await warnings.first().isHidden());
  await page.getByLabel("警告").check();
  assert.ok(await warnings.first().isVisible());
}

async function isNamed(page) {
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("navigation", { name: "目录" }).count(), 1);
  assert.ok((await page.getByRole("region").count()) >= 4);
  assert.equal(await page.locator("table:not(:has(th[scope=col]))").count(), 0);
  assert.ok((await page.getByRole("img", { name: /历年新收政府信息公开申请/ }).count()) > 0);
}

async function hasContrast(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const poor = await page.evaluate(leastContrast);
    assert.ok(poor.ratio >= 4.5, `${colorScheme}: ${poor.ratio} at ${poor.words}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Runs in the page: the words that are hardest to read, with their contrast as WCAG 2 has it. */
function leastContrast() {
  const light = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).slice(0, 3).map((value) => Number(value) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backgroundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = [...document.querySelectorAll("h1, h2, h3, p, th, td, li, a, code, mark, pre, summary, legend, label, .severity, .number span")].filter((element) => element.textContent.trim() !== "");
  const ratios = texts.map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(backgroundOf(element))].sort((x, y) => y - x);
    return { ratio: (a + 0.05) / (b + 0.05), words: element.textContent.slice(0, 40) };
  });
  return ratios.sort((a, b) => a.ratio - b.ratio)[0];
}

async function takePicture(page, folder) {
  await page.goto(page.url().split("#")[0]);
  await page.evaluate(() => document.querySelectorAll("#rules details").forEach((details) => (details.open = false)));
  await page.locator("header h1").click();
  await page.screenshot({ path: join(folder, "archive-report.png"), fullPage: false });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  ensureBuilt();
  const { Tally } = await import("./tally.mjs");
  const { launchBrowser } = await import("./browser.mjs");
  const tally = new Tally();
  const browser = await launchBrowser();
  await runArchivePage(tally, browser, process.argv.includes("--screenshots") ? { pictures: join(root, "docs/images") } : {});
  await browser.close();
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
