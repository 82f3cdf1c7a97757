import type { Edition, Prescribed } from "./edition.js";

/** The document, as messages cite it, that prescribes this part of an edition. */
export function documentFor(edition: Edition, what: Prescribed): string {
  return edition.sources?.[what] ?? edition.source.document;
}
