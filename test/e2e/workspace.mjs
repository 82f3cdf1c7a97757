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
