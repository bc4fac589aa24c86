/** What a path does to packets, as measured. */
export interface PathQuality {
  /** Mean round trip in ms; undefined where nothing came back. */
  readonly delayMs: number | undefined;
  /** Mean difference of successive round trips in ms; undefined below two answers. */
  readonly jitterMs: number | undefined;
  /** Per cent of packets lost, 0..100. */
  readonly lossPct: number;
}

/** Marks from 1 (bad) to 4 (very good), and their mean with its category. */
export interface Tiphon {
  readonly delay: number;
  readonly jitter: number;
  readonly loss: number;
  /** Mean of the three, two decimals. */
  readonly index: number;
  readonly category: 'very satisfying' | 'satisfying' | 'less satisfying' | 'bad';
}

/**
 * The scale that Indonesian QoS papers use: ETSI TR 101 329 V2.1.1 (TIPHON), marks 4 to 1 for delay (150, 300,
 * 450 ms), jitter (0, 75, 125 ms) and loss (0, 3, 15 %); index = mean, categories from 3.8, 3 and 2 on.
 * Jitter is rounded to whole ms first, since those papers read "0 ms" off tools that print whole ms.
 */
export function tiphon(path: PathQuality): Tiphon {
  const delay = mark(path.delayMs ?? Number.POSITIVE_INFINITY, value => [
    value < 150,
    value < 300,
    value < 450,
  ]);
  const jitter = mark(Math.round(path.jitterMs ?? Number.POSITIVE_INFINITY), value => [
    value === 0,
    value < 75,
    value < 125,
  ]);
  const loss = mark(path.lossPct, value => [value === 0, value <= 3, value <= 15]);
  const index = Math.round(((delay + jitter + loss) / 3) * 100) / 100;
  return { delay, jitter, loss, index, category: category(index) };
}

function mark(value: number, steps: (value: number) => readonly boolean[]): number {
  const step = steps(value).indexOf(true);
  return step < 0 ? 1 : 4 - step;
}

function category(index: number): Tiphon['category'] {
  if (index >= 3.8) return 'very satisfying';
  if (index >= 3) return 'satisfying';
  return index >= 2 ? 'less satisfying' : 'bad';
}
