// Drafts for the tests of the command line; the clean one is the same as the server is tested with.
import { draft } from "../protocol/drafts.js";

/** Nothing to find. */
export const clean = draft();

/** One error: a row total of 9 where the row adds up to 5. */
export const wrongTotal = draft({ received: "4,1,0,0,0,0,9" });

/** Two warnings with a safe fix: pinyin left over from a web page. */
export const withPinyin = clean.replace("规范办理程序", "规(guī)范办理程(chéng)序");

/** What `fix` makes of `withPinyin`. */
export const withoutPinyin = clean;
