import { element, shape } from "./elements.js";
import type { Notice, PreviewModel, Severity } from "./model.js";
import { severityName } from "./words.js";

/** Gravest first. */
export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Outline and stroke of each sign: they differ in form, not in colour alone. */
const drawings: Readonly<Record<Severity, readonly [outline: string, stroke: string]>> = {
  error: ["M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14z", "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"],
  warning: ["M8 1.2L15.4 14.6H.6z", "M8 6v4.2M8 12.2v.9"],
  information: ["M1.5 1.5h13v13h-13z", "M8 7v5M8 4v1.2"],
  hint: ["M8 2.2l5.8 5.8L8 13.8L2.2 8z", "M6.4 8h3.2"],
};

/** The sign of a severity. It says nothing to a screen reader: the message beside it does. */
export function sign(severity: Severity): SVGSVGElement {
  const [outline, stroke] = drawings[severity];
  const attributes = { class: `sign ${severity}`, viewBox: "0 0 16 16", "aria-hidden": "true" };
  return shape("svg", attributes, shape("path", { class: "outline", d: outline }), shape("path", { class: "stroke", d: stroke }));
}

export function noticesOf(marks: readonly number[], { notices }: PreviewModel): readonly Notice[] {
  return marks.flatMap((mark) => notices[mark] ?? []);
}

export function gravest(notices: readonly Notice[]): Severity | undefined {
  return severities.find((severity) => notices.some((notice) => notice.severity === severity));
}

/** What a screen reader says of a finding. Hidden: elements that are marked with it are described by it. */
export function noteOf(notice: Notice, index: number): HTMLElement {
  return element("span", { id: noteId(index) }, `${severityName(notice.severity)}：${notice.message}`);
}

export function noteIds(indices: readonly number[]): string | undefined {
  return indices.length === 0 ? undefined : indices.map(noteId).join(" ");
}

function noteId(index: number): string {
  return `note-${index}`;
}
