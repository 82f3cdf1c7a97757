/**
 * Columns that a character takes in a text set with one width for all: two for ideographs, full-width forms and the
 * punctuation that Chinese fonts set wide (“ ” — … ①), one for everything else.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += codeWidth(text.charCodeAt(i));
  return width;
}

/** Of one UTF-16 code unit; of a surrogate pair the first half counts for both. */
export function codeWidth(code: number): number {
  if (code < 0x1100) return code === 0xb7 ? 2 : 1;
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  if (code >= 0x200b && code <= 0x200f) return 0;
  return isWide(code) ? 2 : 1;
}

function isWide(code: number): boolean {
  if (code < 0x2e80) return code <= 0x115f || (code >= 0x2014 && code <= 0x2026) || (code >= 0x2460 && code <= 0x24ff);
  return code <= 0xa4cf || (code >= 0xac00 && code <= 0xdbff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6);
}
