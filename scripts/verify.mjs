// What CI holds against the tree besides the tests: types, lint, generated files.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ensureDependencies, root } from "./prepare.mjs";

process.chdir(root);
ensureDependencies();
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");
const checks = [
  ["type check", ["scripts/typecheck.mjs"]],
  ["lint", [eslint, ".", "--max-warnings", "0"]],
  ["generated files", ["scripts/generate.mjs", "--check"]],
];
const failed = checks.filter(([name, args]) => {
  console.log(`# ${name}`);
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) {
  console.error(`failed: ${failed.map(([name]) => name).join(", ")}`);
  process.exit(1);
}
