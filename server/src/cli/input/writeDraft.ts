import { accessSync, chmodSync, chownSync, closeSync, constants, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync, type Stats } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Words } from "../words.js";
import { encode, type Encoding } from "./encoding.js";
import { about, systemProblem } from "./systemProblem.js";

/**
 * Replaces a draft: all of it or nothing, in its own encoding, with its mode, through links. The problem is given back
 * where it cannot be done; the file is then as it was.
 */
export function writeDraft(name: string, text: string, encoding: Encoding): Words | undefined {
  const bytes = encode(text, encoding);
  if (bytes === undefined) return about(name, { zh: `修改后的文字无法用原来的编码（${encoding.name}）保存，文件没有改动；请另存为 UTF-8`, en: `the fixed text cannot be held by its encoding (${encoding.name}); nothing was changed; save it as UTF-8` });
  try {
    replaceFile(realpathSync(name), bytes);
    return undefined;
  } catch (error) {
    return systemProblem(name, error);
  }
}

function replaceFile(path: string, bytes: Uint8Array): void {
  const before = statSync(path);
  // Renaming would pass over a file that its owner has made read-only.
  accessSync(path, constants.W_OK);
  const temporary = join(dirname(path), `.${basename(path).slice(0, 80)}.${process.pid}.nianbao-tmp`);
  try {
    writeTemporary(temporary, bytes, before);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeTemporary(path: string, bytes: Uint8Array, { mode, uid, gid }: Stats): void {
  const file = openSync(path, "wx", mode);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (process.platform === "win32") return;
  const own = statSync(path);
  if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
  chmodSync(path, mode);
}
