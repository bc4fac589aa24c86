import type { Matcher } from '../../model/index.ts';
import type { Condition } from './condition.ts';

type Of<K extends Matcher['kind']> = Extract<Matcher, { readonly kind: K }>;

/** nft's units of time, in ms. */
const units = [
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;

/** `nth=3,1`: a counter of this rule; packet 1 is the first of every three (xt_statistic; numgen starts at 0). */
export function matchNth({ every, packet, negated }: Of<'nth'>): Condition {
  if (packet < 1 || packet > every) return negated ? [''] : [];
  return [`numgen inc mod ${every} ${negated ? '!=' : '=='} ${packet - 1}`];
}

/** `random=30`: of 100. */
export function matchRandom({ percent, negated }: Of<'random'>): Condition {
  return [`numgen random mod 100 ${negated ? '>=' : '<'} ${percent}`];
}

/** `limit=5/1s,5:packet`: a token bucket. Bits become bytes, nft's only other unit. */
export function matchLimit({ count, perMs, burst, mode, negated }: Of<'limit'>): Condition {
  const over = negated ? 'over ' : '';
  if (mode === 'packet') {
    const { amount, unit } = perUnit(count, perMs);
    return [`limit rate ${over}${amount}/${unit} burst ${Math.max(1, burst)} packets`];
  }
  const { amount, unit } = perUnit(count / 8, perMs);
  return [`limit rate ${over}${amount} bytes/${unit} burst ${Math.max(1, Math.round(burst / 8))} bytes`];
}

/** The shortest unit in which the rate is a whole number, else the day, rounded. */
export function perUnit(count: number, perMs: number): { amount: number; unit: string } {
  const exact = units.find(([, ms]) => Number.isInteger((count * ms) / perMs) && (count * ms) / perMs >= 1);
  const [unit, ms] = exact ?? (['day', 86_400_000] as const);
  return { amount: Math.max(1, Math.round((count * ms) / perMs)), unit };
}
