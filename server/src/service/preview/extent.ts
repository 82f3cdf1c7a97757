import type { Span } from "../../core/index.js";
import type { Draft } from "../draft.js";
import type { Extent } from "./model.js";

export function extentOf({ lines }: Pick<Draft, "lines">, span: Span): Extent {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return [start.line, start.character, end.line, end.character];
}
