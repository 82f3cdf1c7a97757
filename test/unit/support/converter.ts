import { convert as toSimplified } from "../../../server/src/converter/toSimplified.js";
import { convert as toTraditional } from "../../../server/src/converter/toTraditional.js";
import type { ScriptConverter } from "../../../server/src/core/index.js";

/** The converter of the product, without its loading on first use. */
export const converter: ScriptConverter = { toSimplified, toTraditional };
