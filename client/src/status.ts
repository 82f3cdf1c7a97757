// Which form a draft is checked by, why, and what a check takes: language status items, one below the other. The server tells it after each check.
import { languages, window, workspace, Disposable, type LanguageStatusItem } from "vscode";
import { NotificationType, type BaseLanguageClient } from "vscode-languageclient";
import { adoptReports } from "./adoptReports.js";
import { reportSelector } from "./documents.js";
import { say } from "./messages.js";

interface DraftStatus {
  readonly uri: string;
  readonly isReport: boolean;
  readonly edition: string;
  readonly because: string;
  readonly stage: "draft" | "final";
  readonly checkMilliseconds: number;
}

const statusNotification = new NotificationType<DraftStatus>("nianbao/status");

/** What the client says to the server in `initialize`, so that it is told. */
export const wantsStatus = { status: true };

export function showStatus(client: BaseLanguageClient): Disposable {
  // A line is cut off where it is longer than some forty Chinese characters: hence three of them. VS Code shows them in the order of their names.
  const [form, reason, check] = [createLine("edition"), createLine("reason"), createLine("time")];
  const lines = [form, reason, check];
  const known = new Map<string, DraftStatus>();
  const adopt = adoptReports();
  const activeUri = (): string | undefined => window.activeTextEditor && client.code2ProtocolConverter.asUri(window.activeTextEditor.document.uri);
  const show = (): void => {
    const status = known.get(activeUri() ?? "");
    const isReport = status?.isReport === true;
    // Without a selector a line is shown for no document: a Markdown file that is no report has no form.
    for (const line of lines) line.selector = isReport ? reportSelector : [];
    if (isReport) fill({ form, reason, check }, status);
  };
  return Disposable.from(
    ...lines,
    client.onNotification(statusNotification, (status) => {
      known.set(status.uri, status);
      if (status.isReport) void adopt(({ uri }) => client.code2ProtocolConverter.asUri(uri) === status.uri);
      // The hover is closed by whatever is set in it, so a check of another document leaves it alone.
      if (status.uri === activeUri()) show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
  );
}

function createLine(id: string): LanguageStatusItem {
  return languages.createLanguageStatusItem(`nianbao.${id}`, []);
}

function fill({ form, reason, check }: Readonly<Record<"form" | "reason" | "check", LanguageStatusItem>>, { edition, because, stage, checkMilliseconds }: DraftStatus): void {
  form.name = say("Form of the Report");
  form.text = say(stage === "final" ? "Report form {0} (final)" : "Report form {0} (draft)", edition);
  form.command = { command: "nianbao.chooseEdition", title: say("Change") };
  reason.name = say("Reason for the Form");
  reason.text = because;
  check.name = say("Duration of the Check");
  check.text = say("Checked in {0} ms", checkMilliseconds);
}
