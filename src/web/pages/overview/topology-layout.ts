import type { Wan } from '../../client/types.ts';
import type { State } from '../../ui/state.ts';

/** A node; `x` and `y` of its middle, px. */
export interface Spot {
  readonly id: string;
  readonly kind: 'lan' | 'gateway' | 'wan' | 'internet';
  readonly label: string;
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Cable {
  readonly id: string;
  readonly state: State;
  /** SVG path, and its middle. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** Whose rates it shows; absent: of all WANs together. */
  readonly wan?: string;
  readonly withLabel: boolean;
}

export interface Drawing {
  readonly spots: readonly Spot[];
  readonly cables: readonly Cable[];
  readonly height: number;
}

const margin = 16;
/** px of nodes, and between the middles of neighbours. */
const height = 52;
const widths = { lan: 72, gateway: 96, wan: 116, internet: 76 } as const;
const step = { across: 76, narrowAlong: 112, narrowGap: 8 };
const wideFrom = 480;
/** Of the room between columns, to the first cables; what is behind the WANs needs no label. */
const labelled = 0.42;

interface Names {
  readonly lan: string;
  readonly gateway: string;
  readonly internet: string;
}
type Line = Pick<Wan, 'name' | 'label' | 'state'>;
type Place = (column: number, index: number, count: number) => { readonly x: number; readonly y: number };

/** LAN, gateway, WANs, Internet: each kind a column (wide) or a row (narrow), its members in the middle of it. */
export function topologyOf(names: Names, wans: readonly Line[], width: number): Drawing {
  const most = Math.max(1, wans.length);
  if (width >= wideFrom) {
    const tall = Math.max(3, most) * step.across + 2 * margin;
    const spots = spotsOf(names, wans, columnsOf(width, tall), widths.wan);
    return { spots, cables: cablesOf(spots, wans, true), height: tall };
  }
  const room = (width - 2 * margin - (most - 1) * step.narrowGap) / most;
  const wanWidth = Math.min(widths.wan, room);
  const rows: Place = (row, index, count) => ({
    x: width / 2 + (index - (count - 1) / 2) * (wanWidth + step.narrowGap),
    y: margin + height / 2 + row * step.narrowAlong,
  });
  const spots = spotsOf(names, wans, rows, wanWidth);
  return { spots, cables: cablesOf(spots, wans, false), height: 3 * step.narrowAlong + height + 2 * margin };
}

function columnsOf(width: number, tall: number): Place {
  const nodes = [widths.lan, widths.gateway, widths.wan, widths.internet];
  const free = width - 2 * margin - nodes.reduce((sum, one) => sum + one, 0);
  const gaps = [0, free * labelled, free * labelled, free * (1 - 2 * labelled)];
  const middles = nodes.map((own, index) => {
    const before = nodes.slice(0, index).reduce((sum, one) => sum + one, 0);
    const gapsBefore = gaps.slice(0, index + 1).reduce((sum, one) => sum + one, 0);
    return margin + before + gapsBefore + own / 2;
  });
  return (column, index, count) => ({
    x: middles[column] ?? 0,
    y: tall / 2 + (index - (count - 1) / 2) * step.across,
  });
}

function spotsOf(names: Names, wans: readonly Line[], place: Place, wanWidth: number): readonly Spot[] {
  const isUp = wans.some(({ state }) => state === 'up' || state === 'degraded');
  const one = (kind: 'lan' | 'gateway' | 'internet', column: number, state: State): Spot => ({
    ...{ id: kind, kind, label: names[kind], state, width: widths[kind] },
    ...place(column, 0, 1),
  });
  return [
    one('lan', 0, 'up'),
    one('gateway', 1, 'up'),
    ...wans.map(({ name, label, state }, index) => ({
      ...{ id: `wan-${name}`, kind: 'wan' as const, label, state, width: wanWidth },
      ...place(2, index, wans.length),
    })),
    one('internet', 3, isUp ? 'up' : 'down'),
  ];
}

function cablesOf(spots: readonly Spot[], wans: readonly Line[], wide: boolean): readonly Cable[] {
  const at = new Map(spots.map(one => [one.id, one]));
  const cable = (id: string, from: string, to: string, state: State, wan?: string): readonly Cable[] => {
    const [start, end] = [at.get(from), at.get(to)];
    if (!start || !end) return [];
    const withLabel = id === 'lan' || id.startsWith('in-');
    return [{ id, state, ...between(start, end, wide), withLabel, ...(wan !== undefined && { wan }) }];
  };
  return [
    ...cable('lan', 'lan', 'gateway', at.get('internet')?.state ?? 'unknown'),
    ...wans.flatMap(({ name, state }) => [
      ...cable(`in-${name}`, 'gateway', `wan-${name}`, state, name),
      ...cable(`out-${name}`, `wan-${name}`, 'internet', state, name),
    ]),
  ];
}

/** A curve that leaves one node and enters the other straight. */
function between(from: Spot, to: Spot, wide: boolean): Pick<Cable, 'path' | 'x' | 'y'> {
  const [a, b] = wide
    ? [
        { x: from.x + from.width / 2, y: from.y },
        { x: to.x - to.width / 2, y: to.y },
      ]
    : [
        { x: from.x, y: from.y + height / 2 },
        { x: to.x, y: to.y - height / 2 },
      ];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  // Where cables are apart: at their ends.
  const label = wide ? { x: from.kind === 'lan' ? middle.x : b.x - 44, y: b.y } : { x: b.x, y: b.y - 26 };
  const bend = wide ? `${middle.x} ${a.y} ${middle.x} ${b.y}` : `${a.x} ${middle.y} ${b.x} ${middle.y}`;
  return { path: `M${a.x} ${a.y}C${bend} ${b.x} ${b.y}`, ...label };
}
