import type { Entry } from '../../journal/index.ts';
import type { GatewayEvent } from '../core/index.ts';
import type { Recorded } from '../history/index.ts';

/** An event as an entry of the journal. Diagnostics are about a text, which its owner has: only their number is kept. */
export function entryOf({ time, event }: Pick<Recorded, 'time' | 'event'>, correlation: string): Entry {
  const body = event.type === 'diagnostics' ? { ...event, diagnostics: event.diagnostics.length } : event;
  return { time, kind: event.type, about: aboutOf(event), correlation, body };
}

function aboutOf(event: GatewayEvent): string {
  switch (event.type) {
    case 'line':
      return event.line;
    case 'link':
    case 'lease':
    case 'check':
      return event.interface;
    case 'problem':
    case 'cleared':
      return event.condition.code;
    case 'config':
      return event.file;
    case 'notification':
      return event.receiver;
    case 'host':
      return event.host;
    default:
      return '';
  }
}
