import type { Recorded } from './history.ts';

/** What a listener has heard last. */
export interface Heard {
  readonly run: string;
  readonly seq: number;
}

/** What he hears first, and where he stands then. */
export interface Resumed {
  readonly standing: Heard & {
    /** Events that he has not heard are not kept any more, or were of another run. */
    readonly missed: boolean;
  };
  readonly events: readonly Recorded[];
}

/** `kept`: all of this run that are kept, oldest first. */
export function resumed(kept: readonly Recorded[], run: string, heard: Heard | undefined): Resumed {
  const seq = kept.at(-1)?.seq ?? 0;
  if (!heard) return { standing: { run, seq, missed: false }, events: [] };
  if (heard.run !== run || heard.seq > seq) return { standing: { run, seq, missed: true }, events: kept };
  const missed = (kept[0]?.seq ?? seq + 1) > heard.seq + 1;
  return { standing: { run, seq, missed }, events: kept.filter(one => one.seq > heard.seq) };
}
