import type { Router } from '../../model/index.ts';
import { parseDuration } from '../../net/index.ts';
import type { Connection } from './connection.ts';
import type { TcpState } from './tcp-state.ts';

const second = 1000;
const minute = 60 * second;

/** How long (ms) a connection is remembered after a packet, by its state. */
export interface Lifetimes {
  readonly tcp: Readonly<Record<TcpState, number>>;
  readonly udp: number;
  /** UDP that was answered. */
  readonly udpStream: number;
  readonly icmp: number;
  readonly generic: number;
}

/** RouterOS's defaults in ms (docs/routeros.md#connection-tracking). */
const tcpDefaults: Readonly<Record<TcpState, number>> = {
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

/** What the text calls the states of TCP. */
const tcpNames: Readonly<Record<TcpState, string>> = {
  N: 'tcp-close-timeout',
  S: 'tcp-syn-sent-timeout',
  R: 'tcp-syn-received-timeout',
  E: 'tcp-established-timeout',
  F: 'tcp-fin-wait-timeout',
  C: 'tcp-close-wait-timeout',
  L: 'tcp-last-ack-timeout',
  T: 'tcp-time-wait-timeout',
  X: 'tcp-close-timeout',
  '2': 'tcp-syn-sent-timeout',
};

/** What `/ip firewall connection tracking` states, else the defaults. */
export function lifetimesOf({ settings }: Router): Lifetimes {
  const { properties } = settings.connectionTracking;
  const stated = (name: string, other: number): number => parseDuration(properties[name] ?? '') ?? other;
  const tcp = Object.entries(tcpDefaults).map(([state, ms]) => [
    state,
    stated(tcpNames[state as TcpState], ms),
  ]);
  return {
    tcp: Object.fromEntries(tcp) as Record<TcpState, number>,
    udp: stated('udp-timeout', 10 * second),
    udpStream: stated('udp-stream-timeout', 3 * minute),
    icmp: stated('icmp-timeout', 10 * second),
    generic: stated('generic-timeout', 10 * minute),
  };
}

/** How long (ms) a connection is remembered after a packet. */
export function lifetimeOf(
  lifetimes: Lifetimes,
  { original: { protocol }, tcp: state, answered }: Connection,
): number {
  if (protocol === 6) return lifetimes.tcp[state];
  if (protocol === 17) return answered ? lifetimes.udpStream : lifetimes.udp;
  return protocol === 1 ? lifetimes.icmp : lifetimes.generic;
}
