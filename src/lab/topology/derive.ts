import type { Router } from '../../model/index.ts';
import { completeTopology } from './complete.ts';
import { fillTopology } from './fill.ts';
import { fitTopology } from './fit.ts';
import { wanPorts } from './known-ports.ts';
import { topologySchema } from './schema.ts';
import type { Topology } from './topology.ts';

/**
 * A bench for a configuration that has none beside it: one ISP for each WAN (DHCP client, static address with a route
 * through its network, line that is dialled), completed as a topology file that names these ports and nothing else.
 * `config` is the file's name. Undefined where the Router shows no WAN.
 */
export function deriveTopology(router: Router, config: string): Topology | undefined {
  const ports = wanPorts(router);
  if (ports.length === 0) return undefined;
  const stated = topologySchema.parse({
    title: `derived from ${config}`,
    config,
    isps: ports.map(port => ({ interface: port.interface, rate: usualRate })),
  });
  return fitTopology(fillTopology(completeTopology(stated, router), config), router);
}

/** Without a limit one user's downloads keep this machine busy, and packets are lost that no line would lose. */
const usualRate = { upload: '1M', download: '1M' };
