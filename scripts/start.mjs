// `npm start`: the extension, built from this tree, in a VS Code window with an example draft open. `npm start -- --check` only proves that
// it works: it waits for the first finding in a headless browser and prints how long that took.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureBuilt, ensureDependencies, root } from "./prepare.mjs";
import { startVsCode } from "./vscode-server.mjs";

const examples = join(root, "examples");
const draft = join(examples, "云溪县2024年政府信息公开工作年度报告.md");
const began = performance.now();

await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main() {
  ensureDependencies();
  ensureBuilt();
  if (process.argv.includes("--check")) return check();
  if (!openOnDesktop()) await serve();
}

/** Opens the user's own VS Code. False if there is none, or if it refuses (as root, or in a container). */
function openOnDesktop() {
  if (!isOnPath("code")) return false;
  const { status } = spawnSync("code", ["--new-window", `--extensionDevelopmentPath=${root}`, examples, draft], { stdio: "inherit", shell: process.platform === "win32" });
  return status === 0;
}

async function serve() {
  const vsCode = await start();
  const address = vsCode.address(draft);
  console.log(`\n年报已就绪，请在浏览器中打开（Ctrl+C 结束）：\nReady. Open this address in a browser (Ctrl+C ends):\n\n  ${address}\n`);
  openInBrowser(address);
  await Promise.race([interrupted(), vsCode.exited]);
  await vsCode.stop();
}

async function check() {
  // Loaded here only: whoever just wants to start needs no browser from us.
  const { launchBrowser } = await import("../test/e2e/browser.mjs");
  const vsCode = await start();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(vsCode.address(draft));
    await page.locator("[class*=squiggly-]").first().waitFor({ timeout: 60_000 });
    console.log(`第一条提示 / first finding: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } finally {
    await browser.close();
    await vsCode.stop();
  }
}

function start() {
  return startVsCode({ workspace: examples, extension: root, token: randomBytes(16).toString("hex") });
}

function interrupted() {
  return new Promise((done) => ["SIGINT", "SIGTERM", "SIGHUP"].forEach((signal) => process.once(signal, done)));
}

/** Only where there is a screen; the address is printed in any case. */
function openInBrowser(address) {
  const opener = process.platform === "darwin" ? "open" : "xdg-open";
  const hasScreen = process.platform === "darwin" || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (hasScreen && isOnPath(opener)) spawn(opener, [address], { stdio: "ignore", detached: true }).unref();
}

function isOnPath(command) {
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  return (process.env.PATH ?? "").split(delimiter).some((folder) => endings.some((ending) => existsSync(join(folder, command + ending))));
}
