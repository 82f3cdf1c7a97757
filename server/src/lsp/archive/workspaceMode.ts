import type { Connection } from "vscode-languageserver";
import { recordOf, type Client } from "../client.js";
import { describe, type Log } from "../log.js";
import { section } from "../settings.js";

/** Whether the user wants to see what is wrong in the reports of the workspace that are not open (`nianbao.workspaceDiagnostics`). */
export async function wantsWorkspaceDiagnostics(connection: Connection, client: Client, pushed: unknown, log: Log): Promise<boolean> {
  const settings = client.pullsSettings ? await pulled(connection, log) : pushed;
  const outer = recordOf(settings);
  const own = section in outer ? recordOf(outer[section]) : outer;
  return own["workspaceDiagnostics"] === "workspace";
}

async function pulled(connection: Connection, log: Log): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration({ section });
  } catch (error) {
    log(describe("workspace/configuration", error));
    return undefined;
  }
}
