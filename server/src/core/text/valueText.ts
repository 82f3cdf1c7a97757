/** A number as cells have it: sign (增 and 减 are signs too), separators, decimals, unit, and the `+0/-0` that the form of 2019 invites. */
const number = /^(?:[+\-－＋−±]|增加?|[减減]少?)?\s?[\d０-９][\d０-９,，．. ]{0,20}(?:[亿億万萬]?元|[亿億万萬]|[件条條项項次个個人宗份])?(?:\/[+\-－＋−]?\d+)?$/;
const signs = "−±增减減";
const placeholder = /^(?:[-—–－─/／\\*＊×_＿…·.]+|[xX×]{1,4}|无|暂无|空|\[\s*\]|【[^】]{0,12}】)$/;

/** Dashes, slashes and 无 say none; XX, ___ and 【】 are still to be filled in. */
const none = /^(?:[-—–－─/／\\]+|暂?无)$/;

export function meansNone(text: string): boolean {
  return none.test(text);
}

export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

export function isNumberText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (text.length <= 6 && allDigits(text)) return true;
  // Only a sign, an ASCII digit or a full-width digit can begin a number; most labels fail here.
  return (first < 0x80 || first >= 0xff00 || signs.includes(text.charAt(0))) && number.test(text);
}

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** Without the characters that a copy from a web page leaves unseen in a cell. */
export function visible(text: string): string {
  return text.search(invisible) < 0 ? text : text.replace(invisible, "");
}

/** Whether a cell with this content holds a value and not a label. */
export function isValueText(text: string): boolean {
  if (text.length > 24) return false;
  const shown = visible(text);
  return isNumberText(shown) || isPlaceholder(shown);
}

function allDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text.length > 0;
}
