// The command 新建年报: asks for organ and year, lets the server fill in the official form, opens the result as an unsaved draft.
import { Uri, window, workspace, WorkspaceEdit, type TextDocument } from "vscode";
import { RequestType, type BaseLanguageClient } from "vscode-languageclient";
import { say } from "./messages.js";

interface NewReportParams {
  readonly organ: string;
  readonly year: number;
}

interface NewReportResult {
  readonly text: string;
  readonly fileName: string;
}

const newReportRequest = new RequestType<NewReportParams, NewReportResult, void>("nianbao/newReport");

/** The first year of the regulation on government information disclosure. */
const firstYear = 2008;

/** @param given organ and year, when another extension or a key binding already knows them */
export async function newReport(client: BaseLanguageClient, given: unknown): Promise<void> {
  const params = isParams(given) ? given : await askForParams();
  if (params === undefined) return;
  const report = await client.sendRequest(newReportRequest, params);
  await window.showTextDocument(await openUnsaved(report));
}

async function askForParams(): Promise<NewReportParams | undefined> {
  const organ = await askForOrgan();
  if (organ === undefined) return undefined;
  const year = await askForYear();
  return year === undefined ? undefined : { organ: organ.trim(), year: Number(year) };
}

function askForOrgan(): Thenable<string | undefined> {
  return window.showInputBox({
    title: say("New report (1/2): name of the organ"),
    prompt: say("Goes into the title, for example 云溪县人民政府 or 云溪县"),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? say("Enter the name of the organ") : undefined),
  });
}

function askForYear(): Thenable<string | undefined> {
  const thisYear = new Date().getFullYear();
  return window.showInputBox({
    title: say("New report (2/2): reporting year"),
    prompt: say("The year that the numbers cover (not the year of publication)"),
    // A report is written in the months after its year has ended.
    value: String(thisYear - 1),
    ignoreFocusOut: true,
    validateInput: (text) => (isYear(text, thisYear) ? undefined : say("Enter a year from 2008 to {0}", thisYear)),
  });
}

function isYear(text: string, newest: number): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= firstYear && Number(text) <= newest;
}

function isParams(value: unknown): value is NewReportParams {
  if (typeof value !== "object" || value === null) return false;
  return "organ" in value && typeof value.organ === "string" && "year" in value && typeof value.year === "number";
}

/** An unsaved document, if possible under the report's usual name in the open folder, so that saving needs no further question. */
async function openUnsaved({ text, fileName }: NewReportResult): Promise<TextDocument> {
  const named = await openUnderName(fileName);
  if (named === undefined) return workspace.openTextDocument({ language: "nianbao", content: text });
  const edit = new WorkspaceEdit();
  edit.insert(named.uri, named.positionAt(0), text);
  await workspace.applyEdit(edit);
  return named;
}

/** Undefined without a folder, and when the name is taken: by a file (then VS Code refuses) or by a draft that is not saved yet. */
async function openUnderName(fileName: string): Promise<TextDocument | undefined> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) return undefined;
  const uri = Uri.joinPath(folder.uri, fileName).with({ scheme: "untitled" });
  try {
    const document = await workspace.openTextDocument(uri);
    return document.getText() === "" ? document : undefined;
  } catch {
    return undefined;
  }
}
