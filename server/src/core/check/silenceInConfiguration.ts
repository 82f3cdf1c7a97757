import type { Edit } from "../text/edit.js";
import { readJson, type JsonEntry, type JsonValue } from "./json.js";

/**
 * The edits of a `.nianbao.json` that switch a rule off for its whole folder. Undefined where the file is no JSON object, so
 * that nobody knows where to write; none where the rule is off already.
 */
export function silencedInConfiguration(text: string, code: string): readonly Edit[] | undefined {
  const root = readJson(text.replace(/^\uFEFF/, " "));
  if ("offset" in root || root.kind !== "object") return undefined;
  const rules = entryOf(root, "rules");
  if (rules === undefined) return [inserted(root, `"rules": {\n    "${code}": "off"\n  }`, "  ")];
  if (rules.value.kind !== "object") return undefined;
  const rule = entryOf(rules.value, code);
  if (rule === undefined) return [inserted(rules.value, `"${code}": "off"`, "    ")];
  if (rule.value.kind !== "plain") return undefined;
  return rule.value.value === "off" ? [] : [{ span: plainSpan(text, rule.value.start), newText: '"off"' }];
}

/** A new `.nianbao.json` that does nothing else. */
export function configurationThatSilences(code: string): string {
  return `{\n  "rules": {\n    "${code}": "off"\n  }\n}\n`;
}

type JsonObject = Extract<JsonValue, { readonly kind: "object" }>;

function entryOf({ entries }: JsonObject, key: string): JsonEntry | undefined {
  return entries.findLast((entry) => entry.key === key);
}

/** As the first entry, since the place behind the bracket is the one that is known. */
function inserted({ start, entries }: JsonObject, entry: string, indent: string): Edit {
  const end = entries.length > 0 ? "," : `\n${indent.slice(2)}`;
  return { span: { start: start + 1, end: start + 1 }, newText: `\n${indent}${entry}${end}` };
}

/** From the start of a string, number or word to its end. */
function plainSpan(text: string, start: number): { readonly start: number; readonly end: number } {
  const token = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;
  token.lastIndex = start;
  return { start, end: start + (token.exec(text)?.[0].length ?? 0) };
}
