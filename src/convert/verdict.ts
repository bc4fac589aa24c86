import { hasErrors } from '../text/index.ts';
import { type Check, decidesNothing } from './check/index.ts';
import type { Converted } from './convert.ts';

/** `open`: no difference was found, and not all was compared. */
export type Verdict = 'same' | 'different' | 'open';

/** Does the converted text do what the text did? */
export function verdictOf(converted: Converted, check: Check): Verdict {
  if (hasErrors(converted.diagnostics) || check.differences.length > 0) return 'different';
  if (saysNothing(converted) && converted.counts.changed + converted.counts.commented > 0) return 'open';
  const isCompared = check.complete && converted.unwalked.every(({ alike }) => alike);
  return isCompared && !isBlind(converted, check) ? 'same' : 'open';
}

/** Nothing in the text decides what becomes of packets: what it has besides stands as written, or is for scripts to do. */
export const saysNothing = ({ before }: Converted): boolean => decidesNothing(before);

/** No packet could be walked, though the text says how packets are to go: it states no addresses. */
export function isBlind({ before }: Converted, { walked }: Check): boolean {
  const { routes, routingRules, firewall } = before;
  const says = routes.length + routingRules.length + Object.values(firewall.ipv4).flat().length;
  return walked === 0 && says > 0;
}
