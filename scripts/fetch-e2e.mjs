// What the end-to-end tests need besides the dependencies: a Chromium and a VS Code. `npm test` runs this beside its first tests, since it
// mostly waits for downloads. Does nothing where both are there.
import { ensureChromium } from "./chromium.mjs";
import { ensureRuntime } from "./vscode-runtime.mjs";

ensureChromium();
ensureRuntime();
