// Two ISPs, one Internet and a LAN, joined to a router's namespace by plain veths: nothing but the kernel passes packets.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dnsmasqServices, serviceSet } from '../../dist/dhcp/index.js';
import { createNamespace, deleteNamespace, run } from '../../dist/sys/index.js';
import { lineFaults } from './faults.mjs';
import { canaries, resolvers, serverAddresses } from './internet.mjs';

const networks = ['10.10.10', '20.20.20'];
const client = '192.168.0.50';
let made = 0;

export function bareSite() {
  const tag = `${process.pid}-${made++}`;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const ns = Object.fromEntries(
    ['r', 'l', 'i0', 'i1', 'n'].map(role => [role, createNamespace(`bench-${role}-${tag}`)]),
  );
  const isps = [ns.i0, ns.i1];
  ip(ns.r, cables(ns));
  ip(ns.l, ['link set dev lo up', 'link set dev eth0 up', `addr add ${client}/24 dev eth0`]);
  ip(ns.l, ['route add default via 192.168.0.1']);
  isps.forEach((isp, i) => {
    ip(isp, ispNetwork(i));
  });
  ip(ns.n, internetNetwork());
  for (const one of [ns.n, ...isps]) run(['sysctl', '-qw', 'net.ipv4.ip_forward=1'], { ns: one });
  const leases = isps.map((isp, i) => serve(isp, i, folder));
  const lines = isps.map((isp, i) => ({
    name: `ether${i + 1}`,
    isp,
    gateway: `${networks[i]}.1`,
    /** Is a packet that comes to a server with this source from this line? */
    owns: source => source.startsWith(`${networks[i]}.`),
    faults: lineFaults({ isp, port: 'cpe', internet: ns.n, network: `${networks[i]}.0/24` }),
  }));
  return {
    kind: 'veths',
    folder,
    router: ns.r,
    client: { ns: ns.l, address: client },
    internet: { ns: ns.n, servers: serverAddresses },
    lines,
    resolvers,
    ready: Promise.all(leases.map(one => one.ready)),
    config(text) {
      const file = join(folder, 'office.rsc');
      writeFileSync(file, text);
      return file;
    },
    async down() {
      await Promise.all(leases.map(({ set }) => set.set([])));
      for (const { faults } of lines) faults.close();
      for (const one of Object.values(ns)) {
        one.close();
        deleteNamespace(one.name);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ip(ns, lines) {
  run(['ip', '-batch', '-'], { ns, input: lines.join('\n') });
}

// Both ends with equal index make carrier events late (docs/lab-notes.md#carrier-events).
const cables = ns => [
  'link set dev lo up',
  `link add ether4 index 14 type veth peer name eth0 index 114 netns ${ns.l.name}`,
  `link add ether1 index 11 type veth peer name cpe index 111 netns ${ns.i0.name}`,
  `link add ether2 index 12 type veth peer name cpe index 112 netns ${ns.i1.name}`,
  `link add up0 index 21 netns ${ns.n.name} type veth peer name wan index 121 netns ${ns.i0.name}`,
  `link add up1 index 22 netns ${ns.n.name} type veth peer name wan index 122 netns ${ns.i1.name}`,
];

const ispNetwork = i => [
  'link set dev lo up',
  'link set dev cpe up',
  'link set dev wan up',
  `addr add ${networks[i]}.1/24 dev cpe`,
  `addr add 198.51.100.${4 * i + 2}/30 dev wan`,
  `route add default via 198.51.100.${4 * i + 1}`,
];

const internetNetwork = () => [
  'link set dev lo up',
  'link set dev up0 up',
  'link set dev up1 up',
  'addr add 198.51.100.1/30 dev up0',
  'addr add 198.51.100.5/30 dev up1',
  'route add local 203.0.113.0/24 dev lo',
  ...[...canaries, ...resolvers].map(host => `route add local ${host}/32 dev lo`),
  ...networks.map((network, i) => `route add ${network}.0/24 via 198.51.100.${4 * i + 2}`),
];

function serve(isp, i, folder) {
  const set = serviceSet({ ns: isp });
  const server = {
    ...{ interface: 'cpe', leaseTime: 3_600_000, authoritative: true, dns: [], ntp: [], leases: [] },
    network: `${networks[i]}.0/24`,
    ranges: [{ from: `${networks[i]}.254`, to: `${networks[i]}.254` }],
    gateway: [`${networks[i]}.1`],
  };
  const own = mkdtempSync(join(folder, 'isp-'));
  return { set, ready: set.set(dnsmasqServices({ dhcpServers: [server] }, own)) };
}
