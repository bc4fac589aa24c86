// The lab of the paper with lines that are not limited: the same shape as the bare bench, with cables that take time.
import { readFileSync } from 'node:fs';
import { openNetlinkPort } from '../../dist/kernel/index.js';
import { bringUp, readTopology } from '../../dist/lab/index.js';
import { upstreamAddresses } from '../../dist/lab/topology/fill.js';
import { packagePath } from '../../dist/sys/index.js';
import { lineFaults } from './faults.mjs';
import { resolvers } from './internet.mjs';

export const paper = packagePath('examples/paper-fixed');
let made = 0;

export function paperTopology(change = isp => isp) {
  const { topology } = readTopology(readFileSync(`${paper}/topology.yaml`, 'utf8'), 'topology.yaml');
  return { ...topology, isps: topology.isps.map(change) };
}

/** Brings it up with the gateway in it. `text`: another configuration than the paper's. */
export async function labSite({ file, pace }) {
  const topology = paperTopology(isp => ({ ...isp, rate: {} }));
  const lab = await bringUp(topology, file, { prefix: `bench${process.pid}-${made++}-`, pace });
  const [client] = lab.clients;
  const lines = lab.isps.map(isp => ({
    name: isp.topology.interface,
    isp: isp.ns,
    gateway: isp.topology.gateway,
    owns: source => source === upstreamAddresses(isp.topology).isp,
    faults: cabled(isp),
  }));
  return {
    kind: 'lab',
    lab,
    router: lab.router.ns,
    client: { ns: client.ns, address: client.address },
    internet: { ns: lab.internet.ns, servers: lab.internet.servers.slice(0, 60) },
    lines,
    resolvers,
    async down() {
      for (const { faults } of lines) faults.close();
      await lab.down();
    },
  };
}

/** The cable loses what passes, both ways: no route has to be swapped for it. */
function cabled({ ns, ports, cable }) {
  const faults = lineFaults({ isp: ns, port: ports.lan });
  const box = openNetlinkPort(ns);
  const blackhole = () => {
    cable.change({ cut: true });
    return () => cable.change({ cut: false });
  };
  return {
    ...faults,
    blackhole,
    gateway() {
      box.changeLink(ports.lan, { master: 'deaf0' });
      const mend = blackhole();
      return () => {
        box.changeLink(ports.lan, { master: '' });
        mend();
      };
    },
    close() {
      box.close();
      faults.close();
    },
  };
}
