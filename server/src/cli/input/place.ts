import { resolve, sep } from "node:path";
import type { Place } from "../../core/index.js";

/** Where a file lies, for the archive: named as the user wrote it, compared with patterns by its whole path. */
export function placeOf(name: string): Place {
  return { file: name, path: slashed(resolve(name)) };
}

export function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
