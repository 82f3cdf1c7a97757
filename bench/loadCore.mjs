// What the benches of the core share: the core as one bundle, and sorted times of a function.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param contents what to export, if not the core's facade */
export async function loadCore(contents = 'export * from "./server/src/core/index.ts";') {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root, loader: "ts" }, mainFields: ["module", "main"], bundle: true, write: false, format: "cjs", platform: "node", target: "node20" });
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  try {
    writeFileSync(join(folder, "core.cjs"), outputFiles[0].contents);
    return createRequire(import.meta.url)(join(folder, "core.cjs"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds, sorted. */
export function times(act, count) {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
}

export const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
