import { dark, light, paper } from './colours.ts';

const variables = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');

/** What is inside of drawings, on the page and in files of their own. */
export const drawingStyle = `
.grid { stroke: var(--edge); stroke-width: 1; }
.axis { stroke: var(--muted); stroke-width: 1; }
.tick { fill: var(--muted); font-size: 12px; }
.line { fill: none; stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round; }
.line.s1 { stroke: var(--s1); } .line.s2 { stroke: var(--s2); } .line.s3 { stroke: var(--s3); }
.line.s4 { stroke: var(--s4); } .line.s5 { stroke: var(--s5); } .line.s6 { stroke: var(--s6); }
.bar.s1, .swatch.s1 { fill: var(--s1); background: var(--s1); } .bar.s2, .swatch.s2 { fill: var(--s2); background: var(--s2); }
.bar.s3, .swatch.s3 { fill: var(--s3); background: var(--s3); } .bar.s4, .swatch.s4 { fill: var(--s4); background: var(--s4); }
.bar.s5, .swatch.s5 { fill: var(--s5); background: var(--s5); } .bar.s6, .swatch.s6 { fill: var(--s6); background: var(--s6); }
.rail { fill: var(--rail); }
.lost { fill: var(--lost); }
.mark { stroke: var(--mark); stroke-width: 1.4; stroke-dasharray: 5 3; }
.mark-label { fill: var(--mark); font-size: 12.5px; font-weight: 600; }
.expected { stroke: var(--text); stroke-width: 2.2; }
.limit { stroke: var(--muted); stroke-width: 2; stroke-dasharray: 2 3; }
.limit-label { fill: var(--muted); font-size: 11.5px; }
.whisker { stroke: var(--text); stroke-width: 1.6; }
.axis-title { fill: var(--muted); font-size: 12px; }
.bar-name { fill: var(--text); font-size: 14px; }
.bar-value { fill: var(--muted); font-size: 13px; }
`;

