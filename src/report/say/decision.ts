import { type DecisionEvent, type GatewayEvent, reasonIn } from '../../gateway/index.ts';
import { type Language, ms } from '../../text/index.ts';
import { eventWords } from './event-words.ts';
import { sentence } from './sentence.ts';

/** A decision in one line. */
export function decisionHead(
  { reason, durationMs, changes, refused }: DecisionEvent,
  language: Language = 'en',
): string {
  const say = eventWords[language];
  const done = changes.length === 0 ? say.nothing : say.done(ms(durationMs));
  return say.decided(reasonIn(reason, language), `${done}${refused.length > 0 ? say.notAll : ''}`);
}

/** Any event in one line. */
export function eventLine(event: GatewayEvent, language: Language = 'en'): string {
  if (event.type === 'decision') return decisionHead(event, language);
  if (event.type === 'diagnostics') return event.diagnostics.map(({ what }) => what).join('; ');
  return sentence(event, language);
}
