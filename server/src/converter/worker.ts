import type { ScriptConverter } from "../core/index.js";
import { lazyConverter, type ConverterModule } from "./lazy.js";

/** Of a classic Web Worker; declared here, since no other file of this folder may know of workers. */
declare function importScripts(...addresses: readonly string[]): void;

/** `assets` is the address of the folder that holds the bundles, with a slash at its end. Loaded on first use. */
export function workerConverter(assets: string): ScriptConverter {
  return lazyConverter((file) => {
    importScripts(new URL(file, assets).href);
    return exported();
  });
}

/** Both bundles leave their exports in one global, so it is read before the other one can be loaded. */
function exported(): ConverterModule {
  return (globalThis as unknown as { readonly nianbaoConverter: ConverterModule }).nianbaoConverter;
}
