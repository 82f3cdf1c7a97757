// The language server as a Web Worker, for VS Code in a browser.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { workerBundles } from "../bundles/worker.js";
import type { Runtime, Timer } from "./runtime.js";
import { startServer } from "./startServer.js";

declare const self: DedicatedWorkerGlobalScope;

/** Browsers have no setImmediate, and their setTimeout(0) waits 4 ms; a message to oneself waits for nothing but its turn. */
function createTimer(): Timer {
  const { port1, port2 } = new MessageChannel();
  const waiting: { callback: (() => void) | undefined }[] = [];
  port1.onmessage = () => waiting.shift()?.callback?.();
  return {
    setImmediate: (callback) => {
      const entry: { callback: (() => void) | undefined } = { callback };
      waiting.push(entry);
      port2.postMessage(undefined);
      return { dispose: () => (entry.callback = undefined) };
    },
    setTimeout: (callback, milliseconds) => {
      const handle = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(handle) };
    },
  };
}

const runtime: Runtime = {
  timer: createTimer(),
  now: () => performance.now(),
  bundles: (assets) => (assets === undefined ? undefined : workerBundles(assets)),
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), runtime);
