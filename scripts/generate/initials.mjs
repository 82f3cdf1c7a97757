// The pinyin initials of the official titles and labels, by which completion finds them: 总体情况 → ztqk.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";
import { header } from "./emit.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = join(root, "server/src/core/forms/editions");
const { version } = JSON.parse(readFileSync(join(root, "node_modules/pinyin-pro/package.json"), "utf8"));

export function initialsFile() {
  const editions = readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const words = [...new Set(editions.flatMap(wordsOf))].sort();
  const entries = words.map((word) => `  ${JSON.stringify(word)}: ${JSON.stringify(initialsOf(word))},\n`).join("");
  const comment = "/** Titles of chapters and labels of rows, without number, explanation and punctuation, and how they begin in pinyin. */\n";
  return `${header([`From pinyin-pro ${version} (MIT), for the words of server/src/core/forms/editions.`])}\n${comment}export const initials: Readonly<Record<string, string>> = {\n${entries}};\n`;
}

function wordsOf({ sections, tables }) {
  const rows = tables.flatMap((table) => table.bands.flatMap((band) => band.rows.map((row) => row.label.text)));
  return [...sections.map((section) => section.title), ...rows].map(han).filter((word) => word !== "");
}

/** Kept in step with `initialsOf` in core/forms/initials.ts. */
function han(text) {
  return text.replace(/^（[一二三四五六七八九十]+）|^[一二三四五六七八九十]+、/, "").replace(/（.*$/, "").replace(/[^\u3400-\u9fff]/g, "");
}

function initialsOf(word) {
  return pinyin(word, { pattern: "first", toneType: "none", type: "array" }).join("");
}
