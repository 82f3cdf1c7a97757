// Bundles test/e2e/suite into one file for an extension host.
import { join } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../../scripts/prepare.mjs";
import { emptyFolder } from "./workspace.mjs";

const shared = { bundle: true, format: "cjs", external: ["vscode"], sourcemap: "inline", logLevel: "error" };
const kinds = {
  node: { platform: "node", target: "node20" },
  web: { platform: "browser", target: "es2022", define: { global: "globalThis" }, alias: { "node:assert/strict": join(root, "test/e2e/suite/assert.ts") } },
};

/**
 * @param {"node" | "web"} kind
 * @returns {Promise<string>} the path that VS Code takes as extensionTestsPath: it appends ".js" or "/index.js" itself
 */
export async function bundleSuite(kind) {
  const outdir = emptyFolder(`suite-${kind}`);
  await esbuild.build({ ...shared, ...kinds[kind], entryPoints: { index: join(root, "test/e2e/suite/index.ts") }, outdir });
  return join(outdir, "index");
}
