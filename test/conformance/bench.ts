import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileLinux } from '../../src/compile/index.ts';
import { applyProgram, type Host, openHost } from '../../src/kernel/index.ts';
import { RawSender, wireOf } from '../../src/lab/traffic/index.ts';
import type { Program } from '../../src/linux/index.ts';
import type { Router } from '../../src/model/index.ts';
import type { Rib, World } from '../../src/rib/index.ts';
import { type Namespace, privateNamespace, run } from '../../src/sys/index.ts';
import type { Packet } from '../../src/walk/index.ts';
import { forgetSeen, type Observation, ownTtl, seen, watch } from './watch.ts';

/** Ports of the router under test. */
export const ports = ['ether1', 'ether2', 'ether3', 'ether4', 'ether5'] as const;

/** A packet on its way into the kernel: `id` finds it again. */
export interface Shot {
  readonly id: number;
  readonly packet: Packet;
}

const batch = (ns: Namespace, lines: readonly string[]) =>
  run(['ip', '-batch', '-'], { ns, input: lines.join('\n') });

/** The far end of a cable and the way to the router over it. */
const farEnd = (port: string, i: number): string[] => [
  `link set p-${port} up`,
  `route add default via 10.255.255.1 dev p-${port} onlink metric ${i + 1}`,
  `neigh replace 10.255.255.1 lladdr 02:00:00:00:01:0${i} nud permanent dev p-${port}`,
];

/** One router in a namespace, with cables into a second namespace that plays everybody else. */
export class Bench {
  readonly #router: Namespace;
  readonly #others: Namespace;
  readonly #host: Host;
  readonly #stateDir: string;
  readonly #senders = new Map<string, RawSender>();
  #unplugged: ReadonlySet<string> = new Set();

  constructor() {
    this.#router = privateNamespace('conformance-router');
    this.#others = privateNamespace('conformance-others');
    this.#stateDir = mkdtempSync(join(tmpdir(), 'jalur-conformance-'));
    this.#cables();
    run(['sysctl', '-qw', 'net.netfilter.nf_conntrack_tcp_be_liberal=1', 'net.ipv4.ip_nonlocal_bind=1'], {
      ns: this.#router,
    });
    this.#host = openHost({ ns: this.#router, stateDir: this.#stateDir });
    watch(this.#router);
    for (const port of ports) this.#senders.set(port, new RawSender(this.#others, `p-${port}`));
  }

  /** Nothing has to learn addresses: what leaves the router is seen before, what enters it goes to a fixed neighbour. */
  #cables(): void {
    const far = `/proc/${process.pid}/fd/${this.#others.fd}`;
    const here = ports.flatMap((port, i) => [
      `link add ${port} address 02:00:00:00:01:0${i} type veth peer name p-${port} netns ${far}`,
      `link set ${port} arp off up`,
    ]);
    const there = ports.flatMap((port, i) => farEnd(port, i));
    batch(this.#router, ['link set lo up', ...here]);
    batch(this.#others, ['link set lo up', ...there]);
  }

  /** Plugs the cables of these ports out, and all others in. */
  unplug(names: readonly string[]): void {
    const changed = ports.filter(port => names.includes(port) !== this.#unplugged.has(port));
    const lines = changed.flatMap(port =>
      names.includes(port) ? [`link set p-${port} down`] : farEnd(port, ports.indexOf(port)),
    );
    if (lines.length > 0) batch(this.#others, lines);
    this.#unplugged = new Set(names);
    for (const port of changed) this.#awaitCarrier(port, !names.includes(port));
  }

  /** The kernel tells its routes of a lost carrier once a second (linkwatch). */
  #awaitCarrier(port: string, wanted: boolean): void {
    for (let tries = 0; tries < 200; tries++) {
      const { stdout } = run(['ip', 'link', 'show', 'dev', port], { ns: this.#router });
      if (stdout.includes('state UP') === wanted) return;
      run(['sleep', '0.02']);
    }
    throw new Error(`the carrier of ${port} does not change`);
  }

  /** Makes the kernel the Linux program of a router. Throws where the kernel refuses a part. */
  load(router: Router, rib: Rib, world: World, options: Parameters<typeof compileLinux>[3]): Program {
    const { program } = compileLinux(router, rib, world, options);
    const { problems } = applyProgram(this.#host, program);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    forgetSeen(this.#router);
    return program;
  }

  /** Begins anew: no connections, no counters, no address lists that rules have filled. */
  reset(): void {
    const input = 'add table inet jalur\ndelete table inet jalur\n';
    run(['nft', '-f', '-'], { ns: this.#router, input });
    run(['conntrack', '-F'], { ns: this.#router });
  }

  /** Beside the program: what other software has in the kernel. */
  alsoLoad(input: string): void {
    run(['nft', '-f', '-'], { ns: this.#router, input });
  }

  /** Packets that a named counter of a table counted. */
  counted(table: string, name: string): number {
    const { stdout } = run(['nft', 'list', 'counter', 'inet', table, name], { ns: this.#router });
    return Number(/packets (\d+)/.exec(stdout)?.[1]);
  }

  /** Sends packets in order and tells what became of each. */
  fire(shots: readonly Shot[]): ReadonlyMap<number, Observation> {
    for (const { id, packet } of shots) {
      const ttl = packet.in === undefined ? ownTtl : packet.ttl;
      this.#senderOf(packet)?.send(wireOf(packet, id, ttl), packet.dst);
    }
    return seen(this.#router);
  }

  #senderOf(packet: Packet): RawSender | undefined {
    const key = packet.in ?? `${packet.src}`;
    if (packet.in === undefined && !this.#senders.has(key)) {
      this.#senders.set(key, new RawSender(this.#router, undefined, packet.src));
    }
    return this.#senders.get(key);
  }

  close(): void {
    for (const sender of this.#senders.values()) sender.close();
    this.#host.close();
    this.#router.close();
    this.#others.close();
    rmSync(this.#stateDir, { recursive: true, force: true });
  }
}
