import { writeNewReport } from "../../core/index.js";
import { noOperands, type Arguments } from "../arguments.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { say } from "../words.js";
import { organOf, writeReportFile, yearOf } from "./reportFile.js";
import { knownEdition, languageOf } from "./shared.js";

export function newReport(args: Arguments, terminal: Terminal): ExitCode {
  noOperands(args, "new");
  const edition = args.values.get("edition");
  const { text, fileName } = writeNewReport({ organ: organOf(args, "new"), year: yearOf(args), ...(edition === undefined ? {} : { edition: knownEdition(edition).id }) });
  const output = args.values.get("output");
  if (output === undefined || output === "-") {
    terminal.out(text);
    return 0;
  }
  const path = writeReportFile(output, fileName, text);
  terminal.out(`${say({ zh: `已新建 ${path}`, en: `${path} written` }, languageOf(args) ?? "zh")}\n`);
  return 0;
}
