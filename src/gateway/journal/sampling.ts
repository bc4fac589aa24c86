import type { Sample } from '../../journal/index.ts';
import type { Measured } from '../../probe/index.ts';
import { unlessRefused } from '../../sys/index.ts';
import type { GatewayEvent, LineState } from '../core/index.ts';
import type { CountedTraffic, TrafficLook } from '../traffic/index.ts';
import { type Reading, seriesOf } from './series.ts';

export interface SamplingOptions {
  readonly everySecond: CountedTraffic['everySecond'];
  /** What is known of the lines at a look, with what probes measure where they were asked. */
  readonly reading: (look: TrafficLook, measured: Measured | undefined) => Omit<Reading, 'isProbed'>;
  readonly measured: () => Promise<Measured>;
  /** The gateway says itself when a line turns. */
  readonly hasLineEvents: () => boolean;
}

/** Who is told. */
export interface SamplingListener {
  /** Some seconds at once, as each would wake a thread. */
  readonly samples: (samples: readonly Sample[]) => void;
  readonly turned: (event: GatewayEvent) => void;
}

/** So many seconds go together: a kill takes that many. */
const together = 10;

/**
 * Once a second: what is measured; and the states of lines where the gateway itself has no events for them (RouterOS's pace), and
 * at the start, as the last run may have ended with others. Probes are asked as often as seconds go together: what they say is
 * of the last half minute.
 */
export function sampling(
  { reading, measured, everySecond, hasLineEvents }: SamplingOptions,
  { samples, turned }: SamplingListener,
): () => void {
  let before: Reading | undefined;
  let waiting: Sample[] = [];
  let probed: Measured | undefined;
  let unasked = 0;
  const send = (): void => {
    if (waiting.length > 0) samples(waiting);
    waiting = [];
  };
  const ask = async (): Promise<void> => {
    unasked = 0;
    probed = await measured();
  };
  const take = (look: TrafficLook): void => {
    const now = { ...reading(look, probed), isProbed: probed !== undefined };
    probed = undefined;
    waiting.push({ timeS: Math.floor(Date.now() / 1000), values: seriesOf(now, before) });
    const events = turnedLines(now, before);
    if (!before || !hasLineEvents()) for (const event of events) turned(event);
    before = now;
    // When a line was down is what a kill should not take.
    if (waiting.length >= together || events.length > 0) send();
    if (++unasked >= together) void ask();
  };
  void ask();
  // Figures are no reason to fail.
  const seconds = everySecond({ isWanted: () => true, hear: look => unlessRefused(() => take(look)) });
  return () => {
    seconds.stop();
    send();
  };
}

type LineEvent = Extract<GatewayEvent, { readonly type: 'line' }>;

function turnedLines({ lines, atMs }: Reading, before: Reading | undefined): readonly LineEvent[] {
  return lines
    .filter(({ wan, status }) => before?.lines.find(one => one.wan === wan)?.status !== status)
    .map(({ wan: line, status, cause, held }) => {
      return { type: 'line', atMs, sinceMs: atMs, line, status, held, cause: cause as LineState['cause'] };
    });
}
