import { formatAmount, type Amount } from "../report/amount.js";

const digits = "零一二三四五六七八九";

/** A number in the numerals that the draft has at this place: 十一 where it has 九, 11 elsewhere. */
export function writtenLike(raw: string, amount: Amount): string {
  const isChinese = /^[零〇一二三四五六七八九十百千两兩]+$/.test(raw) && amount.scale === 0 && amount.digits >= 0n && amount.digits < 10_000n;
  return isChinese ? chineseNumeral(Number(amount.digits)) : formatAmount(amount);
}

/** 0 to 9999: 十一, 一百零五, 一千零二十. */
function chineseNumeral(value: number): string {
  if (value === 0) return "零";
  const places = ["千", "百", "十", ""];
  const figures = String(value).padStart(4, "0");
  let text = "";
  for (let i = 0; i < 4; i++) {
    const digit = Number(figures[i]);
    if (digit !== 0) text += `${digits.charAt(digit)}${places[i] ?? ""}`;
    else if (text !== "" && !text.endsWith("零") && Number(figures.slice(i)) > 0) text += "零";
  }
  return text.startsWith("一十") ? text.slice(1) : text;
}
