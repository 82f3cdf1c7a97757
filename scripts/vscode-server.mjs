// Starts the VS Code server of the runtime on a free loopback port, with a data folder of its own that is removed afterwards.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ensureRuntime } from "./vscode-runtime.mjs";

/** What every window gets: nothing that talks to the outside, nothing that covers the draft. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

const startTimeout = 60_000;

/**
 * @param {object} options
 * @param {string} options.workspace     folder to open
 * @param {string} [options.extension]   folder of an extension under development
 * @param {string} [options.tests]       test bundle that VS Code runs inside the extension host
 * @param {string} [options.vsix]        packaged extension to install first
 * @param {string} [options.token]       secret that the address must carry; without it any local process may connect
 * @param {object} [options.settings]    user settings on top of the quiet ones
 * @returns {Promise<{ address(openFile?: string): string, stop(): Promise<void>, exited: Promise<void> }>}
 */
export async function startVsCode({ workspace, extension, tests, vsix, token, settings }) {
  const { node, serverMain } = ensureRuntime();
  const home = mkdtempSync(join(tmpdir(), "nianbao-vscode-"));
  writeSettings(home, { ...quietSettings, ...settings });
  const environment = cleanEnvironment();
  const folders = ["--server-data-dir", join(home, "data"), "--user-data-dir", join(home, "data"), "--extensions-dir", join(home, "extensions"), "--accept-server-license-terms"];
  if (vsix !== undefined) execFileSync(node, [serverMain, ...folders, "--install-extension", vsix], { env: environment, stdio: "pipe" });
  const server = spawn(node, [serverMain, ...serverArguments(token), ...folders], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise((done) => server.once("exit", () => done()));
  // The folder goes last: a server that is being stopped still writes its logs.
  const stop = async () => {
    server.kill();
    await exited;
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const port = await listeningPort(server);
    return { stop, exited, address: (openFile) => addressOf({ port, workspace, extension, tests, token, openFile }) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function writeSettings(home, settings) {
  mkdirSync(join(home, "data/User"), { recursive: true });
  writeFileSync(join(home, "data/User/settings.json"), JSON.stringify(settings, undefined, 2));
}

/** No extension gallery, and no Node options of a test runner or debugger above us. */
function cleanEnvironment() {
  const environment = { ...process.env, EXTENSIONS_GALLERY: "{}" };
  for (const name of ["NODE_OPTIONS", "VSCODE_IPC_HOOK_CLI", "ELECTRON_RUN_AS_NODE"]) delete environment[name];
  return environment;
}

function serverArguments(token) {
  const access = token === undefined ? ["--without-connection-token"] : ["--connection-token", token];
  // The smoke test driver is what makes VS Code read extensionDevelopmentPath and extensionTestsPath from the address.
  return ["--host", "127.0.0.1", "--port", "0", ...access, "--telemetry-level", "off", "--disable-workspace-trust", "--enable-smoke-test-driver"];
}

function listeningPort(server) {
  return new Promise((done, fail) => {
    let output = "";
    const giveUp = (reason) => fail(new Error(`VS Code 服务没有启动 / the VS Code server did not start (${reason})\n${output}`));
    const timer = setTimeout(() => giveUp("timeout"), startTimeout);
    const read = (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      done(Number(port));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", (code) => giveUp(`exit ${code}`));
  });
}

function addressOf({ port, workspace, extension, tests, token, openFile }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
  const payload = [
    ["skipWelcome", "true"],
    ...(extension === undefined ? [] : [["extensionDevelopmentPath", remote(extension)]]),
    ...(tests === undefined ? [] : [["extensionTestsPath", remote(tests)]]),
    ...(openFile === undefined ? [] : [["openFile", remote(openFile)]]),
  ];
  const query = new URLSearchParams({ ...(token !== undefined && { tkn: token }), folder: resolve(workspace), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
