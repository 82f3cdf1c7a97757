import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Arguments } from "../arguments.js";
import { systemProblem } from "../input/systemProblem.js";
import { UserError } from "../words.js";

/** What `--organ` and `--year` say; `command` stands in the example that a user gets who has left them out. */
export function organOf({ values }: Arguments, command: string): string {
  const organ = values.get("organ")?.trim() ?? "";
  if (organ === "") throw new UserError({ zh: `请用 --organ 给出机关名称，例如：nianbao ${command} --organ 某某县人民政府 --year 2024`, en: `name the organ with --organ, for example: nianbao ${command} --organ 某某县人民政府 --year 2024` });
  return organ;
}

/** The regulations on government information disclosure are in force since 2008; there are no reports of earlier years. */
export function yearOf({ values }: Arguments): number {
  const year = values.get("year") ?? "";
  if (year === "") throw new UserError({ zh: "请用 --year 给出报告年度，例如：--year 2024", en: "give the reporting year with --year, for example: --year 2024" });
  if (!/^\d{4}$/.test(year) || Number(year) < 2008) throw new UserError({ zh: `--year 应当是四位年份，不早于 2008，不能是“${year}”`, en: `--year is a year of four digits, 2008 or later, not "${year}"` });
  return Number(year);
}

/** Writes a report into a new file, `fileName` where the output is a folder. A file that is there is left as it is. @returns its path */
export function writeReportFile(output: string, fileName: string, text: string): string {
  const path = pathIn(output, fileName);
  writeFile(path, text, "keep");
  return path;
}

/** The output itself, or the file in it where it is a folder. */
export function pathIn(output: string, fileName: string): string {
  return isFolder(output) ? join(output, fileName) : output;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What becomes of a file that is there: it is left as it is, left unless the user says --force, or replaced. */
export type Existing = "keep" | "keepUnlessForced" | "replace";

/** Throws UserError where it cannot be written. */
export function writeFile(path: string, content: string | Uint8Array, existing: Existing): void {
  try {
    writeFileSync(path, content, { flag: existing === "replace" ? "w" : "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    const force = existing === "keepUnlessForced" ? { zh: "，要覆盖请加 --force", en: ", or replace it with --force" } : { zh: "", en: "" };
    throw new UserError(isThere ? { zh: `${path}：文件已经存在，没有覆盖；请换一个文件名${force.zh}`, en: `${path}: the file exists and was left as it is; choose another name${force.en}` } : systemProblem(path, error));
  }
}
