import { createRequire } from "node:module";
import { join } from "node:path";
import { noOperands, type Arguments } from "../arguments.js";
import type { ExitCode } from "../terminal.js";

/** Starts the language server of the sibling bundle in this process; it ends the process when its client leaves. */
export function lsp(args: Arguments): ExitCode {
  noOperands(args, "lsp");
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  createRequire(__filename)(join(__dirname, "server.js"));
  return 0;
}
