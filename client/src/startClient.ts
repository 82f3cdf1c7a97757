// The client: starts the server and gives it what only VS Code knows (documents, settings, commands). It knows nothing about reports.
// extension.ts and extension.browser.ts differ only in how a server is started.
import { commands, window, type Disposable, type ExtensionContext, type LogOutputChannel, type Uri } from "vscode";
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from "vscode-languageclient";
import { showCellName } from "./cellName.js";
import { cellCommands } from "./cells.js";
import { chooseEdition } from "./chooseEdition.js";
import { reportSelector, withoutCopies } from "./documents.js";
import { explainRule, opensRulePages } from "./explainRule.js";
import { exportReport } from "./exportReport.js";
import { fixActiveEditor, fixOnSave } from "./fixAll.js";
import { say, type Message } from "./messages.js";
import { newReport } from "./newReport.js";
import { Previews } from "./previews.js";
import { runTableAction } from "./refactor.js";
import { saveConfigurationCommand, savesConfiguration } from "./savedConfiguration.js";
import { showSelectionStatistics } from "./selectionStatistics.js";
import { showStatus, wantsStatus } from "./status.js";

/** What differs between Node and the browser. */
export interface Host {
  /** Makes a client that is not started yet; the host decides how the server runs. */
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  readonly initializationOptions?: object;
  /** Where files of nobody's folder go. */
  readonly home?: Uri;
}

const clientId = "nianbao";
const clientName = "Nianbao 年报";

/** Registers commands at once and starts the server. A server that does not start leaves VS Code as it was, with one message. */
export async function startClient(context: ExtensionContext, host: Host): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel(clientName, { log: true });
  const client = host.createClient(clientId, clientName, {
    documentSelector: reportSelector,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { ...withoutCopies, ...savesConfiguration },
    initializationOptions: { ...host.initializationOptions, ...wantsStatus, ...opensRulePages },
  });
  const previews = new Previews(client, context, (error) => void reportFailure(output, error));
  context.subscriptions.push(output, ...registerCommands(client, output, context, previews, host), fixOnSave(client), showStatus(client), showSelectionStatistics(client), showCellName(client));
  await client.start().catch((error: unknown) => reportFailure(output, error, "The report checker is not running. See the output panel “Nianbao 年报”."));
  return client;
}

function registerCommands(client: BaseLanguageClient, output: LogOutputChannel, context: ExtensionContext, previews: Previews, { home }: Host): readonly Disposable[] {
  const register = (name: string, run: (argument: unknown) => Promise<void>) =>
    commands.registerCommand(name, (argument: unknown) => run(argument).catch((error: unknown) => reportFailure(output, error)));
  return [
    register("nianbao.newReport", (argument) => newReport(client, argument)),
    register("nianbao.openPreview", (argument) => previews.show(argument)),
    register("nianbao.export", (argument) => exportReport(client, previews.documentOf(argument), argument, home)),
    register("nianbao.chooseEdition", () => chooseEdition(client, context)),
    register("nianbao.explainRule", (code) => explainRule(context, code)),
    register("nianbao.fixAll", () => fixActiveEditor(client)),
    register("nianbao.fillTotals", () => runTableAction(client, "totals")),
    register("nianbao.fillRest", () => runTableAction(client, "rest")),
    register("nianbao.rewriteTable", () => runTableAction(client, "table")),
    ...cellCommands(client),
    saveConfigurationCommand(),
    commands.registerCommand("nianbao.showOutput", () => output.show()),
  ];
}

async function reportFailure(output: LogOutputChannel, error: unknown, message: Message = "That did not work. See the output panel “Nianbao 年报”."): Promise<void> {
  output.error(error instanceof Error ? error : String(error));
  // Not awaited: the message stays until the user closes it.
  void window.showErrorMessage(say(message), say("Show Output")).then((answer) => answer && output.show());
}
