import { ErrorCodes, LSPErrorCodes, RequestType, ResponseError, type CancellationToken } from "vscode-languageserver";
import { htmlPage } from "../export/html.js";
import { fileNameOf, printedReport, shortcomingsOf, type CheckedDraft, type PrintedReport, type Shortcomings } from "../export/printed.js";
import { recordOf } from "./client.js";
import type { Handlers } from "./handlers.js";
import { draftOf, type Session } from "./session.js";

export const exportTargets = ["html", "docx"] as const;

export type ExportTarget = (typeof exportTargets)[number];

export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly to: ExportTarget;
}

/** `content` is text in the encoding "utf-8", bytes in "base64". */
export interface ExportResult extends Shortcomings {
  /** The report's usual name, with the extension. */
  readonly fileName: string;
  readonly encoding: "utf-8" | "base64";
  readonly content: string;
}

/** Client to server: the report as a web page or a Word file; null for a document that is not open or no such report. */
export const exportRequest = new RequestType<ExportParams, ExportResult | null, void>("nianbao/export");

/** An empty file would be no answer. */
const exportFailed = new ResponseError(ErrorCodes.InternalError, "没有导出，详情见输出面板 / Nothing was exported; see the output panel");

export function answerExport(session: Session, handlers: Handlers): void {
  const answer = async (params: ExportParams, token: CancellationToken): Promise<ExportResult | null> => {
    const to = targetOf(params);
    const draft = await draftOf(session, params.textDocument.uri, token);
    if (draft?.analysis.report.isReport !== true) return null;
    const checked: CheckedDraft = { text: draft.snapshot.text, analysis: draft.analysis, options: draft.options };
    const report = printedReport(checked, session.converter);
    return { fileName: fileNameOf(report, to), ...(await written(session, report, to)), ...shortcomingsOf(checked) };
  };
  session.connection.onRequest(exportRequest, handlers.guarded<ExportParams, ExportResult | null>("nianbao/export", exportFailed, answer));
}

function targetOf(params: unknown): ExportTarget {
  const { to } = recordOf(params);
  const target = exportTargets.find((candidate) => candidate === to);
  if (target === undefined) throw new ResponseError(ErrorCodes.InvalidParams, "to：应当是 html 或 docx / html or docx");
  return target;
}

async function written({ writeDocx }: Session, report: PrintedReport, to: ExportTarget): Promise<Pick<ExportResult, "encoding" | "content">> {
  if (to === "html") return { encoding: "utf-8", content: htmlPage(report) };
  if (writeDocx === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, "客户端没有说明 docx.js 在哪里（initializationOptions.assets） / the client has not said where docx.js lies (initializationOptions.assets)");
  return { encoding: "base64", content: await writeDocx(report) };
}
