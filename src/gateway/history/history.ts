import { conditionKey } from '../conditions/index.ts';
import type { GatewayEvent } from '../core/index.ts';

/** Something the gateway has said, with its number and the time of day. */
export interface Recorded {
  /** Counts up from 1 without gaps. */
  readonly seq: number;
  /** UTC, ISO 8601 with milliseconds. */
  readonly time: string;
  readonly event: GatewayEvent;
}

/** What the gateway has said lately, in memory: nothing of it is a secret. */
export interface History {
  add(event: GatewayEvent): Recorded;
  /** Since a time (ISO 8601, UTC; default: all that is kept), oldest first. */
  entries(since?: string): readonly Recorded[];
  /** Since when the conditions are open that are open now, by `conditionKey`. */
  readonly openSince: ReadonlyMap<string, string>;
}

const kept = 1000;
/** Of one decision: the first one may change thousands of things, which `jalur plan` shows. */
const keptChanges = 40;

export function history(now: () => Date = () => new Date()): History {
  const list: Recorded[] = [];
  const openSince = new Map<string, string>();
  let seq = 0;
  return {
    add(event) {
      const recorded: Recorded = { seq: ++seq, time: now().toISOString(), event };
      list.push({ ...recorded, event: shortened(event) });
      if (list.length > kept) list.shift();
      noteCondition(openSince, recorded);
      return recorded;
    },
    entries: since => (since === undefined ? [...list] : list.filter(({ time }) => time >= since)),
    openSince,
  };
}

function noteCondition(openSince: Map<string, string>, { event, time }: Recorded): void {
  if (event.type === 'cleared') openSince.delete(conditionKey(event.condition));
  if (event.type !== 'problem') return;
  const key = conditionKey(event.condition);
  if (!openSince.has(key)) openSince.set(key, time);
}

function shortened(event: GatewayEvent): GatewayEvent {
  if (event.type !== 'decision' || event.changes.length <= keptChanges) return event;
  const more = event.changes.length - keptChanges;
  return { ...event, changes: [...event.changes.slice(0, keptChanges), `… and ${more} more`] };
}
