import type { KernelPort } from '../../kernel/index.ts';
import { nftTable, openedCounter } from '../../linux/index.ts';
import type { Traffic } from './port.ts';

/** What interfaces and our table have counted. Throws EnvironmentError. */
export function trafficOf(port: Pick<KernelPort, 'links' | 'namedCounters'>): Traffic {
  const bytes = port.links().map(({ name, counters: { rxBytes, txBytes } }) => {
    return [name, { received: rxBytes, sent: txBytes }] as const;
  });
  const opened = [...port.namedCounters(nftTable)].flatMap(([name, packets]) => {
    const number = openedCounter.numberOf(name);
    return number === undefined ? [] : [[number, packets] as const];
  });
  return { bytes: Object.fromEntries(bytes), opened: Object.fromEntries(opened) };
}
