import { createRequire } from "node:module";
import { join } from "node:path";
import type { LoadBundle } from "./load.js";

/** Bundles that lie beside the one that this code is part of: dist/server.js, dist/cli.js. */
export function nodeBundles(folder: string = __dirname): LoadBundle {
  const require = createRequire(join(folder, "bundles.js"));
  return (file) => require(join(folder, file));
}
