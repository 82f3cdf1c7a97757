/**
 * Converts between scripts by words, not by single characters. The conversion tables weigh 2 MB, so the core does not
 * hold them: who runs the core hands in a converter that loads them on first use. Without one, fixes that need it are
 * not offered.
 */
export interface ScriptConverter {
  toSimplified(text: string): string;
  toTraditional(text: string): string;
}
