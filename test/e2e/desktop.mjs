// `npm run test:desktop`: the same suite in a desktop VS Code, which @vscode/test-electron downloads. For a laptop with a network and a screen.
import { ensureBuilt, ensureDependencies, root } from "../../scripts/prepare.mjs";

/** Of this version the extension promises to run (engines.vscode); name another by NIANBAO_VSCODE, for example `stable`. */
const oldest = "1.91.1";

ensureDependencies();
ensureBuilt();
// Loaded late: on a clean clone there was nothing to load before.
const { runTests } = await import("@vscode/test-electron");
const { bundleSuite } = await import("./bundleSuite.mjs");
const { emptyFolder, freshWorkspace } = await import("./workspace.mjs");
process.exitCode = await runTests({
  version: process.env.NIANBAO_VSCODE ?? oldest,
  extensionDevelopmentPath: root,
  extensionTestsPath: await bundleSuite("node"),
  launchArgs: [freshWorkspace("desktop"), "--disable-extensions", "--disable-workspace-trust", "--user-data-dir", emptyFolder("desktop-data")],
});
