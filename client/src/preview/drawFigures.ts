import { element, shape } from "./elements.js";
import { flowLayout, type Bar } from "./flowLayout.js";
import type { Flow, PreviewModel, YearCount } from "./model.js";
import { place } from "./places.js";
import { say } from "./words.js";

const width = 640;
const barWidth = 12;
/** Left edges of the three columns of bars. */
const columns = { incoming: 112, middle: 290, outgoing: 470 } as const;

/** Pictures of the numbers of table three. Empty while there is nothing to be seen in them. */
export function drawFigures({ flow, years }: PreviewModel): HTMLElement {
  return element("aside", { class: "figures", "aria-label": say("flow") }, ...(flow === undefined ? [] : [drawFlow(flow)]), ...(years.length < 2 ? [] : [drawYears(years)]));
}

function drawFlow(flow: Flow): HTMLElement {
  const layout = flowLayout(flow);
  const margin = 24;
  const picture = shape(
    "svg",
    { viewBox: `0 ${-margin} ${width} ${layout.height + margin + 8}`, role: "img", "aria-label": inWords(flow) },
    ...layout.incoming.map((bar, index) => drawSide(bar, "incoming", index)),
    ...layout.outgoing.map((bar, index) => drawSide(bar, "outgoing", index)),
    shape("rect", { class: "block middle", x: String(columns.middle), y: fixed(layout.middle.y), width: String(barWidth), height: fixed(layout.middle.height), rx: "2" }),
    label(columns.middle + barWidth / 2, layout.middle.y - 12, "middle", say("toHandle"), layout.middle.count),
  );
  return element("figure", { class: "flow" }, element("figcaption", {}, element("strong", {}, say("flow")), element("small", {}, say("notInReport"))), picture);
}

/** The same for those who do not see it: 本年新收 120，上年结转 4；予以公开 52，… */
function inWords({ incoming, outgoing }: Flow): string {
  const list = (streams: Flow["incoming"]): string => streams.map(({ label: name, count }) => `${name} ${count}`).join("，");
  return `${say("flow")}：${list(incoming)}；${list(outgoing)}`;
}

function drawSide(bar: Bar, side: "incoming" | "outgoing", index: number): SVGElement {
  const { stream, count, y, height } = bar;
  const x = columns[side];
  const isIncoming = side === "incoming";
  const text = label(isIncoming ? x - 8 : x + barWidth + 8, y + height / 2, isIncoming ? "end" : "start", stream?.label ?? say("difference"), count);
  if (stream !== undefined && count === 0) return place(shape("g", { class: "stream none" }, text), stream.range);
  const ribbon = isIncoming ? ribbonOf(x + barWidth, y, columns.middle, bar.middle, height) : ribbonOf(columns.middle + barWidth, bar.middle, x, y, height);
  const block = shape("rect", { class: "block", x: String(x), y: fixed(y), width: String(barWidth), height: fixed(Math.max(height, 1.5)), rx: "2" });
  const drawn = shape("g", { class: stream === undefined ? "lacking" : `stream ${side}${index}` }, shape("path", { class: "ribbon", d: ribbon }), block, text);
  return stream === undefined ? drawn : place(drawn, stream.range);
}

function ribbonOf(x: number, y: number, toX: number, toY: number, height: number): string {
  const half = (x + toX) / 2;
  const below = fixed(toY + height);
  return `M${x} ${fixed(y)}C${half} ${fixed(y)} ${half} ${fixed(toY)} ${toX} ${fixed(toY)}V${below}C${half} ${below} ${half} ${fixed(y + height)} ${x} ${fixed(y + height)}Z`;
}

function label(x: number, y: number, anchor: "start" | "middle" | "end", name: string, count: number): SVGElement {
  return shape("text", { x: fixed(x), y: fixed(y), "text-anchor": anchor, "dominant-baseline": "central" }, `${name} `, shape("tspan", { class: "count" }, String(count)));
}

/** A column for each year, the year of the report last. */
function drawYears(years: readonly YearCount[]): HTMLElement {
  const most = Math.max(...years.map(({ received }) => received), 1);
  const step = Math.min(84, width / years.length);
  const left = (width - step * years.length) / 2;
  const tall = 84;
  const bars = years.flatMap(({ year, received }, index) => {
    const height = (received / most) * tall;
    const middle = fixed(left + (index + 0.5) * step);
    return [
      shape("rect", { class: index === years.length - 1 ? "block now" : "block", x: fixed(left + (index + 0.5) * step - 17), y: fixed(tall - height + 18), width: "34", height: fixed(Math.max(height, 1)), rx: "2" }),
      shape("text", { class: "count", x: middle, y: fixed(tall - height + 12), "text-anchor": "middle" }, String(received)),
      shape("text", { x: middle, y: String(tall + 36), "text-anchor": "middle" }, String(year)),
    ];
  });
  const inText = years.map(({ year, received }) => `${year}: ${received}`).join("，");
  const picture = shape("svg", { viewBox: `0 -8 ${width} ${tall + 50}`, role: "img", "aria-label": `${say("years")}：${inText}` }, ...bars);
  return element("figure", { class: "years" }, element("figcaption", {}, element("strong", {}, say("years"))), picture);
}

function fixed(length: number): string {
  return String(Math.round(length * 10) / 10);
}
