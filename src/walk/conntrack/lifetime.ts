import type { Connection } from './connection.ts';
import type { TcpState } from './tcp-state.ts';

const second = 1000;
const minute = 60 * second;

/** RouterOS's defaults in ms (docs/routeros.md#connection-tracking). */
const tcp: Readonly<Record<TcpState, number>> = {
  N: 10 * second,
  S: 5 * second,
  R: 5 * second,
  E: 24 * 60 * minute,
  F: 10 * second,
  C: 10 * second,
  L: 10 * second,
  T: 10 * second,
  X: 10 * second,
  '2': 5 * second,
};

/** How long (ms) a connection is remembered after a packet. */
export function lifetimeOf({ original: { protocol }, tcp: state, answered }: Connection): number {
  if (protocol === 6) return tcp[state];
  if (protocol === 17) return answered ? 3 * minute : 10 * second;
  return protocol === 1 ? 10 * second : 10 * minute;
}
