// A router between a LAN and so many ISPs. What it sends is counted and dropped at the device, so only forwarding is measured.
import { createNamespace, deleteNamespace, run, writeSysctl } from '../../dist/sys/index.js';

const routerMac = '02:00:00:00:00:02';
/** Beds that stand: whoever is interrupted takes them away. */
const standing = new Set();

export const closeBeds = () => {
  for (const bed of standing) bed.close();
};

/** `ether4` is the LAN (192.168.0.1/24), `w1` to `wN` the ISPs (10.N.0.254/24 by 10.N.0.1). */
export function openBed(name, wans) {
  const router = createNamespace(`${name}-r`);
  const others = createNamespace(`${name}-o`);
  const bed = {
    router,
    wans: Array.from({ length: wans }, (_, i) => i + 1),
    generator: { device: 'ether4', mac: routerMac, source: '192.168.0.101', destination: '203.0.113.1' },
    /** Packets that left by an ISP so far. */
    sent() {
      const { stdout } = run(['nft', '-j', 'list', 'counters', 'table', 'netdev', 'bed'], { ns: router });
      return JSON.parse(stdout).nftables.find(one => one.counter).counter.packets;
    },
    close() {
      standing.delete(bed);
      deleteNamespace(`${name}-r`);
      deleteNamespace(`${name}-o`);
    },
  };
  standing.add(bed);
  try {
    cable(bed, others, `${name}-o`);
    dropWhatLeaves(bed);
    writeSysctl('net.ipv4.ip_forward', '1', router);
  } catch (error) {
    bed.close();
    throw error;
  }
  return bed;
}

const byte = n => n.toString(16).padStart(2, '0');

function cable({ router, wans }, others, far) {
  const lines = [
    'link set lo up',
    `link add ether4 index 90 address ${routerMac} type veth peer name e0 index 1090 address 02:00:00:00:00:01 netns ${far}`,
    ...wans.map(
      i =>
        `link add w${i} index ${100 + i} address 02:00:00:00:01:${byte(i)} type veth peer name s${i} index ${1100 + i} address 02:00:00:00:02:${byte(i)} netns ${far}`,
    ),
    'link set ether4 up',
    'address add 192.168.0.1/24 dev ether4',
    'neighbour add 192.168.0.101 lladdr 02:00:00:00:00:01 dev ether4',
    ...wans.flatMap(i => [
      `link set w${i} up`,
      `address add 10.${i}.0.254/24 dev w${i}`,
      `neighbour add 10.${i}.0.1 lladdr 02:00:00:00:02:${byte(i)} dev w${i}`,
    ]),
  ];
  run(['ip', '-batch', '-'], { ns: router, input: lines.join('\n') });
  const ups = ['link set lo up', 'link set e0 up', ...wans.map(i => `link set s${i} up`)];
  run(['ip', '-batch', '-'], { ns: others, input: ups.join('\n') });
}

function dropWhatLeaves({ router, wans }) {
  const chains = wans.map(
    i => `chain e${i} { type filter hook egress device "w${i}" priority 0; counter name sent drop; }`,
  );
  const input = `table netdev bed {\ncounter sent { }\n${chains.join('\n')}\n}\n`;
  run(['nft', '-f', '-'], { ns: router, input });
}
