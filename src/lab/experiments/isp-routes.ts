import { type RunOptions, run } from '../../sys/index.ts';
import type { Lab, LabIsp } from '../build/lab.ts';
import { addressesOf } from './wan-addresses.ts';

/**
 * Gives an ISP's router a route to every client, by the router's address on that line; where it has none, nothing is done.
 * The function that it returns takes them away.
 */
export function knowClients(lab: Lab, isp: LabIsp): () => void {
  const router = addressesOf(lab, isp.topology.interface)[0]?.address;
  if (router === undefined) return () => {};
  const routes = lab.clients.map(({ address }) => [`${address}/32`, 'via', router, 'dev', isp.ports.lan]);
  const inBox: RunOptions = { ns: isp.ns, allowFailure: true };
  for (const route of routes) run(['ip', 'route', 'replace', ...route], inBox);
  return () => {
    for (const route of routes) run(['ip', 'route', 'del', ...route], inBox);
  };
}
