// Which form a draft is checked by and why, as a language status item. The server tells it after each check.
import { LanguageStatusSeverity, languages, window, workspace, Disposable } from "vscode";
import { NotificationType, type BaseLanguageClient } from "vscode-languageclient";
import { reportSelector } from "./documents.js";
import { say } from "./messages.js";

interface DraftStatus {
  readonly uri: string;
  readonly isReport: boolean;
  readonly edition: string;
  readonly name: string;
  readonly because: string;
  readonly stage: "draft" | "final";
  readonly checkMilliseconds: number;
}

const statusNotification = new NotificationType<DraftStatus>("nianbao/status");

/** What the client says to the server in `initialize`, so that it is told. */
export const wantsStatus = { status: true };

export function showStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem("nianbao.edition", []);
  const known = new Map<string, DraftStatus>();
  const activeUri = (): string | undefined => window.activeTextEditor && client.code2ProtocolConverter.asUri(window.activeTextEditor.document.uri);
  const show = (): void => {
    const status = known.get(activeUri() ?? "");
    // Without a selector the item is shown for no document: a Markdown file that is no report has no form.
    item.selector = status?.isReport === true ? reportSelector : [];
    if (status?.isReport === true) fill(item, status);
  };
  return Disposable.from(
    item,
    client.onNotification(statusNotification, (status) => {
      known.set(status.uri, status);
      // An item that is set anew loses its hover, so a check of another document leaves it alone.
      if (status.uri === activeUri()) show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
  );
}

function fill(item: ReturnType<typeof languages.createLanguageStatusItem>, { edition, name, because, stage, checkMilliseconds }: DraftStatus): void {
  item.name = say("statusName");
  item.severity = LanguageStatusSeverity.Information;
  item.text = say(stage === "final" ? "statusFinal" : "statusDraft", edition);
  item.detail = say("statusDetail", name, because, checkMilliseconds);
  item.command = { command: "nianbao.chooseEdition", title: say("chooseEdition") };
}
