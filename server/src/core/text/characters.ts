import { remembered } from "./remembered.js";

/** A draft, or what was read from it: the same object each time that it is asked about. */
export interface HasText {
  readonly text: string;
}

/** So that a text is looked through once, however many ask which characters it has. All zeros between two calls. */
const seen = new Uint8Array(0x10000);

const codesOf: (draft: HasText) => readonly number[] = remembered(({ text }) => {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (seen[code] === 1) continue;
    seen[code] = 1;
    codes.push(code);
  }
  for (const code of codes) seen[code] = 0;
  return codes;
});

/**
 * Whether some UTF-16 code unit of the draft is such a one. A report of 6,000 characters has some 500 different ones, so
 * that who looks for rare characters knows at once that there are none.
 */
export function hasCharacter(draft: HasText, isWanted: (code: number) => boolean): boolean {
  return codesOf(draft).some(isWanted);
}

export function hasOneOf(draft: HasText, wanted: ReadonlySet<number>): boolean {
  return codesOf(draft).some((code) => wanted.has(code));
}
