import { NotificationType, RequestType, type Connection } from "vscode-languageserver";
import type { DraftStatus, Snapshot } from "../service/service.js";
import type { Client } from "./client.js";
import { describe, type Log } from "./log.js";

/** Server to client after each check, to clients that have asked for it in `initializationOptions` (`status: true`). */
export const statusNotification = new NotificationType<DraftStatus>("nianbao/status");

export interface StatusParams {
  readonly textDocument: { readonly uri: string };
}

/** Client to server: the same on request; null for a document that is not open. */
export const statusRequest = new RequestType<StatusParams, DraftStatus | null, void>("nianbao/status");

/** Says which form a draft has been checked by, together with what was found. */
export class Statuses {
  private readonly known = new WeakMap<Snapshot, DraftStatus>();

  constructor(
    private readonly connection: Connection,
    private readonly client: Pick<Client, "showsStatus">,
    private readonly log: Log,
  ) {}

  note(status: DraftStatus, snapshot: Snapshot): void {
    if (this.client.showsStatus) this.known.set(snapshot, status);
  }

  tell(snapshot: Snapshot): void {
    const status = this.known.get(snapshot);
    if (status === undefined) return;
    this.connection.sendNotification(statusNotification, status).catch((error: unknown) => this.log(describe("nianbao/status", error)));
  }
}
