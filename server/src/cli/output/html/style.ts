/** The page's own style: nothing is fetched. Light and dark by the reader's system, plain on paper. */
export const style = `
:root { color-scheme: light dark; --paper: #f5f6f8; --card: #fff; --ink: #1d2330; --soft: #555e6e; --line: #d9dde4; --accent: #1b56b3; --error: #b3261e; --warning: #8a5200; --note: #2b6272; --mark: #ffe39a; --mark-ink: #3a2a00; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171c; --card: #1d2128; --ink: #e6e9ef; --soft: #a5adba; --line: #363c47; --accent: #8ab4f8; --error: #ff9d94; --warning: #f2bd68; --note: #86cfe0; --mark: #6a5200; --mark-ink: #fff3cf; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 36px; }
h1 { margin: 0 0 4px; font-size: 28px; }
h2 { margin: 0 0 14px; font-size: 20px; }
h3 { display: inline; margin: 0; font-size: 16px; overflow-wrap: anywhere; }
p { margin: 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.lead { color: var(--soft); }
.counts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px; margin: 24px 0 18px; padding: 0; list-style: none; }
.counts li { padding: 14px 18px; background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--soft); border-radius: 8px; }
.counts strong { display: block; font-size: 32px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .error { border-top-color: var(--error); }
.counts .warning { border-top-color: var(--warning); }
.counts .note { border-top-color: var(--note); }
nav ul { display: flex; flex-wrap: wrap; gap: 6px 20px; margin: 0 0 20px; padding: 0; list-style: none; }
main > section { margin-bottom: 20px; padding: 20px 24px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-size: 14px; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; overflow-wrap: anywhere; }
td .places { margin: 0; font-size: inherit; }
td details .places { font-size: 14px; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: var(--soft); }
.number .error, .severity.error { color: var(--error); font-weight: 600; }
.number .warning, .severity.warning { color: var(--warning); font-weight: 600; }
.number .note, .severity.note { color: var(--note); font-weight: 600; }
code { font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: 14px; }
.places { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0 0; padding: 0; list-style: none; font-size: 14px; }
summary { cursor: pointer; }
fieldset { display: flex; flex-wrap: wrap; gap: 6px 22px; margin: 0 0 12px; padding: 8px 16px 10px; border: 1px solid var(--line); border-radius: 8px; }
legend { padding: 0 6px; color: var(--soft); font-size: 14px; }
.report { border-top: 1px solid var(--line); padding: 12px 0; }
.report > summary .lead { margin-left: 10px; font-size: 14px; }
.finding { margin: 14px 0 0 18px; padding: 10px 14px; border-left: 4px solid var(--note); background: var(--paper); border-radius: 0 6px 6px 0; scroll-margin-top: 20px; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding:target, .report:target { outline: 2px solid var(--accent); outline-offset: 3px; }
.finding header { max-width: none; padding: 0; font-size: 14px; color: var(--soft); }
.finding pre { margin: 8px 0; padding: 8px 12px; background: var(--card); border: 1px solid var(--line); border-radius: 6px; font: inherit; font-size: 15px; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { padding: 1px 2px; background: var(--mark); color: var(--mark-ink); border-radius: 3px; }
mark:empty::after { content: "▸"; }
.aside { margin: 6px 0 0; padding-left: 20px; color: var(--soft); font-size: 14px; }
figure { margin: 0 0 18px; }
figcaption { font-weight: 600; }
.trends { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 8px 24px; }
svg { display: block; width: 100%; height: auto; }
svg text { font-size: 13px; fill: var(--soft); }
svg .value { fill: var(--ink); font-weight: 600; }
svg .grid { stroke: var(--line); }
svg .curve { stroke: var(--accent); stroke-width: 2.5; }
svg .gap { stroke-dasharray: 5 5; }
svg .point { fill: var(--accent); stroke: var(--card); stroke-width: 2; }
footer { padding-bottom: 36px; color: var(--soft); font-size: 14px; }
body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning, body:has(#show-note:not(:checked)) .finding.note { display: none; }
@media (max-width: 640px) { .counts { grid-template-columns: repeat(2, 1fr); } .trends { grid-template-columns: 1fr; } main > section { padding: 16px; } header, main, footer { padding-left: 14px; padding-right: 14px; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --error: #900; --warning: #640; --note: #045; --mark: #ddd; --mark-ink: #000; }
  body { font-size: 11pt; }
  nav, fieldset { display: none; }
  main > section { border: 0; padding: 0; }
  .finding, tr, figure { break-inside: avoid; }
  h2, summary { break-after: avoid; }
  header, main, footer { max-width: none; padding: 0; }
}
`;
