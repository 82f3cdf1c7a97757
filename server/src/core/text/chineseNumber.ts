const digits: Readonly<Record<string, bigint>> = { 〇: 0n, "○": 0n, 零: 0n, 一: 1n, 壹: 1n, 二: 2n, 贰: 2n, 貳: 2n, 两: 2n, 兩: 2n, 三: 3n, 叁: 3n, 四: 4n, 肆: 4n, 五: 5n, 伍: 5n, 六: 6n, 陆: 6n, 陸: 6n, 七: 7n, 柒: 7n, 八: 8n, 捌: 8n, 九: 9n, 玖: 9n };
const units: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };
/** 九千九百九十九亿九千九百九十九万九千九百九十九 has 23. */
const longest = 24;

/** 三 → 3, 十二 → 12, 一百零五 → 105, 二〇 → 20, 两万三千 → 23000; undefined for anything else. */
export function chineseNumber(text: string): bigint | undefined {
  if (text === "" || text.length > longest) return undefined;
  return [...text].every((character) => character in digits) ? digitByDigit(text) : byUnits(text);
}

function digitByDigit(text: string): bigint {
  return [...text].reduce((sum, character) => sum * 10n + (digits[character] ?? 0n), 0n);
}

/** 两亿三千万: 亿 closes the sections before it, 万 only its own. */
function byUnits(text: string): bigint | undefined {
  const [beforeHundredMillions, ...afterHundredMillions] = text.split(/[亿億]/);
  if (afterHundredMillions.length > 1) return undefined;
  const [rest] = afterHundredMillions;
  const low = upToHundredMillions(rest ?? beforeHundredMillions ?? "");
  const high = rest === undefined ? 0n : upToHundredMillions(beforeHundredMillions ?? "");
  return low === undefined || high === undefined || (rest !== undefined && high === 0n) ? undefined : high * 100_000_000n + low;
}

function upToHundredMillions(text: string): bigint | undefined {
  const [before, ...after] = text.split(/[万萬]/);
  if (after.length > 1) return undefined;
  const [rest] = after;
  const low = upToTenThousand(rest ?? before ?? "");
  const high = rest === undefined ? 0n : upToTenThousand(before ?? "");
  return low === undefined || high === undefined || (rest !== undefined && high === 0n) ? undefined : high * 10_000n + low;
}

/** 一百零五, 十二, 零五; "" is 0. Units must fall. */
function upToTenThousand(text: string): bigint | undefined {
  let sum = 0n;
  let digit: bigint | undefined;
  let last = 10_000n;
  for (const character of text) {
    const asDigit = digits[character];
    const unit = units[character];
    if (asDigit !== undefined && (digit === undefined || digit === 0n)) digit = asDigit;
    else if (unit !== undefined && unit < last && (unit === 10n || (digit ?? 0n) > 0n)) {
      sum += (digit === undefined || digit === 0n ? 1n : digit) * unit;
      [digit, last] = [undefined, unit];
    } else return undefined;
  }
  return sum + (digit ?? 0n);
}
