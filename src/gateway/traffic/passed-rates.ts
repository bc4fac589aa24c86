import type { PassedRates } from '../replies/network-reply.ts';
import type { Sample } from './sampler.ts';

/** Per second, between two looks; undefined: one of them has no such interface, or it was made anew. */
export function passedRates(before: Sample, now: Sample, name: string): PassedRates | undefined {
  const seconds = (now.atMs - before.atMs) / 1000;
  const [bytes, packets] = [
    rates(before.bytes[name], now.bytes[name], seconds),
    rates(before.packets[name], now.packets[name], seconds),
  ];
  if (!bytes || !packets) return undefined;
  return {
    receivedBps: Math.round(bytes.received * 8),
    sentBps: Math.round(bytes.sent * 8),
    receivedPps: packets.received,
    sentPps: packets.sent,
  };
}

type Passed = Sample['bytes'][string];

function rates(was: Passed | undefined, is: Passed | undefined, seconds: number): Passed | undefined {
  if (!was || !is || seconds <= 0 || is.received < was.received || is.sent < was.sent) return undefined;
  return { received: (is.received - was.received) / seconds, sent: (is.sent - was.sent) / seconds };
}
