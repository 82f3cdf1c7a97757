import { nodeBundles } from "../bundles/node.js";
import { lazyConverter } from "../converter/lazy.js";

/** One for the process; its tables are loaded when a draft first needs them. */
export const converter = lazyConverter(nodeBundles());
