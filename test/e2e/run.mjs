// The end-to-end tests: `npm run test:e2e`, and part of `npm test`. Seven parts in one browser, most with a VS Code of their own:
//
//   extensionHost.mjs   the suite inside the real extension host
//   workbench.mjs       journeys by mouse and keyboard
//   packaged.mjs        the same from the installed .vsix
//   webWorker.mjs       the server as a Web Worker
//   previewPage.mjs     the page of the preview, in each kind of theme
//   archivePage.mjs     the page of `nianbao check --format html`
//   stopwatch.mjs       a whole report by keyboard, its keys counted
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureDependencies } from "../../scripts/prepare.mjs";

/**
 * Runs everything against the bundles in dist/ and prints one line for each test.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runEndToEnd() {
  // Loaded late: before ensureDependencies there may be no playwright-core to load.
  const { Tally } = await import("./tally.mjs");
  const tally = new Tally();
  if (process.platform === "win32") {
    tally.skip("end-to-end tests", "Windows 上请用 npm run test:desktop / on Windows use npm run test:desktop");
    return tally;
  }
  const { launchBrowser } = await import("./browser.mjs");
  const browser = await launchBrowser();
  try {
    // The suite waits much for VS Code, so the pages that need none have their turn meanwhile.
    await Promise.all([
      part(tally, "extension host", async () => (await import("./extensionHost.mjs")).runExtensionHost(tally, browser)),
      pages(tally, browser),
    ]);
    await part(tally, "workbench", async () => (await import("./workbench.mjs")).runWorkbench(tally, browser));
    await part(tally, "stopwatch", async () => (await import("./stopwatch.mjs")).runStopwatch(tally, browser));
    await part(tally, "package", async () => (await import("./packaged.mjs")).runPackaged(tally, browser));
  } finally {
    await browser.close();
  }
  return tally;
}

async function pages(tally, browser) {
  await part(tally, "archive page", async () => (await import("./archivePage.mjs")).runArchivePage(tally, browser));
  await part(tally, "web worker", async () => (await import("./webWorker.mjs")).runWebWorker(tally, browser));
  await part(tally, "preview page", async () => (await import("./previewPage.mjs")).runPreviewPage(tally, browser));
}

/** A part that breaks down counts as one failed test; the others still run. */
async function part(tally, title, run) {
  try {
    await run();
  } catch (error) {
    tally.notOk(title, error instanceof Error ? (error.stack ?? error.message) : error);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies();
  ensureBuilt();
  const { passed, failed, skipped } = await runEndToEnd();
  console.log(`e2e: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
