import type { Lab } from '../build/lab.ts';
import { type Reading, rateSeries, ratesBetween, readingAt } from '../traffic/index.ts';
import type { PortRow } from './failover/data.ts';
import type { Line } from './speed/data.ts';

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
export function throughput(lab: Lab, readings: readonly Reading[], startMs: number): Line[] {
  const lan = lab.topology.router.lan;
  return [
    ...lab.isps.map(isp => ({
      name: `${isp.topology.interface} Rx (${isp.name.toUpperCase()})`,
      points: rateSeries(readings, isp.topology.interface, 'rxBps', startMs),
    })),
    { name: `${lan} Tx (LAN)`, points: rateSeries(readings, lan, 'txBps', startMs) },
  ];
}

/** What every WAN received and sent, over time. */
export function wanThroughput({ isps }: Lab, readings: readonly Reading[], startMs: number): Line[] {
  return isps.flatMap(({ name, topology: { interface: port } }) => [
    { name: `${name.toUpperCase()} Rx`, points: rateSeries(readings, port, 'rxBps', startMs) },
    { name: `${name.toUpperCase()} Tx`, points: rateSeries(readings, port, 'txBps', startMs) },
  ]);
}
