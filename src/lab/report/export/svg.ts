import type { Bars, Timeline } from '../../experiments/result.ts';
import { light } from '../colours.ts';
import { figureTitle, runText, seriesName } from '../figure.ts';
import { type Html, html, raw } from '../html.ts';
import type { NumberedFigure } from '../numbered.ts';
import { barsContent, barsHeight } from '../plot/bars.ts';
import { describeBars, describeTimeline } from '../plot/describe.ts';
import { timelineContent, timelineRoom } from '../plot/timeline.ts';
import type { PageWords } from '../say/page.ts';
import { drawingStyle } from '../style.ts';

/** A drawing as a file of its own. Sizes in px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

const width = 960;
const margin = 20;
const titleHeight = 56;
const legendRow = 20;

const fonts =
  '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, Helvetica, sans-serif';

/** Programs that draw SVG outside of a browser do not know variables: the colours of the day stand in their place. */
const style = `svg { font-family: ${fonts}; }
.title { fill: var(--text); font-size: 16px; font-weight: 600; }
.run { fill: var(--muted); font-size: 13px; }
.legend { fill: var(--text); font-size: 13px; }
.paper { fill: var(--surface); }${drawingStyle}`.replace(
  /var\(--([a-z0-9-]+)\)/g,
  (_, name: string) => light[name as keyof typeof light],
);

interface Body {
  readonly content: Html;
  readonly height: number;
  readonly describes: string;
}

function bars(figure: Bars, say: PageWords): Body {
  const height = barsHeight(figure);
  const content = html`<svg x="${margin}" y="${titleHeight}" width="${width - 2 * margin}" height="${height}" overflow="visible">${barsContent(figure, say)}</svg>`;
  return { content, height: titleHeight + height + margin, describes: describeBars(figure, say) };
}

const left = 76;

function legendOf({ series }: Timeline, say: PageWords): Html {
  const entry = (one: Timeline['series'][number], index: number): Html => {
    const [x, y] = [margin + (index % 2) * 440, titleHeight + Math.floor(index / 2) * legendRow];
    return html`<rect class="swatch s${(index % 6) + 1}" x="${x}" y="${y}" width="12" height="12" rx="3"/><text class="legend" x="${x + 18}" y="${y + 11}">${seriesName(one, say)}</text>`;
  };
  return html`${series.map(entry)}`;
}

function timeline(figure: Timeline, say: PageWords): Body {
  const { above, below, height } = timelineRoom(figure);
  const top = titleHeight + Math.ceil(figure.series.length / 2) * legendRow + above;
  const content = html`${legendOf(figure, say)}
<svg x="${left}" y="${top}" width="${width - left - 2 * margin}" height="${height}" overflow="visible">${timelineContent(figure, say)}</svg>`;
  return { content, height: top + height + below, describes: describeTimeline(figure, say) };
}

/** A figure as a file that needs nothing else: title, legend, axes, colours and fonts are in it. */
export function figureSvg(numbered: NumberedFigure, say: PageWords): Drawing {
  const { figure } = numbered;
  const { content, height, describes } = figure.kind === 'bars' ? bars(figure, say) : timeline(figure, say);
  const title = figureTitle(numbered, say);
  const svg =
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${title}</title><desc>${describes}</desc>
<style>${raw(style)}</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="${margin}" y="26">${title}</text>
<text class="run" x="${margin}" y="45">${runText(figure, say)}</text>
${content}
</svg>
`.html;
  return { width, height, svg };
}
