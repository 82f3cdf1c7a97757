import { createRequire } from "node:module";
import { join } from "node:path";
import type { ScriptConverter } from "../core/index.js";
import { lazyConverter, type ConverterModule } from "./lazy.js";

/** The tables lie beside the bundle that this code is part of: dist/server.js, dist/cli.js. Loaded on first use. */
export function nodeConverter(folder: string = __dirname): ScriptConverter {
  const require = createRequire(join(folder, "converter.js"));
  return lazyConverter((file) => require(join(folder, file)) as ConverterModule);
}
