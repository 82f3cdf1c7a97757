import { lstatSync, readdirSync, statSync, type Dirent } from "node:fs";
import { extname, isAbsolute, join, resolve } from "node:path";
import type * as tinyglobby from "tinyglobby";
import type { Words } from "../words.js";
import { about, systemProblem } from "./systemProblem.js";

/** Something to read, in the order in which it is reported. */
export interface Source {
  /** As the user wrote it, or the folder as the user wrote it and the way from there. */
  readonly name: string;
  /** What standard input held; otherwise the file is read when its turn comes. */
  readonly bytes?: Uint8Array;
  /** The user means this very file; others, found through a folder or pattern, are left out where they are no reports. */
  readonly isNamed: boolean;
  /** The folders and patterns that lead to it. */
  readonly foundThrough: readonly string[];
}

export interface Sources {
  readonly sources: readonly Source[];
  readonly problems: readonly Words[];
  /** Folders and patterns as the user wrote them: each has to yield at least one report. */
  readonly searched: readonly string[];
}

interface Found {
  readonly names: readonly string[];
  readonly problems: readonly Words[];
}

const extensions = new Set([".md", ".txt", ".nianbao"]);
const skipped = new Set(["node_modules", ".git", "dist"]);

/** Turns paths, folders and patterns into files, each file once; `-` is the standard input. What does not exist is a problem, the others remain. */
export function findSources(paths: readonly string[], standardInput?: Source): Sources {
  const sources = new Map<string, Source>();
  const problems: Words[] = [];
  const searched: string[] = [];
  for (const path of paths) {
    const kind = path === "-" && standardInput !== undefined ? standardInput : kindOf(path);
    if (kind === "folder" || kind === "pattern") {
      const found = kind === "folder" ? walk(path) : expand(path);
      searched.push(path);
      problems.push(...found.problems);
      for (const name of found.names) add(sources, resolve(name), { name, isNamed: false, foundThrough: [path] });
    } else if (kind === "file") add(sources, resolve(path), { name: path, isNamed: true, foundThrough: [] });
    else if ("name" in kind) add(sources, "-", kind);
    else problems.push(kind);
  }
  return { sources: [...sources.values()], problems, searched };
}

/** A file that is named as well as found is read once, in its first place. */
function add(sources: Map<string, Source>, path: string, source: Source): void {
  const known = sources.get(path);
  if (known === undefined) sources.set(path, source);
  else sources.set(path, { ...known, isNamed: known.isNamed || source.isNamed, foundThrough: [...known.foundThrough, ...source.foundThrough] });
}

function kindOf(path: string): "file" | "folder" | "pattern" | Words {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    // A name such as 报告[1].md is a file first and a pattern only if there is no such file.
    if (/[*?[\]{}()!]/.test(path)) return "pattern";
    return isLink(path) ? about(path, { zh: "这个链接指向的文件不存在", en: "the link points to no file" }) : systemProblem(path, error);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Files below a folder with the extensions of drafts, by code units. A folder that cannot be read is a problem. */
export function walk(folder: string): Found {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = entries.map((entry) => (entry.isDirectory() ? walkBelow(folder, entry.name) : { names: draftNames(folder, entry), problems: [] }));
    return { names: found.flatMap(({ names }) => names), problems: found.flatMap(({ problems }) => problems) };
  } catch (error) {
    return { names: [], problems: [systemProblem(folder, error)] };
  }
}

function walkBelow(folder: string, name: string): Found {
  return skipped.has(name) ? { names: [], problems: [] } : walk(join(folder, name));
}

/** Linked folders are not entered, since they may lead back; one that is called *.md is no draft either. */
function draftNames(folder: string, entry: Dirent): readonly string[] {
  const name = join(folder, entry.name);
  if (!extensions.has(extname(entry.name).toLowerCase())) return [];
  return entry.isSymbolicLink() && statSync(name, { throwIfNoEntry: false })?.isDirectory() === true ? [] : [name];
}

function expand(pattern: string): Found {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- bundled here only, on first use; its ES module build does not survive being bundled into CommonJS
  const { globSync } = require("tinyglobby") as typeof tinyglobby;
  const slashed = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  const ignore = [...skipped].map((name) => `**/${name}/**`);
  const names = globSync(slashed, { ignore, absolute: isAbsolute(pattern), onlyFiles: true, expandDirectories: false });
  return { names: names.sort(), problems: [] };
}
