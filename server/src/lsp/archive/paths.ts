import type { Place } from "../../core/index.js";

/** Files that are taken for reports by their names alone, as the extension's manifest has them for the language. */
const reportName = /(?:\.nianbao(?:\.md)?|政府信息公[开開].*年(?:度报告|度報告|报|報).*\.(?:md|txt))$/i;

export function isReportFile(path: string): boolean {
  return reportName.test(path.slice(path.lastIndexOf("/") + 1));
}

/**
 * The path of a file, decoded: clients and servers encode the same URI differently. Anything else (untitled:, a virtual file
 * system) is its URI.
 */
export function pathOf(uri: string): string {
  if (!uri.startsWith("file://")) return uri;
  try {
    return decodeURIComponent(uri.slice("file://".length)).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}

export function placeOf(uri: string): Place {
  return { file: uri, path: pathOf(uri) };
}
