import { readFileSync } from "node:fs";
import type { Arguments } from "../arguments.js";
import type { Terminal } from "../terminal.js";
import { UserError } from "../words.js";
import { decode } from "./encoding.js";
import { findSources, type Source, type Sources } from "./sources.js";
import { about, systemProblem } from "./systemProblem.js";

/** All that a command is to read: its operands and the list of --files-from. */
export async function gatherSources({ operands, values }: Arguments, command: string, terminal: Terminal): Promise<Sources> {
  const list = values.get("files-from");
  if (list === "-" && operands.includes("-")) throw new UserError({ zh: "标准输入只能用一次：要么是草稿（-），要么是文件列表（--files-from -）", en: "standard input can be used once: as a draft (-) or as a list of files (--files-from -)" });
  if (list === undefined && operands.length === 0) throw new UserError({ zh: `请给出文件、文件夹或“-”（标准输入），例如：nianbao ${command} 报告.md`, en: `name a file, a folder or - (standard input), for example: nianbao ${command} report.md` });
  const listed = list === undefined ? [] : await readList(list, terminal);
  return findSources([...operands, ...listed], operands.includes("-") ? await standardInput(values.get("stdin-filename"), terminal) : undefined);
}

async function standardInput(name: string | undefined, terminal: Terminal): Promise<Source> {
  return { name: name ?? "<stdin>", bytes: await terminal.readInput(), isNamed: true, foundThrough: [] };
}

/** One path a line, or parted by NULs as `find -print0` and `git ls-files -z` write them. */
async function readList(list: string, terminal: Terminal): Promise<readonly string[]> {
  const bytes = list === "-" ? await terminal.readInput() : readListFile(list);
  const paths = isPartedByNuls(bytes) ? Buffer.from(bytes).toString("utf8").split("\0") : linesOf(bytes, list);
  return paths.filter((path) => path !== "");
}

/** Text in UTF-16 has NULs too, but its lists, as PowerShell writes them, begin with a mark: two bytes that no UTF-8 has. */
function isPartedByNuls(bytes: Uint8Array): boolean {
  return bytes.includes(0) && !/^(?:\xff\xfe|\xfe\xff)/.test(Buffer.from(bytes.subarray(0, 2)).toString("latin1"));
}

function linesOf(bytes: Uint8Array, list: string): readonly string[] {
  const decoded = decode(bytes);
  if (decoded.kind === "empty") return [];
  if (decoded.kind !== "text") throw new UserError(about(list, decoded.words));
  return decoded.text.split(/\r?\n/);
}

function readListFile(list: string): Uint8Array {
  try {
    return readFileSync(list);
  } catch (error) {
    throw new UserError(systemProblem(list, error));
  }
}
