import { conditionIn, type GatewayEvent } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import { eventWords } from './event-words.ts';

/** A trouble that is open now, with what helps, or one that is over. */
export function conditionLine(
  { type, condition }: Extract<GatewayEvent, { readonly type: 'problem' | 'cleared' }>,
  language: Language,
): string {
  const say = eventWords[language];
  const { code, severity, what, do: todo } = conditionIn(condition, language);
  if (type === 'cleared') return say.cleared(code, what);
  return `${say.severities[severity] ?? severity} ${code}  ${what} ${todo}`;
}
