// Type-checks every project of the tree. core and service are checked without Node or DOM types, so that neither can creep in.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const projects = ["server/tsconfig.pure.json", "server/tsconfig.json", "server/tsconfig.worker.json", "client/tsconfig.json", "client/src/preview/tsconfig.json", "test/tsconfig.json"];
const failed = projects.filter((project) => spawnSync(process.execPath, [tsc, "-p", project], { stdio: "inherit" }).status !== 0);
if (failed.length > 0) {
  console.error(`type check failed: ${failed.join(", ")}`);
  process.exit(1);
}
