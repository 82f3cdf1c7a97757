// The command 导出: the server writes the report as a Word file or a web page, the user says where it goes.
import { commands, env, UIKind, Uri, window, workspace } from "vscode";
import { RequestType, type BaseLanguageClient } from "vscode-languageclient";
import { say } from "./messages.js";

const targets = ["docx", "html"] as const;

type Target = (typeof targets)[number];

interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly to: Target;
}

interface ExportResult {
  readonly fileName: string;
  readonly encoding: "utf-8" | "base64";
  readonly content: string;
  readonly problems: { readonly error: number };
  /** Cells of the draft's tables that the form has no place for. */
  readonly unplaced: readonly string[];
  /** Cells of which it is not certain which column they belong to. */
  readonly uncertain: readonly string[];
}

const exportRequest = new RequestType<ExportParams, ExportResult | null, void>("nianbao/export");

/** What another extension or a key binding may already know. A file that is there is replaced. */
interface Given {
  readonly to?: Target;
  readonly output?: Uri;
}

/**
 * @param uri the draft; undefined where none is shown
 * @param argument `{ to, output }`, each of which is asked for if it is not given
 * @param home where a draft that lies in no folder goes
 */
export async function exportReport(client: BaseLanguageClient, uri: Uri | undefined, argument: unknown, home: Uri | undefined): Promise<void> {
  if (uri === undefined) return void window.showInformationMessage(say("Open a draft of a report first."));
  const given = givenIn(argument);
  const to = given.to ?? (await askForTarget());
  if (to === undefined) return;
  // The preview of a draft outlives its editor; the server knows open documents only.
  await workspace.openTextDocument(uri);
  const result = await client.sendRequest(exportRequest, { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) }, to });
  if (result === null) return void window.showInformationMessage(say("This is not a report on government information disclosure yet: it needs a title, chapters or tables of the form."));
  const output = given.output ?? (await askForOutput(besideDraft(uri, result.fileName, home), to));
  if (output === undefined) return;
  await workspace.fs.writeFile(output, bytesOf(result));
  tell(output, result, to);
}

function givenIn(argument: unknown): Given {
  if (typeof argument !== "object" || argument === null || argument instanceof Uri) return {};
  const to = "to" in argument ? targets.find((target) => target === argument.to) : undefined;
  const output = "output" in argument && argument.output instanceof Uri ? argument.output : undefined;
  return { ...(to === undefined ? {} : { to }), ...(output === undefined ? {} : { output }) };
}

async function askForTarget(): Promise<Target | undefined> {
  const picks = [
    { label: say("Word file"), description: ".docx", detail: say("For approval and the archive, set as official documents are"), to: "docx" },
    { label: say("Web page"), description: ".html", detail: say("For publication; one file that holds everything"), to: "html" },
  ] as const;
  return (await window.showQuickPick(picks, { title: say("Export the Report") }))?.to;
}

function askForOutput(defaultUri: Uri, to: Target): Thenable<Uri | undefined> {
  const filters = to === "docx" ? { [say("Word file")]: ["docx"] } : { [say("Web page")]: ["html"] };
  return window.showSaveDialog({ title: say("Export the Report"), saveLabel: say("Export"), filters, defaultUri });
}

/** A draft that is not saved yet lies nowhere; it goes into the folder that is open, or home. */
function besideDraft(draft: Uri, fileName: string, home: Uri | undefined): Uri {
  if (draft.scheme !== "untitled") return Uri.joinPath(draft, "..", fileName);
  const folder = workspace.workspaceFolders?.[0]?.uri ?? home;
  return folder === undefined ? Uri.file(fileName) : Uri.joinPath(folder, fileName);
}

function bytesOf({ encoding, content }: ExportResult): Uint8Array {
  return encoding === "utf-8" ? new TextEncoder().encode(content) : Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

/** Not awaited: the message stays until the user closes it. */
function tell(output: Uri, { problems, unplaced, uncertain }: ExportResult, to: Target): void {
  const name = output.path.slice(output.path.lastIndexOf("/") + 1);
  const [open, show, problemsOf] = [say("Open"), say("Show in Folder"), say("Show Problems")];
  const act = (answer: string | undefined): void => {
    if (answer === open) void openFile(output, to);
    if (answer === show) void commands.executeCommand(isLocal(output) ? "revealFileInOS" : "revealInExplorer", output);
    if (answer === problemsOf) void commands.executeCommand("workbench.actions.view.problems");
  };
  const left = [
    unplaced.length === 0 ? "" : say(" {0} cells of its tables have no place in the form and were left out: {1}", unplaced.length, unplaced.join("、")),
    uncertain.length === 0 ? "" : say(" {0} cells of its tables were left out, since which column they belong to cannot be told: {1}", uncertain.length, uncertain.join("、")),
  ].join(" ");
  if (problems.error === 0 && left === "") void window.showInformationMessage(say("{0} was exported.", name), open, show).then(act);
  else void window.showWarningMessage(`${problems.error === 0 ? say("{0} was exported.", name) : say("{0} was exported with {1} errors in it.", name, problems.error)}${left}`, problemsOf, open, show).then(act);
}

/** Word and the browser open what lies on this machine; elsewhere VS Code shows what it can. */
async function openFile(uri: Uri, to: Target): Promise<void> {
  if (isLocal(uri)) await env.openExternal(uri);
  else await commands.executeCommand(to === "html" ? "vscode.open" : "revealInExplorer", uri);
}

function isLocal({ scheme }: Uri): boolean {
  return scheme === "file" && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
}
