/**
 * The writer of Word files. The library behind it weighs 230 KB, so write.ts is a bundle of its own, dist/docx.js, that is loaded when
 * a report is first exported.
 */
import type { LoadBundle } from "../bundles/load.js";
import type { PrintedReport } from "../export/printed.js";

/** A report as a .docx file, in Base64: that is how the protocol carries bytes. */
export type WriteDocx = (report: PrintedReport) => Promise<string>;

/** What the bundle exports. */
export interface DocxModule {
  readonly writeDocx: WriteDocx;
}

/** `load` may throw; it is then called again for the next report. */
export function lazyDocx(load: LoadBundle): WriteDocx {
  let write: WriteDocx | undefined;
  return async (report) => (write ??= (load("docx.js") as DocxModule).writeDocx)(report);
}