/** The report's style sheet. Colours are variables, so that light, dark and print differ in one place each. */
export const style = `
:root {
  color-scheme: light dark;
  ${variables(light)}
}
@media (prefers-color-scheme: dark) {
  :root {
  ${variables(dark)}
}
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: break-word;
}
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--surface); z-index: 1; }
.skip:focus { left: 0; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
header, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2.5rem; }
.eyebrow { margin: 0 0 .4rem; color: var(--muted); font-size: .9rem; }
h1 { margin: 0 0 .8rem; font-size: clamp(1.45rem, 1.1rem + 1.6vw, 2.1rem); line-height: 1.22; letter-spacing: -.012em; text-wrap: balance; }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 1.6rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; max-width: 75ch; }
.card { background: var(--surface); border: 1px solid var(--edge); border-radius: 12px; padding: 1.4rem clamp(1rem, 3vw, 1.8rem); margin: 1.4rem 0; }
.heading { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem; }
.heading .aside { color: var(--muted); font-size: .88rem; margin-left: auto; }
.badge { display: inline-block; padding: .12rem .6rem; border-radius: 99px; font-size: .84rem; font-weight: 650; white-space: nowrap; }
.badge.pass { color: var(--pass); background: var(--pass-ground); }
.badge.measured { color: var(--muted); background: var(--rail); }
.badge.reproduced { color: var(--warn); background: var(--warn-ground); }
.badge.fail { color: var(--fail); background: var(--fail-ground); }
.finding { font-size: 1.06rem; font-weight: 550; margin: .8rem 0 .2rem; }
.expectation, .note, figcaption, .facts { color: var(--muted); }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 0; padding: 0; list-style: none; font-size: .92rem; }
.scroll { container-type: inline-size; overflow-x: auto; margin: .9rem 0; border: 1px solid var(--edge); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .6rem .8rem; font-weight: 600; }
caption .whole { display: block; position: sticky; left: .8rem; max-width: calc(100cqi - 1.6rem); }
caption .origin, figcaption .origin, nav .origin { color: var(--muted); font-weight: 400; }
th, td { padding: .38rem .8rem; text-align: left; vertical-align: top; border-top: 1px solid var(--edge); }
th { font-weight: 600; color: var(--muted); overflow-wrap: normal; }
thead th { font-size: .82rem; vertical-align: bottom; line-height: 1.35; }
.data td { white-space: nowrap; }
.data td.prose { white-space: normal; min-width: 16rem; }
td.number, th.number { text-align: right; }
th.number { min-width: 5.5rem; }
.keys td.number { white-space: nowrap; }
tbody th { color: inherit; }
.sign { font-weight: 700; white-space: nowrap; }
.sign.pass { color: var(--pass); }
.sign.fail { color: var(--fail); }
.note { font-size: .9rem; padding: 0 .8rem .6rem; margin: 0; }
.scroll .note { position: sticky; left: 0; max-width: min(75ch, 100cqi); }
figure { margin: 1.5rem 0; }
figcaption { color: var(--text); font-weight: 600; margin-bottom: .3rem; }
.plot { padding: 0 1.6rem 0 3.6rem; }
.plot.plain { padding: .4rem 0 0; }
.plot svg { display: block; overflow: visible; }
${drawingStyle}
.swatch.lost { background: var(--lost); outline: 1px solid var(--mark); }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: 0; padding: 0; list-style: none; font-size: .88rem; }
.swatch { display: inline-block; width: .85em; height: .85em; border-radius: 3px; margin-right: .45em; vertical-align: -.06em; }
.moments { font-size: .88rem; color: var(--muted); margin: .4rem 0; padding-left: 2rem; columns: 18rem; }
details { margin: .4rem 0; font-size: .92rem; }
summary { cursor: pointer; color: var(--link); }
.bench { display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 1fr); gap: 1.4rem; align-items: center; }
.bench svg { width: 100%; height: auto; max-width: 21rem; margin: 0 auto; display: block; }
.box { fill: var(--surface); stroke: var(--muted); stroke-width: 1.4; }
.wire { fill: none; stroke: var(--muted); stroke-width: 1.6; }
.box-name { fill: var(--text); font-size: 13px; font-weight: 650; }
.box-text { fill: var(--muted); font-size: 11px; }
.versus { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 1.4rem; }
.plain-list { padding-left: 1.2rem; margin: .4rem 0; }
.box-fail, .box-reproduced { border-left: 4px solid var(--warn); background: var(--warn-ground); border-radius: 6px; padding: .1rem 1rem .5rem; margin: .9rem 0; }
.box-fail { border-color: var(--fail); background: var(--fail-ground); }
.box-fail h3, .box-reproduced h3 { margin-top: .6rem; }
.first { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.8rem; }
.first nav h3 { margin-top: .9rem; }
footer { color: var(--muted); font-size: .88rem; padding-bottom: 3rem; }
code { font: .92em ui-monospace, "SFMono-Regular", "DejaVu Sans Mono", monospace; }
@media (max-width: 46rem) {
  .bench { grid-template-columns: minmax(0, 1fr); }
  .heading .aside { margin-left: 0; flex-basis: 100%; }
  .plot { padding-left: 3.2rem; padding-right: .8rem; }
  .first { grid-template-columns: minmax(0, 1fr); }
  .data th:first-child, .data td:first-child { position: sticky; left: 0; max-width: 9rem; white-space: normal; background: var(--surface); }
  .plot.plain { padding: .4rem 0 0; }
  .stack thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; white-space: nowrap; }
  .stack, .stack tbody, .stack caption { display: block; }
  .stack tr { display: block; border-top: 1px solid var(--edge); padding: .5rem 0; }
  .stack tbody th, .stack td { display: block; border: 0; padding: .1rem .8rem; white-space: normal; }
  .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); }
}
@media print {
  :root {
  color-scheme: light;
  ${variables({ ...light, ...paper })}
}
  body { font-size: 10.5pt; }
  .skip, nav, details { display: none; }
  .card { border: 0; padding: 0; margin: 1.6rem 0; }
  .card .heading, figure, tr { break-inside: avoid; }
  .heading { break-after: avoid; }
  .scroll { overflow: visible; }
}
`;
