import type { Lab } from '../build/lab.ts';
import { type Reading, rateSeries, ratesBetween, readingAt } from '../traffic/index.ts';
import type { PortRow } from './failover/data.ts';
import type { Line, Passed } from './speed/data.ts';

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

const behind = (isp: string): string => `behind ${isp}`;

/** Counters of the router's ports, and of the Internet's port for each ISP: there an upload has passed its limit. */
export const passing = (lab: Lab): Reading['interfaces'] => ({
  ...lab.counters(),
  ...Object.fromEntries(Object.entries(lab.arrived()).map(([isp, counters]) => [behind(isp), counters])),
});

/**
 * What came through the limits of each ISP, over time. A download has passed its limit at the router's port; an upload has
 * not, because the router sends as fast as its port takes it.
 */
export const passedLines = ({ isps }: Lab, readings: readonly Reading[], startMs: number): Passed[] =>
  isps.map(({ name, topology: { interface: port } }) => ({
    isp: name,
    download: rateSeries(readings, port, 'rxBps', startMs),
    upload: rateSeries(readings, behind(name), 'rxBps', startMs),
  }));
