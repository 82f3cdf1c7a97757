// `npm run package`: dist/nianbao-VERSION.vsix, from production bundles. Everything is bundled, so no node_modules go in.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies, root } from "./prepare.mjs";

/** Builds everything for production and packs it into the file. */
export function buildPackage(file) {
  ensureDependencies();
  run([join(root, "esbuild.mjs"), "--production"]);
  const vsce = createRequire(import.meta.url).resolve("@vscode/vsce/vsce");
  const license = existsSync(join(root, "LICENSE")) ? [] : ["--skip-license"];
  run([vsce, "package", "--no-dependencies", "--out", file, ...license]);
}

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} 失败 / failed\n${stdout}${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const file = join(root, "dist", `nianbao-${version}.vsix`);
  buildPackage(file);
  console.log(file);
}
