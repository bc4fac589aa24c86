import type { DecisionEvent, GatewayEvent } from '../../gateway/index.ts';
import { ms } from '../../text/index.ts';
import { sentence } from './sentence.ts';

/** A decision in one line. */
export function decisionHead({ reason, durationMs, changes, refused }: DecisionEvent): string {
  const done = changes.length === 0 ? 'nothing had to change' : `done in ${ms(durationMs)}`;
  return `decided: ${reason}; ${done}${refused.length > 0 ? ', not all of it' : ''}`;
}

/** Any event in one line. */
export function eventLine(event: GatewayEvent): string {
  if (event.type === 'decision') return decisionHead(event);
  if (event.type === 'diagnostics') return event.diagnostics.map(({ what }) => what).join('; ');
  return sentence(event);
}
