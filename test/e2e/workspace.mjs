// Places that a run may write to: everything below .cache/e2e/, made anew each time.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/prepare.mjs";

export const cache = join(root, ".cache/e2e");
export const reportName = "云溪县2024年政府信息公开工作年度报告.md";

/** A fresh copy of test/e2e/drafts for one part of the run. */
export function freshWorkspace(name) {
  const folder = join(emptyFolder(name), "年报");
  cpSync(join(root, "test/e2e/drafts"), folder, { recursive: true });
  return folder;
}

export function emptyFolder(name) {
  const folder = join(cache, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The last cell of the row of received applications: its line from 1, its text, and what stands before it. */
export function placeOfTotal(text) {
  const line = lineOf(text, "一、本年新收政府信息公开申请数量");
  const content = text.split("\n")[line - 1];
  const cell = /(\d+) \|\s*$/.exec(content);
  return { line, text: cell[1], before: content.slice(0, cell.index) };
}

/** The first line that holds this text, from 1. */
export function lineOf(text, part) {
  return text.split("\n").findIndex((line) => line.includes(part)) + 1;
}
