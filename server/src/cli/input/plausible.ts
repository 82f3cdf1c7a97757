/**
 * Bytes can be valid in an encoding that they were not written in: almost any bytes are valid UTF-16, and Big5 is mostly
 * valid GB18030. What tells is the text that comes out. Both tests look at the beginning only.
 */
const looked = 20_000;

/** The hanzi that make up a fifth of any official text; by chance they are one in a thousand. */
const frequent = new Set("的一是在不了有和人这這中大为為上个個国國年月日公开開政府信息工作报報行件申请請理度制机機");

/** At least nine in ten characters are ones that Chinese drafts are written with. */
export function looksLikeText(text: string): boolean {
  const characters = [...text.slice(0, looked)];
  const ordinary = characters.filter((character) => isOrdinary(character.codePointAt(0) ?? 0)).length;
  return ordinary >= characters.length * 0.9;
}

/** Looks like text, and its hanzi are the ones that Chinese is written with. A few hanzi prove nothing either way. */
export function looksLikeChinese(text: string): boolean {
  const hanzi = text.slice(0, looked).match(/[\u3400-\u9fff]/g) ?? [];
  const known = hanzi.filter((character) => frequent.has(character)).length;
  return looksLikeText(text) && (hanzi.length < 20 || known >= hanzi.length * 0.04);
}

/** Control characters other than white space: binary files are full of them, drafts have one at most here and there. */
export function hasManyControls(text: string): boolean {
  const head = text.slice(0, looked);
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return controls > Math.max(2, head.length * 0.02);
}

function isOrdinary(code: number): boolean {
  if (code < 0x20) return code >= 0x09 && code <= 0x0d;
  if (code < 0x250) return code !== 0x7f && (code < 0x80 || code >= 0xa0);
  if (code >= 0x2000 && code <= 0x26ff) return true;
  if (code >= 0x3000 && code <= 0x33ff) return true;
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe10 && code <= 0xffef) || code >= 0x20000;
}
