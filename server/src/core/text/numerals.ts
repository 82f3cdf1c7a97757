const digitOf: Readonly<Record<string, number>> = { 〇: 0, "○": 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const chinese = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 一 → 1, 十二 → 12, 二十 → 20; undefined for anything that is not a number up to 99. */
export function ordinalOf(numeral: string): number | undefined {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(numeral);
  if (match === null || numeral === "") return undefined;
  const tens = match[2] === undefined ? 0 : (digitOf[match[1] ?? "一"] ?? 1);
  return tens * 10 + (digitOf[match[3] ?? "〇"] ?? 0);
}

/** 1 → 一, 12 → 十二. Takes 1 to 99. */
export function numeralOf(ordinal: number): string {
  const tens = Math.floor(ordinal / 10);
  const ones = chinese[ordinal % 10] ?? "";
  return tens === 0 ? ones : `${tens === 1 ? "" : chinese[tens]}十${ones}`;
}

/** A year in digits, 2024 or ２０２４ or 二〇二四, as a number. */
export function yearOf(text: string): number | undefined {
  const digits = [...text].map((character) => {
    const code = character.charCodeAt(0);
    if (code >= 0x30 && code <= 0x39) return code - 0x30;
    if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
    return digitOf[character] ?? Number.NaN;
  });
  if (digits.length !== 4 || digits.some(Number.isNaN)) return undefined;
  const year = digits.reduce((sum, digit) => sum * 10 + digit, 0);
  return year >= 1990 && year <= 2100 ? year : undefined;
}
