import type { Lab } from '../lab.ts';
import { type Reading, rateSeries, ratesBetween, readingAt } from '../traffic/index.ts';
import type { FaultRun, PortRow } from './failover-data.ts';

/** The router's ports as Winbox lists them, with mean rates from `fromMs` to `toMs`. */
export function portRows(
  lab: Pick<Lab, 'router'>,
  readings: readonly Reading[],
  fromMs: number,
  toMs: number,
): PortRow[] {
  const last = readingAt(readings, toMs);
  return lab.router.interfaces.map(name => {
    const { mtu = 0, running = false } = last.interfaces[name] ?? {};
    return { name, mtu, running, ...ratesBetween(readings, fromMs, toMs, name) };
  });
}

/** What each WAN received and the LAN was sent, over time. */
export function throughput(lab: Lab, readings: readonly Reading[], startMs: number): FaultRun['throughput'] {
  const lan = lab.topology.router.lan;
  return [
    ...lab.isps.map(isp => ({
      name: `${isp.topology.interface} Rx (${isp.name.toUpperCase()})`,
      points: rateSeries(readings, isp.topology.interface, 'rxBps', startMs),
    })),
    { name: `${lan} Tx (LAN)`, points: rateSeries(readings, lan, 'txBps', startMs) },
  ];
}
