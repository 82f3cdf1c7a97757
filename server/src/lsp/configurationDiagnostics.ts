import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { Language } from "../core/index.js";
import { diagnosticSource } from "../service/service.js";
import { configurationFileName, type Problems } from "./configurationFiles.js";

/** What is wrong in a `.nianbao.json`, to be shown in that file: editors know no other place that its author looks at. */
export function configurationDiagnostics(problems: Problems, language: Language): Diagnostic[] {
  return problems.map(({ position, words }) => ({
    range: { start: position, end: position },
    severity: DiagnosticSeverity.Warning,
    source: diagnosticSource,
    message: `${configurationFileName}${language === "zh" ? "：" : ": "}${words[language]}`,
  }));
}
