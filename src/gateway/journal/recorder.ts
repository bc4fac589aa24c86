import { type JournalSaying, type JournalThread, startJournal } from '../../journal/index.ts';
import type { JournalFigures } from '../../metrics/index.ts';
import { smallThread } from '../../sys/index.ts';
import type { FactsOf } from '../conditions/index.ts';
import type { GatewayEvent } from '../core/index.ts';
import type { EventHub } from '../event-hub.ts';
import type { Recorded } from '../history/index.ts';
import { openStateDir } from '../state/index.ts';
import { correlated, noCorrelations } from './correlate.ts';
import { entryOf } from './entry.ts';
import { type SamplingOptions, sampling } from './sampling.ts';
import { seriesCapacity } from './series.ts';

/** Keeps what a gateway says and measures. */
export interface Recorder {
  figures(): JournalFigures;
  /** Measures nothing more. */
  rest(): void;
  close(): Promise<void>;
}

type Troubles = readonly FactsOf<'gateway/journal'>[];

export interface RecorderOptions extends SamplingOptions {
  /** Folder of what outlives a reboot. */
  readonly dir: string;
  readonly startedAt: string;
  readonly hub: EventHub;
  readonly lines: number;
  /** Hears of lines that turned, where the gateway itself does not say it. */
  readonly onTurned: (event: GatewayEvent) => void;
  /** Hears all that is wrong with the journal, when that changes. */
  readonly onTroubles: (troubles: Troubles) => void;
}

export function startRecorder(options: RecorderOptions): Recorder {
  const { dir, startedAt, hub, onTroubles, onTurned, lines } = options;
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
  const turned = (event: GatewayEvent): void => {
    onTurned(event);
    record({ seq: hub.history.entries().at(-1)?.seq ?? 0, time: new Date().toISOString(), event });
  };
  const stop = sampling(options, { samples: thread.samples, turned });
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
