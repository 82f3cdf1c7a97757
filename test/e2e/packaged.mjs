// Part three: the package that users install shows the same findings as the tree that it was built from.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage } from "../../scripts/package.mjs";
import { startVsCode } from "../../scripts/vscode-server.mjs";
import { looks, Window } from "./windowOf.mjs";
import { cache, freshWorkspace, reportName } from "./workspace.mjs";

const missing = "## 六、其他需要报告的事项";

export async function runPackaged(tally, browser) {
  const workspace = freshWorkspace("packaged");
  const file = join(workspace, reportName);
  writeFileSync(file, readFileSync(file, "utf8").replace(missing, ""));
  await tally.test("package: installed from the .vsix, it underlines the same faults", async () => {
    const vsix = join(cache, "nianbao.vsix");
    buildPackage(vsix);
    const vsCode = await startVsCode({ workspace, vsix, settings: looks });
    const window = await Window.open(browser, vsCode.address(file));
    try {
      await window.openProblems();
      const problem = window.problems.filter({ hasText: "其他需要报告的事项" }).first();
      await problem.waitFor({ timeout: 60_000 });
      assert.match(await problem.innerText(), /section-missing/);
      await problem.dblclick();
      await window.squiggles.first().waitFor();
    } finally {
      await window.page.close();
      await vsCode.stop();
    }
  });
}
