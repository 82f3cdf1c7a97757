import type { LoadBundle } from "./load.js";

/** Of a classic Web Worker; declared here, since no other file of this folder may know of workers. */
declare function importScripts(...addresses: readonly string[]): void;

/** `assets` is the address of the folder that holds the bundles, with a slash at its end. */
export function workerBundles(assets: string): LoadBundle {
  return (file) => {
    importScripts(new URL(file, assets).href);
    return exported();
  };
}

/** All bundles leave their exports in one global, so it is read before another one can be loaded. */
function exported(): unknown {
  return (globalThis as unknown as { readonly nianbaoBundle: unknown }).nianbaoBundle;
}
