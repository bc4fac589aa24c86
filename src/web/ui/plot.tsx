import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { dashes } from './dashes.ts';
import style from './plot.module.css';

export interface PlotLine {
  readonly label: string;
  /** By time; null where nothing was measured, undefined where this line has no value at that time. */
  readonly values: readonly (number | null | undefined)[];
  /** What it shows is trouble: drawn in its colour, as an area. */
  readonly bad?: boolean;
}

export interface PlotProps {
  /** Said for those who do not see it. */
  readonly label: string;
  /** ms since 1970, or since the start. */
  readonly times: readonly number[];
  readonly lines: readonly PlotLine[];
  readonly say: (value: number) => string;
  readonly height?: number;
  /** The scale reaches this at least. */
  readonly least?: number;
  /** Something that lasted from then to then. */
  readonly marked?: readonly (readonly [from: number, to: number])[];
  /** Times count from the start of what was measured. */
  readonly elapsed?: boolean;
  /** Moments at which something happened. */
  readonly moments?: readonly number[];
  /** Values that cannot be passed. */
  readonly limits?: readonly number[];
}

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Measurements over time. Drawn again where the theme changes: a canvas knows no styles. */
export default function Plot(props: PlotProps) {
  const { ref, width } = useElementSize();
  const root = useRef<HTMLDivElement>(null);
  // What the system wants counts too, and may change while this is shown.
  const colorScheme = useComputedColorScheme('light');
  const { label, times, lines, height = 160 } = props;
  useEffect(() => {
    if (!root.current || width === 0) return;
    const data = [
      times.map(time => time / 1000),
      ...lines.map(line => [...line.values]),
    ] as UPlot.AlignedData;
    const plot = new UPlot(optionsOf(props, width, height), data, root.current);
    return () => plot.destroy();
  }, [props, times, lines, width, height, colorScheme]);
  return (
    <div ref={ref} className={style['plot']} style={{ minHeight: height }} role="img" aria-label={label}>
      <div ref={root} />
    </div>
  );
}

function optionsOf(props: PlotProps, width: number, height: number): UPlot.Options {
  const { lines, say, least = 1, marked = [], elapsed = false, moments = [], limits = [] } = props;
  const [ink, weak, line, bad, font] = ['--ink', '--ink-3', '--line', '--down-mark', '--font'].map(colour);
  const axis = {
    stroke: weak ?? '',
    grid: { stroke: line ?? '', width: 1 },
    ticks: { show: false },
    font: `12px ${font}`,
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false },
    padding: [8, 8, 0, 0],
    scales: { x: { time: !elapsed }, y: { range: (_, __, top) => [0, Math.max(least, (top ?? 0) * 1.1)] } },
    axes: [
      { ...axis, size: 28, values: (_, splits) => splits.map(elapsed ? secondOf : clockOf(splits)) },
      { ...axis, size: 72, values: (_, splits) => splits.map(say) },
    ],
    series: [
      {},
      ...lines.map((one, index) => ({
        label: one.label,
        stroke: one.bad ? (bad ?? '') : index === 0 ? (ink ?? '') : (weak ?? ''),
        width: 1.5,
        ...(one.bad && { fill: `${bad}33` }),
        ...(!one.bad && { dash: [...(dashes[index % dashes.length] ?? [])] }),
        points: { show: false },
      })),
    ],
    hooks: {
      drawClear: [plot => drawMarked(plot, marked)],
      draw: [plot => drawGuides(plot, moments, limits)],
    },
  };
}

/** Hours and minutes, and seconds where the axis is finer than that. */
const clockOf =
  (splits: readonly number[]) =>
  (second: number): string => {
    const fine = splits.length > 1 && (splits[1] ?? 0) - (splits[0] ?? 0) < 60;
    return new Date(second * 1000).toTimeString().slice(0, fine ? 8 : 5);
  };

/** `12 s`. */
const secondOf = (second: number): string => `${second} s`;

function drawMarked(plot: UPlot, marked: NonNullable<PlotProps['marked']>): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.fillStyle = colour('--down-soft');
  for (const [from, to] of marked) {
    const left = Math.max(bbox.left, plot.valToPos(from / 1000, 'x', true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(to / 1000, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, Math.max(2, right - left), bbox.height);
  }
  ctx.restore();
}

/** Moments as lines down, limits as dotted lines across. */
function drawGuides(plot: UPlot, moments: readonly number[], limits: readonly number[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.strokeStyle = colour('--line-strong');
  ctx.setLineDash([]);
  ctx.beginPath();
  for (const moment of moments) {
    const x = Math.round(plot.valToPos(moment / 1000, 'x', true));
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
  }
  ctx.stroke();
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  for (const limit of limits) {
    const y = Math.round(plot.valToPos(limit, 'y', true));
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
  }
  ctx.stroke();
  ctx.restore();
}
