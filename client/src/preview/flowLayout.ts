import type { Flow, Stream } from "./model.js";

/** A bar of the picture; `height` is in proportion to the count. */
export interface Bar {
  /** Undefined for what one side lacks to the other. */
  readonly stream: Stream | undefined;
  readonly count: number;
  readonly y: number;
  readonly height: number;
  /** Where its ribbon meets the bar in the middle. */
  readonly middle: number;
}

export interface FlowLayout {
  readonly height: number;
  readonly incoming: readonly Bar[];
  readonly outgoing: readonly Bar[];
  readonly middle: { readonly y: number; readonly height: number; readonly count: number };
}

/** Height of the bar in the middle, and the least room that a label needs. */
const full = 190;
const room = 26;
const gap = 6;

/**
 * Bars of both sides beside the one in the middle, far enough from each other for their labels. The side that has less gets
 * a last bar for the difference. Lengths in units of the picture.
 */
export function flowLayout({ incoming, outgoing }: Flow): FlowLayout {
  const total = Math.max(sum(incoming), sum(outgoing), 1);
  const scale = full / total;
  const sides = { incoming: itemsOf(incoming, total), outgoing: itemsOf(outgoing, total) };
  const height = Math.max(heightOf(sides.incoming, scale), heightOf(sides.outgoing, scale), full);
  const top = (height - full) / 2;
  return {
    height,
    incoming: stacked(sides.incoming, scale, height, top),
    outgoing: stacked(sides.outgoing, scale, height, top),
    middle: { y: top, height: full, count: total },
  };
}

type Item = Pick<Bar, "stream" | "count">;

function itemsOf(streams: readonly Stream[], total: number): Item[] {
  const lacking = total - sum(streams);
  return [...streams.map((stream) => ({ stream, count: stream.count })), ...(lacking === 0 ? [] : [{ stream: undefined, count: lacking }])];
}

function sum(items: readonly { readonly count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}

function slotOf({ count }: Item, scale: number): number {
  return Math.max(count * scale, room);
}

function heightOf(items: readonly Item[], scale: number): number {
  return items.reduce((height, item) => height + slotOf(item, scale), 0) + gap * Math.max(0, items.length - 1);
}

function stacked(items: readonly Item[], scale: number, height: number, top: number): Bar[] {
  let slot = (height - heightOf(items, scale)) / 2;
  let middle = top;
  return items.map((item) => {
    const own = item.count * scale;
    const bar = { ...item, y: slot + (slotOf(item, scale) - own) / 2, height: own, middle };
    slot += slotOf(item, scale) + gap;
    middle += own;
    return bar;
  });
}
