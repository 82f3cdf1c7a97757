import { eastAsianWidth } from "get-east-asian-width";

/** One character as a terminal shows it. */
export interface Glyph {
  readonly text: string;
  /** In columns. */
  readonly width: number;
  /** UTF-16 length in the source. */
  readonly length: number;
}

/**
 * The characters of a line with their widths. Characters that a terminal would obey or hide (escapes, zero-width,
 * direction marks) are shown by their code point, both to protect the terminal and since they may be the very fault.
 */
export function glyphs(line: string): Glyph[] {
  return [...line].map((character) => glyph(character, character.codePointAt(0) ?? 0));
}

/** A text from a draft or a file name, safe to print. */
export function printable(text: string): string {
  return /[\p{Cc}\p{Cf}]/u.test(text) ? glyphs(text).map((one) => one.text).join("") : text;
}

function glyph(character: string, code: number): Glyph {
  const length = character.length;
  if (character === "\t") return { text: "  ", width: 2, length };
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character)) return named(code, length);
  if (/\p{M}/u.test(character)) return { text: character, width: 0, length };
  // Terminals set for Chinese show “ ” … — ① two columns wide.
  return { text: character, width: eastAsianWidth(code, { ambiguousAsWide: true }), length };
}

function named(code: number, length: number): Glyph {
  const text = `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  return { text, width: text.length, length };
}
