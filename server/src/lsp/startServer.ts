import { ErrorCodes, ResponseError, type Connection, type InitializeParams } from "vscode-languageserver";
import { answer } from "./answer.js";
import { initializeResult } from "./capabilities.js";
import { listen } from "./listen.js";
import type { Runtime } from "./runtime.js";
import { createSession } from "./session.js";
import { writingCapabilities } from "./writing.js";

/** Serves one client over a connection, until that ends. Returns at once. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const early = connection.onRequest(() => new ResponseError(ErrorCodes.ServerNotInitialized, "The first request has to be initialize"));
  connection.onInitialize((params: InitializeParams) => {
    early.dispose();
    connection.onInitialize(() => new ResponseError(ErrorCodes.InvalidRequest, "initialize has been sent before"));
    const session = createSession(connection, runtime, params);
    listen(session);
    answer(session);
    return { ...initializeResult, capabilities: { ...initializeResult.capabilities, ...writingCapabilities(session.client) } };
  });
  connection.listen();
}
