// Part one: the suite inside the real extension host of the VS Code server. A headless browser opens the window that the host belongs to.
// `node test/e2e/extensionHost.mjs` runs it alone.
import { fileURLToPath } from "node:url";
import { startVsCode } from "../../scripts/vscode-server.mjs";
import { root } from "../../scripts/prepare.mjs";
import { launchBrowser } from "./browser.mjs";
import { bundleSuite } from "./bundleSuite.mjs";
import { Tally } from "./tally.mjs";
import { freshWorkspace } from "./workspace.mjs";

const mark = "nianbao-e2e: ";
const timeout = 180_000;

export async function runExtensionHost(tally, browser) {
  const tests = await bundleSuite("node");
  const vsCode = await startVsCode({ workspace: freshWorkspace("extension-host"), extension: root, tests });
  const page = await browser.newPage();
  try {
    await runSuite(tally, page, vsCode.address());
  } finally {
    await page.close();
    await vsCode.stop();
  }
}

/** Opens the window and counts the tests as their lines come in, until VS Code says that the suite has ended. */
export async function runSuite(tally, page, address) {
  const others = [];
  let started = 0;
  const ended = new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the suite did not end in ${timeout / 1000} s`)), timeout);
    page.exposeFunction("codeAutomationLog", (_type, args) => {
      if (isMarked(args[0])) {
        started++;
        countLine(tally, args[0].slice(mark.length));
      } else others.push(args.join(" "));
    });
    page.exposeFunction("codeAutomationExit", () => {
      clearTimeout(timer);
      done();
    });
  });
  await page.goto(address);
  await ended;
  if (started === 0) tally.notOk("the suite did not start", others.slice(-20).join("\n"));
}

function isMarked(argument) {
  return typeof argument === "string" && argument.startsWith(mark);
}

function countLine(tally, line) {
  const [, verdict, rest = ""] = /^(ok|not ok|skip) ([^]*)$/.exec(line) ?? [];
  const [title, ...reason] = rest.split("\n");
  if (verdict === "ok") tally.ok(title);
  else if (verdict === "skip") tally.skip(title);
  else tally.notOk(title, reason.join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = new Tally();
  const browser = await launchBrowser();
  await runExtensionHost(tally, browser).finally(() => browser.close());
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
