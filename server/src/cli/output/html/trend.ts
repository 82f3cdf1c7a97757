import type { Language } from "../../../core/index.js";
import { say } from "../../words.js";
import type { PageEntry } from "./entry.js";
import { html, type Markup } from "../../../markup/html.js";

export interface Point {
  readonly year: number;
  readonly value: number;
}

/** Applications received by an organ, year by year. A year with two reports is left out: nobody knows which counts. */
export function pointsOf(entries: readonly PageEntry[]): readonly Point[] {
  const points = entries.flatMap(({ year, received }) => (year === undefined || received === undefined ? [] : [{ year, value: received }]));
  return points.filter(({ year }) => entries.filter((entry) => entry.year === year).length === 1).sort((a, b) => a.year - b.year);
}

const width = 640;
const height = 220;
const left = 56;
const right = 24;
const top = 28;
const bottom = 34;
const steps = 4;

/** A line over the years; where a year is missing the line is dashed. */
export function trendPlot(organ: string, points: readonly Point[], language: Language): Markup {
  const scale = scaleOf(points);
  const title = say({ zh: `${organ}：历年新收政府信息公开申请（件）`, en: `${organ}: applications received by year` }, language);
  return html`<figure class="trend">
<figcaption>${title}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${title}：${points.map(({ year, value }) => `${year} ${value}`).join("，")}`}">
${Array.from({ length: steps + 1 }, (_, i) => gridLine((scale.most * i) / steps, scale))}
${points.slice(1).map((point, i) => segment(points[i] ?? point, point, scale))}
${points.map((point) => mark(point, scale))}
</svg>
</figure>`;
}

interface Scale {
  readonly most: number;
  x(year: number): number;
  y(value: number): number;
}

function scaleOf(points: readonly Point[]): Scale {
  const first = points[0]?.year ?? 0;
  const span = Math.max(1, (points.at(-1)?.year ?? 0) - first);
  const most = roundedUp(Math.max(steps, ...points.map(({ value }) => value)));
  return {
    most,
    x: (year) => Math.round(left + 24 + ((width - left - right - 48) * (year - first)) / span),
    y: (value) => Math.round(height - bottom - ((height - top - bottom) * value) / most),
  };
}

/** The next 4, 8, 20, 40, 80, 200 …, so that the lines of the grid have round numbers. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [0.4, 0.8, 1, 2, 4, 8, 10].map((factor) => Math.round(factor * power)).find((candidate) => candidate >= value && candidate % steps === 0) ?? 20 * power;
}

function gridLine(value: number, { y }: Scale): Markup {
  return html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/><text class="scale" x="${left - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`;
}

function segment(from: Point, to: Point, { x, y }: Scale): Markup {
  return html`<line class="${to.year - from.year === 1 ? "curve" : "curve gap"}" x1="${x(from.year)}" y1="${y(from.value)}" x2="${x(to.year)}" y2="${y(to.value)}"/>`;
}

function mark({ year, value }: Point, { x, y }: Scale): Markup {
  return html`<circle class="point" cx="${x(year)}" cy="${y(value)}" r="4"/><text class="value" x="${x(year)}" y="${y(value) - 10}" text-anchor="middle">${value}</text><text class="scale" x="${x(year)}" y="${height - 12}" text-anchor="middle">${year}</text>`;
}
