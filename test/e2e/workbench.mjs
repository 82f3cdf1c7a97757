// Part two: journeys through the real workbench, by mouse and keyboard, in one window. `node test/e2e/workbench.mjs --screenshots` also takes
// the pictures of the documentation, into docs/images/; otherwise they go to .cache/e2e/screenshots/, where a failed run can be looked at.
// `node test/e2e/workbench.mjs reading` runs one journey alone.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/prepare.mjs";
import { startVsCode } from "../../scripts/vscode-server.mjs";
import { launchBrowser } from "./browser.mjs";
import { formJourney } from "./formJourney.mjs";
import { mendingJourney } from "./mendingJourney.mjs";
import { takePicture } from "./pictures.mjs";
import { previewJourney } from "./previewJourney.mjs";
import { prepareReading, readingJourney } from "./readingJourney.mjs";
import { Tally } from "./tally.mjs";
import { looks, Window } from "./windowOf.mjs";
import { cache, freshWorkspace, reportName } from "./workspace.mjs";

/** In this order; each begins with the report open, and all but the last leave it as it was. */
const journeys = { preview: previewJourney, form: formJourney, reading: readingJourney, mending: mendingJourney };

export async function runWorkbench(tally, browser, { pictures = join(cache, "screenshots"), names = Object.keys(journeys) } = {}) {
  const workspace = freshWorkspace("workbench");
  const file = join(workspace, reportName);
  prepareReading(workspace);
  const vsCode = await startVsCode({ workspace, extension: root, settings: looks });
  let window;
  try {
    window = await Window.open(browser, vsCode.address(file));
    await window.closeSideBar();
    const picture = (name, part) => takePicture(window, pictures, name, part);
    for (const name of names) {
      await journeys[name]({ tally, window, workspace, file, folderAddress: vsCode.address(), picture });
      await window.resize();
    }
    if (tally.failed > 0) await takePicture(window, join(cache, "screenshots"), "failed");
  } finally {
    await window?.page.close();
    await vsCode.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = new Tally();
  const browser = await launchBrowser();
  const words = process.argv.slice(2);
  const names = words.filter((word) => word in journeys);
  const wanted = { ...(words.includes("--screenshots") && { pictures: join(root, "docs/images") }), ...(names.length > 0 && { names }) };
  await runWorkbench(tally, browser, wanted).finally(() => browser.close());
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
