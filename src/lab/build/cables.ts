import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bindSocket, entryPoint, flag, libc, openSocket, setOption, sockaddr } from '../../sys/index.ts';
import type { RelayPlan } from '../cable/relay.ts';
import { CableTable } from '../cable/table.ts';
import type { Topology } from '../topology/topology.ts';
import { cablePort } from './names.ts';
import type { LabNamespaces } from './namespaces.ts';
import { onNetwork } from './network.ts';

/** All cables between the ISPs' routers and the Internet; cable i belongs to ISP i. */
export interface Cables {
  readonly table: CableTable;
  /** Resolves when the relay carries packets. */
  readonly ready: Promise<unknown>;
  /** Ends the relay. */
  cut(): Promise<void>;
}

const relayAddress = '10.255.0.1';
const wireAddress = '10.255.0.2';
const firstPort = 4801;
/** 1500 and the VXLAN overhead of 50 (RFC 7348), with room to spare. */
const underlayMtu = 1600;
const socketBytes = 4 << 20;

/**
 * A cable is a pair of VXLAN devices whose packets a thread of ours carries to and fro: delay, jitter and loss without
 * netem, without native code and without root on the host (docs/lab-notes.md#delay-cables). VXLAN hands super-packets
 * without checksum to the relay as they are: whoever owns an end must disable its offloads.
 */
export function layCables(topology: Topology, namespaces: LabNamespaces): Cables {
  const { wire, relay, internet, isps } = namespaces;
  onNetwork(relay, network => {
    network.addVeth({ name: 'u0', index: 10, mtu: underlayMtu, peer: { name: 'u1', index: 20, ns: wire } });
    network.setUp('u0', 'lo');
    network.addAddress('u0', `${relayAddress}/30`);
  });
  onNetwork(wire, network => {
    network.setUp('u1');
    network.addAddress('u1', `${wireAddress}/30`);
    for (const [cable, isp] of topology.isps.entries()) {
      const common = { vni: cable + 1, remote: relayAddress, mtu: 1500 } as const;
      const ispRouter = isps[isp.name];
      if (ispRouter) network.addVxlan({ ...common, name: 'wan', port: portOf(cable, 0), ns: ispRouter });
      network.addVxlan({ ...common, name: cablePort(isp.name), port: portOf(cable, 1), ns: internet });
    }
  });
  return startRelay(topology, namespaces);
}

const portOf = (cable: number, end: 0 | 1): number => firstPort + cable * 2 + end;

function startRelay(topology: Topology, { relay }: LabNamespaces): Cables {
  const table = new CableTable(topology.isps.length);
  for (const [cable, { delay, jitter, loss }] of topology.isps.entries()) {
    table.change(cable, { delay, jitter, loss, cut: false });
  }
  const end = (cable: number, side: 0 | 1) => {
    const port = portOf(cable, side);
    const fd = openSocket(flag.SOCK_DGRAM, 0, { ns: relay });
    setOption(fd, flag.SOL_SOCKET, flag.SO_RCVBUF, socketBytes, 'enlarge a receive buffer');
    bindSocket(fd, { address: relayAddress, port });
    return { fd, device: sockaddr({ address: wireAddress, port }) };
  };
  const cables = topology.isps.map((_, cable) => ({ ends: [end(cable, 0), end(cable, 1)] as const }));
  const plan: RelayPlan = { memory: table.memory, cables };
  const worker = new Worker(entryPoint('lab/cable/worker.ts'), { workerData: plan });
  const ended = once(worker, 'exit');
  return {
    table,
    ready: Promise.race([once(worker, 'message'), ended]),
    async cut() {
      table.stop();
      await ended;
      for (const { fd } of cables.flatMap(({ ends }) => ends)) libc.close(fd);
    },
  };
}
