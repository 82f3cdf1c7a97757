/**
 * Bundles that lie beside the one that is running and are loaded when they are first needed, so that no start pays for them.
 * How one is loaded differs between Node (node.ts) and a Web Worker (worker.ts); nothing else does.
 */

/** Exports of a bundle, by the name of its file. Throws where it cannot be loaded. */
export type LoadBundle = (file: string) => unknown;
