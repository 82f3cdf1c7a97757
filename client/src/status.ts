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
  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const status = document === undefined ? undefined : known.get(client.code2ProtocolConverter.asUri(document.uri));
    // Without a selector the item is shown for no document: a Markdown file that is no report has no form.
    item.selector = status?.isReport === true ? reportSelector : [];
    if (status?.isReport === true) fill(item, status);
  };
  return Disposable.from(
    item,
    client.onNotification(statusNotification, (status) => {
      known.set(status.uri, status);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
  );
}

function fill(item: ReturnType<typeof languages.createLanguageStatusItem>, { edition, name, because, stage, checkMilliseconds }: DraftStatus): void {
  item.name = say("Form of the Report");
  item.severity = LanguageStatusSeverity.Information;
  item.text = say(stage === "final" ? "Report form {0} (final)" : "Report form {0} (draft)", edition);
  item.detail = say("{0}. {1}. Checked in {2} ms", name, because, checkMilliseconds);
  item.command = { command: "nianbao.chooseEdition", title: say("Change") };
}
