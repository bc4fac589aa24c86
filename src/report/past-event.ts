import type { GatewayEvent, PastRecord } from '../gateway/index.ts';
import type { KeptEntry } from '../journal/index.ts';

/** An entry of the journal that is an event of a gateway. */
export type PastEvent = PastRecord;

/** Entries as events, as they were recorded. What another version wrote and this one does not know is left out. */
export const pastEvents = (entries: readonly KeptEntry[]): readonly PastEvent[] =>
  entries.flatMap(({ id: seq, time, correlation, body, kind }) => {
    if (!isEvent(body, kind)) return [];
    return [{ seq, time, correlation, event: body }];
  });

/** Of diagnostics only the number is kept. */
function isEvent(body: unknown, kind: string): body is GatewayEvent {
  if (typeof body !== 'object' || body === null || kind === 'diagnostics') return false;
  const { type, atMs } = body as { readonly type?: unknown; readonly atMs?: unknown };
  return type === kind && typeof atMs === 'number';
}
