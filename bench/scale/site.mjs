// A router with many WANs, all to one box that answers for every provider: plain veths, static addresses.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNamespace, deleteNamespace, run } from '../../dist/sys/index.js';

const client = '192.168.0.50';
const network = n => `10.${n >> 8}.${n & 255}`;
/** A host behind line n alone, which its route checks. */
const canary = n => `198.18.${n >> 8}.${n & 255}`;

export function manyWans(count) {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  const ns = Object.fromEntries(
    ['r', 'l', 'i'].map(role => [role, createNamespace(`scale-${role}-${process.pid}`)]),
  );
  const ip = (where, lines) => run(['ip', '-batch', '-'], { ns: where, input: lines.join('\n') });
  ip(ns.r, [
    'link set dev lo up',
    `link add lan index 5 type veth peer name eth0 index 105 netns ${ns.l.name}`,
    ...numbers.map(
      n =>
        `link add wan${n} index ${10 + n} type veth peer name isp${n} index ${1010 + n} netns ${ns.i.name}`,
    ),
  ]);
  ip(ns.l, ['link set dev lo up', 'link set dev eth0 up', `addr add ${client}/24 dev eth0`]);
  ip(ns.l, ['route add default via 192.168.0.1']);
  ip(ns.i, [
    'link set dev lo up',
    'route add local 203.0.113.0/24 dev lo',
    ...numbers.flatMap(n => [
      `link set dev isp${n} up`,
      `addr add ${network(n)}.1/24 dev isp${n}`,
      `addr add ${canary(n)}/32 dev lo`,
    ]),
  ]);
  return {
    folder,
    router: ns.r,
    client: { ns: ns.l, address: client },
    isp: ns.i,
    lines: [],
    names: numbers.map(n => `wan${n}`),
    network,
    file: (() => {
      const file = join(folder, 'many.rsc');
      writeFileSync(file, text(numbers));
      return file;
    })(),
    unplug: (n, out) => ip(ns.i, [`link set dev isp${n} ${out ? 'down' : 'up'}`]),
    down() {
      for (const one of Object.values(ns)) {
        one.close();
        deleteNamespace(one.name);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PCC over all lines, each with a table of its own, its check, and the answers to what comes in by it. */
function text(numbers) {
  const each = line => numbers.map(line).join('\n');
  return `
/interface list
add name=WAN
/interface list member
${each(n => `add list=WAN interface=wan${n}`)}
/ip address
${each(n => `add address=${network(n)}.2/24 interface=wan${n}`)}
add address=192.168.0.1/24 interface=lan
/routing table
${each(n => `add fib name=to${n}`)}
/ip firewall mangle
${each(n => `add chain=prerouting in-interface=wan${n} connection-mark=no-mark action=mark-connection new-connection-mark=c${n}`)}
${each(n => `add chain=prerouting in-interface=lan dst-address-type=!local connection-mark=no-mark per-connection-classifier=both-addresses-and-ports:${numbers.length}/${n - 1} action=mark-connection new-connection-mark=c${n}`)}
${each(n => `add chain=prerouting in-interface=lan dst-address-type=!local connection-mark=c${n} action=mark-routing new-routing-mark=to${n} passthrough=no`)}
/ip firewall nat
add chain=srcnat out-interface-list=WAN action=masquerade
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface-list=WAN protocol=!icmp action=drop
/ip route
${each(n => `add dst-address=${canary(n)}/32 gateway=${network(n)}.1 scope=10`)}
${each(n => `add dst-address=0.0.0.0/0 gateway=${canary(n)} distance=${n} target-scope=11 check-gateway=ping`)}
${each(n => `add dst-address=0.0.0.0/0 gateway=${canary(n)} routing-table=to${n} target-scope=11 check-gateway=ping`)}
${each(n => `add dst-address=0.0.0.0/0 gateway=${canary((n % numbers.length) + 1)} distance=2 routing-table=to${n} target-scope=11 check-gateway=ping`)}
`;
}
