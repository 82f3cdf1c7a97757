import { ErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import { editions, writeNewReport } from "../core/index.js";
import { recordOf } from "./client.js";

export interface NewReportParams {
  readonly organ: string;
  /** The reporting year, 2008 or later. */
  readonly year: number;
  readonly edition?: string;
}

export interface NewReportResult {
  readonly text: string;
  readonly fileName: string;
}

export const newReportRequest = new RequestType<NewReportParams, NewReportResult, void>("nianbao/newReport");

/** The year in which the regulation on government information disclosure came into force. */
const firstYear = 2008;

/** An empty document would be no answer. */
export const newReportFailed = new ResponseError(ErrorCodes.InternalError, "没有生成报告，详情见输出面板 / The report was not written; see the output panel");

/** An empty report in the official form. Throws a ResponseError (InvalidParams) that says what is wrong with the parameters. */
export function newReport(params: unknown): NewReportResult {
  const { organ, year, edition } = recordOf(params);
  if (typeof organ !== "string" || organ.trim() === "") throw invalid("organ：应当是机关名称 / the name of an organ");
  if (!isYear(year)) throw invalid("year：应当是 2008 年以后的年份 / a year from 2008 on");
  if (edition !== undefined && !editions.some(({ id }) => id === edition)) throw invalid("edition：没有这一版格式 / no such edition");
  return writeNewReport({ organ: organ.trim(), year, ...(typeof edition === "string" ? { edition } : {}) });
}

function isYear(year: unknown): year is number {
  return typeof year === "number" && Number.isInteger(year) && year >= firstYear && year <= 9999;
}

function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
