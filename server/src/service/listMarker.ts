import { numeralOf, ordinalOf, type MarkerStyle } from "../core/index.js";

export interface ListMarker {
  readonly style: MarkerStyle;
  /** Undefined where it has to be read from `written`: 一是. */
  readonly ordinal: number | undefined;
  /** As the author has it: （一）, (一), 1., 1、, （1）, 一是. */
  readonly written: string;
}

const highest = 99;

/** The number of the next point, written as the author has written this one; undefined behind 九十九. */
export function nextMarker({ style, ordinal, written }: ListMarker): string | undefined {
  const current = ordinal ?? ordinalOf(/^[一二三四五六七八九十]+/.exec(written)?.[0] ?? "");
  if (current === undefined || current >= highest) return undefined;
  const isChinese = style === "chapter" || style === "part" || style === "firstly";
  return isChinese ? written.replace(/[一二三四五六七八九十]+/, numeralOf(current + 1)) : written.replace(/[\d０-９]+/, String(current + 1));
}
