// How wide a text is where Chinese is set in a fixed pitch. A layer of its own, since the table of widths comes from a package
// and the core has none.
import { eastAsianWidth } from "get-east-asian-width";

/** In columns: a Chinese character takes two, “ ” … — ① too, as fonts set for Chinese have them; marks and invisible characters none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x7f) width++;
    else if (!/[\p{M}\p{Cf}\p{Cc}]/u.test(character)) width += eastAsianWidth(code, { ambiguousAsWide: true });
  }
  return width;
}
