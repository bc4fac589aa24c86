import type { Recorded } from '../client/types.ts';

/** Each once, newest first, whatever order they come in: a stream that resumes says some again, and so does the journal. */
export function mergedEvents(...lists: readonly (readonly Recorded[])[]): readonly Recorded[] {
  const known = new Map(lists.flat().map(one => [`${one.time} ${JSON.stringify(one.event)}`, one]));
  return [...known.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : b.seq - a.seq));
}

/** What an event means for lines: the mark beside it in the journal. */
export function stateOf({ event }: Recorded): 'up' | 'degraded' | 'down' | 'unknown' {
  switch (event.type) {
    case 'line':
      return event.status;
    case 'problem':
      return event.condition.severity === 'error' ? 'down' : 'degraded';
    case 'cleared':
    case 'ready':
      return 'up';
    case 'config':
      return event.result === 'refused' ? 'down' : event.result === 'in-force' ? 'up' : 'degraded';
    case 'notification':
      return event.result === 'delivered' ? 'up' : event.result === 'lost' ? 'down' : 'degraded';
    default:
      return 'unknown';
  }
}

/** Steps on the way, which tell little to whoever was not there. */
const small: readonly string[] = ['link', 'check', 'routes-changed', 'script', 'lease'];

function isSmall({ event }: Recorded): boolean {
  if (event.type === 'decision') return event.changes.length === 0 && event.refused.length === 0;
  return small.includes(event.type);
}

/** Without small steps, and without lines that are said again to be as they are: each run of the gateway begins so. */
export function mainEvents(newestFirst: readonly Recorded[]): readonly Recorded[] {
  const last = new Map<string, string>();
  const kept = newestFirst.toReversed().filter(recorded => {
    const { event } = recorded;
    if (event.type === 'stopped') last.clear();
    if (event.type !== 'line') return !isSmall(recorded);
    const said = [event.status, event.cause, event.held === true].join();
    const isNew = last.get(event.line) !== said;
    last.set(event.line, said);
    return isNew;
  });
  return kept.reverse();
}
