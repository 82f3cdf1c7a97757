// What every entry point of the project needs first: the dependencies of the lock file, and the bundles. Node built-ins only, since
// on a clean clone there is nothing else yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, "package-lock.json");
/** npm's own record of what it has put into node_modules. */
const installedFile = join(root, "node_modules/.package-lock.json");
const stampFile = join(root, "node_modules/.nianbao-lock-hash");

/** Makes node_modules agree with the lock file. Does nothing, in a few milliseconds, if it already does. Package scripts are never run. */
export function ensureDependencies() {
  const wanted = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  if (!isInstalled()) {
    console.log("正在安装依赖… / Installing dependencies…");
    runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], root);
  }
  writeFileSync(stampFile, wanted);
}

/** Whether somebody's own `npm install` has already put the locked versions there. Packages for other platforms need not be. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(lockFile).filter(([path, entry]) => path.startsWith("node_modules/") && !entry.link && !entry.optional);
  const installed = new Map(packagesOf(installedFile));
  return wanted.every(([path, { version }]) => installed.get(path)?.version === version);
}

function packagesOf(file) {
  return Object.entries(JSON.parse(readFileSync(file, "utf8")).packages);
}

/** Builds every bundle into dist/. Always: it takes less time than finding out whether it is needed. */
export function ensureBuilt() {
  run(process.execPath, [join(root, "esbuild.mjs")], root);
}

/** Runs the npm on the PATH, with the user's own configuration. Throws when it fails. */
export function runNpm(args, cwd) {
  // On Windows npm is a .cmd file, which only a shell starts.
  run("npm", args, cwd, { shell: process.platform === "win32" });
}

function run(command, args, cwd, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit", ...options });
  if (error !== undefined) throw new Error(`${command} 无法启动 / cannot be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} 失败 / failed (${status ?? "signal"})`);
}
