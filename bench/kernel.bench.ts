import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { compileLinux } from '../src/compile/index.ts';
import { paperRouter, paperWorld } from '../src/compile/testing/index.ts';
import {
  applyProgram,
  createConnection,
  family,
  type KernelPort,
  type KernelRoute,
  openCommandPort,
  openHost,
  openNetlink,
  openNetlinkPort,
} from '../src/kernel/index.ts';
import type { Ipv4 } from '../src/net/index.ts';
import { computeRib } from '../src/rib/index.ts';
import { type Namespace, privateNamespace, run } from '../src/sys/index.ts';

// What one failover costs: two sets of lines filled anew, the default route of a marked table replaced,
// and the connections of the dead WAN deleted, half of 10 000. Target: 15 ms at the median over netlink.

const connections = 10_000;
const sets = ['held', 'outage'];

const ns: Namespace = privateNamespace('bench-kernel');
const lines = ['w1', 'w2'].flatMap((name, i) => [
  `link add name ${name} type veth peer name far-${name}`,
  `link set dev far-${name} up`,
  `link set dev ${name} up`,
  `address add 10.${i + 1}.0.2/24 dev ${name}`,
]);
run(['ip', '-batch', '-'], { ns, input: lines.join('\n') });
const declared = sets.map(name => `set ${name} { type mark; }`).join('\n');
run(['nft', '-f', '-'], { ns, input: `table inet jalur {\n${declared}\n}\n` });
const filler = openNetlink(family.NETFILTER, ns);
const ports = { netlink: openNetlinkPort(ns), command: openCommandPort(ns) };

/** Missing entries of the table again; half of them carry the mark that the next step deletes. */
function fill(): void {
  const held = new Set(ports.netlink.connections().map(one => `${one.source} ${one.sourcePort}`));
  for (let i = 0; i < connections; i++) {
    const source: Ipv4 = `192.168.0.${1 + (i >> 8)}`;
    const sourcePort = 1024 + (i & 255);
    if (held.has(`${source} ${sourcePort}`)) continue;
    const ends = { source, destination: '203.0.113.1', sourcePort, destinationPort: 53 } as const;
    const reply = {
      source: ends.destination,
      destination: source,
      sourcePort: 53,
      destinationPort: sourcePort,
    };
    createConnection(filler, { ...ends, protocol: 17, reply, mark: 1 + (i % 2) }, 3600);
  }
}

let turn = 0;

function failover(port: KernelPort): void {
  const [mark, name] = turn++ % 2 ? [1, 'w1'] : [2, 'w2'];
  const route: KernelRoute = {
    table: 27_001,
    destination: '0.0.0.0/0',
    type: 'unicast',
    nextHops: [{ address: `10.${mark}.0.1`, interface: name, weight: 1 }],
    protocol: 27,
    metric: 0,
  };
  port.replaceRoute(route);
  port.fillSets(sets.map(set => ({ table: 'jalur', name: set, type: 'mark' as const, elements: [mark] })));
  port.deleteConnections({ mark: 1, mask: 0xff });
}

// Filling the table is not what is measured: the clock stands still meanwhile.
let idle = 0;
const now = (): number => performance.now() - idle;

function unmeasured(action: () => void): void {
  const start = performance.now();
  action();
  idle += performance.now() - start;
}

describe('failover step with 10 000 connections', () => {
  for (const [name, port] of Object.entries(ports)) {
    const step = (): void => {
      unmeasured(fill);
      failover(port);
    };
    bench(name, step, { now, iterations: 20, time: 0, warmupIterations: 1, warmupTime: 0 });
  }
});

describe('one route replaced', () => {
  const nextHops = (mark: number): KernelRoute['nextHops'] => [
    { address: `10.${mark}.0.1`, interface: `w${mark}`, weight: 1 },
  ];
  const base = { table: 27_002, destination: '0.0.0.0/0', type: 'unicast', protocol: 27, metric: 0 } as const;
  for (const [name, port] of Object.entries(ports)) {
    bench(name, () => port.replaceRoute({ ...base, nextHops: nextHops(1 + (turn++ % 2)) }), {
      iterations: 50,
      time: 200,
    });
  }
});

describe('reading interfaces with their counters', () => {
  for (const [name, port] of Object.entries(ports))
    bench(name, () => void port.links(), { iterations: 50, time: 200 });
});

describe("the paper's program", () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'jalur-bench-'));
  const inner = privateNamespace('bench-apply');
  const [router, world] = [paperRouter(), paperWorld()];
  const input = Object.keys(world.interfaces).map(
    name => `link add name ${name} type veth peer name far-${name}`,
  );
  run(['ip', '-batch', '-'], { ns: inner, input: input.join('\n') });
  const host = openHost({ ns: inner, stateDir });
  const { program } = compileLinux(router, computeRib(router, world), world, { seed: 1 });
  const other = { ...program, routes: program.routes.slice(1) };
  applyProgram(host, program);

  bench('applied again, nothing to change', () => void applyProgram(host, program), { time: 300 });
  bench(
    'one route gone, one back',
    () => {
      applyProgram(host, other);
      applyProgram(host, program);
    },
    { time: 300 },
  );
  afterAll(() => {
    host.close();
    inner.close();
    rmSync(stateDir, { recursive: true, force: true });
  });
});

afterAll(() => {
  filler.close();
  for (const port of Object.values(ports)) port.close();
  ns.close();
});
