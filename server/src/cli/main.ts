/**
 * The command line `nianbao`. Entry of the bundle dist/cli.js, also for the threads of its pool. commands/ has one file
 * per command, input/ turns arguments into drafts, check/ runs the core over many, output/ renders. Nothing in here
 * knows a rule or a form; all of that comes from core/index.
 */
import { workerArgument } from "./check/settings.js";
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

async function main(): Promise<void> {
  const typed = process.argv.slice(2);
  if (typed[0] === workerArgument) {
    const { serveChecks } = await import("./check/worker.js");
    return serveChecks();
  }
  // `nianbao check … | head` closes the pipe early; that is not a fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  process.stderr.on("error", () => process.exit(2));
  process.exitCode = await run(typed, processTerminal());
}

void main();
