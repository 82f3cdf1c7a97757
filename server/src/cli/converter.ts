import { nodeConverter } from "../converter/node.js";

/** One for the process; its tables are loaded when a draft first needs them. */
export const converter = nodeConverter();
