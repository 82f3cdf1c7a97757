// What VS Code calls inside its extension host: runs every test file of this folder and prints one line for each test. The same source runs
// in the extension host of the server (extensionHost.mjs), of the desktop (desktop.mjs) and of the web (webHost.mjs), which is why it takes
// Mocha's browser build: that one needs neither files nor a Node that can require ES modules.
import "mocha/mocha.js";
import type MochaClass from "mocha";

declare const Mocha: typeof MochaClass;
declare const module: { exports: unknown };

/** Marks our lines among everything else that VS Code prints. The runner strips it. */
const mark = "nianbao-e2e: ";

async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", reporter: Mocha.reporters.Base, timeout: 20_000 });
  // Makes `suite` and `test` global, as Mocha itself does before it loads a file.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./all.js");
  const failures = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    runner.on("pass", (test) => console.log(`${mark}ok ${test.fullTitle()}`));
    runner.on("pending", (test) => console.log(`${mark}skip ${test.fullTitle()}`));
    runner.on("fail", (test, error: Error) => console.log(`${mark}not ok ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

// Mocha's own build sets module.exports when it is loaded, so ours are set after it.
module.exports = { run };
