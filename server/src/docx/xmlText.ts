/** What XML 1.0 has no place for. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Without what XML cannot hold: control characters that copies from PDF leave behind, halves of characters. One of them makes a file unreadable. */
export function xmlText(text: string): string {
  return text.replace(unwritable, "");
}
