/**
 * The script converters of the product. Their tables weigh 2 MB, so each is a bundle of its own (toSimplified.ts and
 * toTraditional.ts, built to dist/opencc-*.js) that is loaded when a text is first converted.
 */
import type { LoadBundle } from "../bundles/load.js";
import type { ScriptConverter } from "../core/index.js";

export type Convert = (text: string) => string;

/** What one of the bundles exports. */
export interface ConverterModule {
  readonly convert: Convert;
}

const files = { toSimplified: "opencc-t2cn.js", toTraditional: "opencc-cn2t.js" } as const;

/** `load` may throw; it is then called again for the next text. */
export function lazyConverter(load: LoadBundle): ScriptConverter {
  return { toSimplified: lazy(load, files.toSimplified), toTraditional: lazy(load, files.toTraditional) };
}

function lazy(load: LoadBundle, file: string): Convert {
  let convert: Convert | undefined;
  return (text) => (convert ??= (load(file) as ConverterModule).convert)(text);
}
