// The language server as a process of Node: `node dist/server.js --stdio`, or --node-ipc when an editor forks it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { nodeBundles } from "../bundles/node.js";
import type { Runtime } from "./runtime.js";
import { startServer } from "./startServer.js";

const runtime: Runtime = {
  timer: {
    setImmediate: (callback) => {
      const handle = setImmediate(callback);
      return { dispose: () => clearImmediate(handle) };
    },
    setTimeout: (callback, milliseconds) => {
      const handle = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(handle) };
    },
  },
  now: () => performance.now(),
  bundles: () => nodeBundles(),
  readFile: readTextFile,
  listFiles: async (folder) => (folder.startsWith("file:") ? (await draftsBelow(fileURLToPath(folder))).map((path) => pathToFileURL(path).href) : []),
};

const draftName = /\.(?:md|txt|nianbao)$/i;
/** Folders of tools, in which nobody keeps reports. */
const skipped: ReadonlySet<string> = new Set(["node_modules", ".git", "dist"]);

/** Links are not followed, since they may lead back. A folder that cannot be read has no files. */
async function draftsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.isFile() && draftName.test(entry.name)) found.push(join(folder, entry.name));
    else if (entry.isDirectory() && !skipped.has(entry.name)) found.push(...(await draftsBelow(join(folder, entry.name))));
  }
  return found;
}

async function readTextFile(uri: string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(uri), "utf8");
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    if (isAbsent) return undefined;
    throw error;
  }
}

function main(): void {
  const isForked = process.argv.includes("--node-ipc") && process.send !== undefined;
  if (!isForked && !process.argv.includes("--stdio")) {
    process.stderr.write("用法：node server.js --stdio（或由编辑器以 --node-ipc 启动） / Usage: node server.js --stdio (or --node-ipc when forked by an editor)\n");
    process.exit(2);
  }
  // An editor that is gone without a word leaves its channel closed; over stdio the connection sees to it itself.
  process.on("disconnect", () => process.exit(1));
  startServer(createConnection(), runtime);
}

main();
