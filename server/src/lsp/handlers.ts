import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";
import { describe, type Log } from "./log.js";

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;
type GuardedHandler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result | ResponseError>;

/** Wraps every handler of a request: nothing that goes wrong in one may reach the client as a stack, or end the server. */
export class Handlers {
  private stopped = false;

  constructor(private readonly log: Log) {}

  /** After `shutdown` every request is refused, as the protocol demands. */
  stop(): void {
    this.stopped = true;
  }

  /**
   * Answers with the result of `handle`; with RequestCancelled once the client has cancelled; with `fallback` where
   * `handle` throws, which is then logged under `label`. A ResponseError that `handle` throws goes to the client.
   */
  guarded<Params, Result>(label: string, fallback: Result | ResponseError, handle: Handler<Params, Result>): GuardedHandler<Params, Result> {
    return async (params, token) => {
      if (this.stopped) return new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down");
      try {
        const result = token.isCancellationRequested ? fallback : await handle(params, token);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        if (token.isCancellationRequested) return cancelled();
        if (error instanceof ResponseError) return error;
        this.log(describe(label, error));
        return fallback;
      }
    };
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled by the client");
}
