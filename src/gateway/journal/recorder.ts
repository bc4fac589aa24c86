import { type JournalSaying, type JournalThread, startJournal } from '../../journal/index.ts';
import type { JournalFigures, MetricsSnapshot } from '../../metrics/index.ts';
import { environmentTrouble, smallThread } from '../../sys/index.ts';
import type { FactsOf } from '../conditions/index.ts';
import type { GatewayEvent, LineState } from '../core/index.ts';
import type { EventHub } from '../event-hub.ts';
import type { Recorded } from '../history/index.ts';
import { openStateDir } from '../state/index.ts';
import { correlated, noCorrelations } from './correlate.ts';
import { entryOf } from './entry.ts';
import { type Reading, seriesCapacity, seriesOf } from './series.ts';

/** Keeps what a gateway says and measures. */
export interface Recorder {
  figures(): JournalFigures;
  /** Measures nothing more. */
  rest(): void;
  close(): Promise<void>;
}

type Troubles = readonly FactsOf<'gateway/journal'>[];

export interface RecorderOptions {
  /** Folder of what outlives a reboot. */
  readonly dir: string;
  readonly startedAt: string;
  readonly hub: EventHub;
  readonly nowMs: () => number;
  readonly figures: () => Promise<MetricsSnapshot>;
  readonly lines: number;
  /** Hears all that is wrong with the journal, when that changes. */
  readonly onTroubles: (troubles: Troubles) => void;
}

const everyMs = 1000;

export function startRecorder(options: RecorderOptions): Recorder {
  const { dir, startedAt, hub, onTroubles, lines } = options;
  openStateDir(dir);
  let [figures, troubles]: [JournalFigures, Troubles] = [{ entries: 0, lost: 0 }, []];
  const without = (which: Troubles[number]['trouble']): Troubles =>
    troubles.filter(({ trouble }) => trouble !== which);
  const hear = (saying: JournalSaying): void => {
    const before = troubles;
    if (saying.kind === 'written') figures = saying;
    else if (saying.kind === 'fine') troubles = without('unwritten');
    else if (saying.kind === 'trouble')
      troubles = [...without('unwritten'), { trouble: 'unwritten', said: saying.what }];
    else if (saying.store === 'lines') troubles = [...without('plain'), { trouble: 'plain', said: '' }];
    if (troubles !== before && (troubles.length > 0 || before.length > 0)) onTroubles(troubles);
  };
  const thread = startJournal({ dir, capacity: seriesCapacity(lines), onSaying: hear, limits: smallThread });
  const record = recording(thread, runId(startedAt));
  for (const one of hub.history.entries()) record(one);
  const end = hub.subscribe(record);
  const stop = sampling(options, thread, record);
  return {
    figures: () => figures,
    rest: stop,
    async close() {
      end();
      stop();
      await thread.close();
    },
  };
}

/** Correlations of different runs must not meet. */
const runId = (startedAt: string): string => Math.floor(Date.parse(startedAt) / 1000).toString(36);

function recording(thread: JournalThread, run: string) {
  let known = noCorrelations;
  return (recorded: Recorded): void => {
    const found = correlated(known, recorded, `${run}-${recorded.seq}`);
    known = found.known;
    thread.entries([entryOf(recorded, found.id)]);
  };
}

/**
 * Once a second: what is measured; and the states of lines where the gateway itself has no events for them (RouterOS's pace), and
 * at the start, as the last run may have ended with others.
 */
function sampling(
  { nowMs, figures, hub }: RecorderOptions,
  thread: JournalThread,
  record: (recorded: Recorded) => void,
): () => void {
  let before: Reading | undefined;
  let isBusy = false;
  const look = async (): Promise<void> => {
    const reading = { figures: await figures(), atMs: nowMs() };
    thread.sample(Math.floor(Date.now() / 1000), seriesOf(reading, before));
    const seq = hub.history.entries().at(-1)?.seq ?? 0;
    const time = new Date().toISOString();
    for (const event of turnedLines(reading, before)) record({ seq, time, event });
    before = reading;
  };
  const tick = (): void => {
    if (isBusy) return;
    isBusy = true;
    look()
      .catch(error => {
        // Figures are no reason to fail; any other error is a defect.
        if (!environmentTrouble(error)) throw error;
      })
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(tick, everyMs);
  timer.unref();
  tick();
  return () => clearInterval(timer);
}

type LineEvent = Extract<GatewayEvent, { readonly type: 'line' }>;

function turnedLines({ figures, atMs }: Reading, before: Reading | undefined): readonly LineEvent[] {
  if (before && figures.gateway.pace === 'jalur') return [];
  return figures.lines
    .filter(({ wan, status }) => before?.figures.lines.find(one => one.wan === wan)?.status !== status)
    .map(({ wan: line, status, cause, held }) => {
      return { type: 'line', atMs, sinceMs: atMs, line, status, held, cause: cause as LineState['cause'] };
    });
}
