// What CI holds against the tree besides the tests: types, lint, generated files.
import { spawn } from "node:child_process";
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

/** Side by side, since none of them uses more than one processor; what each of them prints is kept together. */
const results = await Promise.all(checks.map(async ([name, args]) => ({ name, ...(await run(args)) })));
for (const { name, output } of results) console.log(`# ${name}\n${output}`.trimEnd());
const failed = results.filter(({ status }) => status !== 0).map(({ name }) => name);
if (failed.length > 0) {
  console.error(`failed: ${failed.join(", ")}`);
  process.exit(1);
}

function run(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, output: Buffer.concat(chunks).toString("utf8") })));
}
