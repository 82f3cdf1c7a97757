// A language client for tests: the real server in a process of its own, and a verb for each thing that an editor does. It waits
// for the message that carries the version, never for time.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  PortMessageReader,
  PortMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type InitializeParams,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";

/** The folder of the bundles under test. */
export const distribution = join(process.cwd(), process.env["NIANBAO_DIST"] ?? "dist");
const serverFile = join(distribution, "server.js");
const workerFile = join(distribution, "web/server.js");

/** What VS Code can do, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

export interface ServerOptions {
  readonly transport?: "stdio" | "ipc" | "worker";
  readonly capabilities?: ClientCapabilities;
  readonly settings?: object;
  readonly initialize?: Partial<InitializeParams>;
}

type Published = PublishDiagnosticsParams;

interface Waiting {
  readonly matches: (published: Published) => boolean;
  readonly resolve: (published: Published) => void;
}

/** Starts a server, initializes it, runs the test and ends the server, whatever happens. */
export async function withServer(options: ServerOptions, test: (client: TestClient) => Promise<void>): Promise<void> {
  const client = startServer(options);
  try {
    await client.initialize(options);
    await test(client);
  } finally {
    client.kill();
  }
}

/** Where a server runs. */
interface Host {
  readonly exited: Promise<unknown[]>;
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Breaks the connection off, as an editor does that has crashed. */
  hangUp(): void;
  kill(): void;
}

/** The server with a client that has not said anything yet. */
export function startServer({ transport = "stdio", settings = {} }: ServerOptions = {}): TestClient {
  return new TestClient(hosts[transport](), settings);
}

const hosts: Readonly<Record<NonNullable<ServerOptions["transport"]>, () => Host>> = { stdio, ipc, worker };

function stdio(): Host {
  const child = spawn(process.execPath, [serverFile, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  return { exited: once(child, "exit"), reader: new StreamMessageReader(child.stdout), writer: new StreamMessageWriter(child.stdin), hangUp: () => child.stdin.end(), kill: () => child.kill() };
}

function ipc(): Host {
  const child = fork(serverFile, ["--node-ipc"], { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  return { exited: once(child, "exit"), reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child), hangUp: () => child.disconnect(), kill: () => child.kill() };
}

/** The bundle for browsers in a thread that looks like a Web Worker, as far as the server asks. */
function worker(): Host {
  const thread = new Worker(likeWebWorker, { eval: true, workerData: workerFile });
  const end = () => void thread.terminate();
  return { exited: once(thread, "exit"), reader: new PortMessageReader(thread), writer: new PortMessageWriter(thread), hangUp: end, kill: end };
}

const likeWebWorker = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readFileSync } = require("node:fs");
  const { runInThisContext } = require("node:vm");
  globalThis.self = globalThis;
  globalThis.addEventListener = () => undefined;
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.importScripts = (...addresses) => addresses.forEach((address) => runInThisContext(readFileSync(new URL(address), "utf8")));
  parentPort.on("message", (data) => globalThis.onmessage({ data }));
  runInThisContext(readFileSync(workerData, "utf8"), { filename: workerData });
`;

/** What the client in a browser tells its server: where the conversion tables lie. */
export const workerAssets = `${pathToFileURL(join(distribution, "web")).href}/`;

export class TestClient {
  readonly connection: ProtocolConnection;
  readonly published: Published[] = [];
  readonly registrations: Registration[] = [];
  readonly logged: string[] = [];
  private readonly waiting = new Set<Waiting>();

  constructor(
    private readonly host: Host,
    public settings: object,
  ) {
    this.connection = createProtocolConnection(host.reader, host.writer);
    this.connection.onNotification("textDocument/publishDiagnostics", (params: Published) => this.received(params));
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.logged.push(message));
    this.connection.onRequest("client/registerCapability", (params: { registrations: Registration[] }) => void this.registrations.push(...params.registrations));
    this.connection.onRequest("workspace/configuration", ({ items }: { items: object[] }) => items.map(() => this.settings));
    this.connection.listen();
  }

  async initialize({ capabilities = fullCapabilities, initialize = {} }: ServerOptions = {}): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, locale: "zh-cn", capabilities, ...initialize };
    const result = await this.connection.sendRequest<InitializeResult>("initialize", params);
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  async open(uri: string, text: string, { version = 1, languageId = "nianbao" } = {}): Promise<void> {
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  async edit(uri: string, version: number, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  replace(uri: string, version: number, text: string): Promise<void> {
    return this.edit(uri, version, [{ text }]);
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** New settings, said in both ways that there are: the server may ask for them or take them as they come. */
  async configure(settings: object): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: { nianbao: settings } });
  }

  /** What was published for this version, now or as soon as it is. */
  async diagnosticsFor(uri: string, version: number): Promise<Diagnostic[]> {
    const matches = (published: Published) => published.uri === uri && published.version === version;
    return (this.published.findLast(matches) ?? (await this.next(matches))).diagnostics;
  }

  /** Opens a document and waits for what is found in it. */
  async check(uri: string, text: string, document: { version?: number; languageId?: string } = {}): Promise<Diagnostic[]> {
    const published = this.next((candidate) => candidate.uri === uri);
    await this.open(uri, text, document);
    return (await published).diagnostics;
  }

  /** The next message about a document from now on. */
  async nextDiagnostics(uri: string): Promise<Published> {
    return this.next((published) => published.uri === uri);
  }

  publishedFor(uri: string): Published[] {
    return this.published.filter((published) => published.uri === uri);
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return this.connection.sendRequest<CodeAction[]>("textDocument/codeAction", params);
  }

  async symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
  }

  async folding(uri: string): Promise<FoldingRange[]> {
    return this.connection.sendRequest<FoldingRange[]>("textDocument/foldingRange", { textDocument: { uri } });
  }

  /** Shuts the server down as the protocol has it. @returns its exit code */
  async stop(): Promise<unknown> {
    await this.connection.sendRequest("shutdown");
    return this.exit();
  }

  /** @returns the exit code */
  async exit(): Promise<unknown> {
    await this.connection.sendNotification("exit");
    return this.exitCode();
  }

  hangUp(): void {
    this.host.hangUp();
  }

  async exitCode(): Promise<unknown> {
    const [code] = await this.host.exited;
    return code;
  }

  kill(): void {
    this.connection.dispose();
    this.host.kill();
  }

  private received(published: Published): void {
    this.published.push(published);
    for (const entry of this.waiting) {
      if (!entry.matches(published)) continue;
      this.waiting.delete(entry);
      entry.resolve(published);
    }
  }

  private next(matches: Waiting["matches"]): Promise<Published> {
    return new Promise((resolve) => void this.waiting.add({ matches, resolve }));
  }
}

/** A text with the edits of a code action in it, whichever form they come in. */
export function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? Object.values(edit?.changes ?? {}).flat();
  const textEdits = changes.flatMap((change) => ("newText" in change ? [change] : []));
  return TextDocument.applyEdits(TextDocument.create("file:///applied.md", "nianbao", 0, text), textEdits);
}

/** The range of the first occurrence. Throws if there is none. */
export function rangeOf(text: string, found: string): Range {
  const start = text.indexOf(found);
  if (start === -1) throw new Error(`the draft does not contain ${found}`);
  const document = TextDocument.create("file:///range.md", "nianbao", 0, text);
  return { start: document.positionAt(start), end: document.positionAt(start + found.length) };
}
