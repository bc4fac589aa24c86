import type { Flows } from '../../src/compile/context.ts';
import { activeDefaults } from '../../src/gateway/core/active.ts';
import { hasEdition, isDeviceName, keptField, lineField, type Program } from '../../src/linux/index.ts';
import { type Router, rolesOf } from '../../src/model/index.ts';
import { carriesPorts } from '../../src/net/index.ts';

import { assumedWorld, type Fault, type Rib, situationOf } from '../../src/rib/index.ts';
import type { Packet } from '../../src/walk/index.ts';
import { Bench, type Shot } from './bench.ts';
import { type Outcome, type Seen, type Subject, seed } from './subject.ts';
import type { End, Observation } from './watch.ts';

/** All WANs, each at home where a table's default leaves by it. */
function flowsOf(router: Router, rib: Rib): Flows {
  const defaults = activeDefaults(rib);
  const names = rolesOf(router).wans.filter(isDeviceName);
  const lines = names.map((name, i) => {
    const home = defaults.filter(({ interfaces }) => interfaces.includes(name)).map(({ table }) => table);
    return { interface: name, number: i + 1, home, isDead: false };
  });
  return { lines, outage: false, isReleased: true };
}

/** The Linux program of a router in a kernel. */
export class KernelSubject implements Subject {
  readonly name = 'kernel';
  readonly #bench = new Bench();
  #router: Router | undefined;
  #program: Program | undefined;
  #serial = 0;
  readonly #plain: boolean;
  readonly #shares: boolean;

  readonly #lines: boolean;
  #flows: Flows = { lines: [], outage: false, isReleased: true };
  /** Were routes others when connections began? */
  #isChanged = false;
  readonly #begun = new Set<string>();

  /**
   * `plain`: every packet is asked by every rule. `shares`: connections are divided by buckets. `lines`: they carry the number of the
   * line that they leave by, and go where the text has them.
   */
  constructor({ plain = false, shares = false, lines = false } = {}) {
    this.#plain = plain;
    this.#shares = shares;
    this.#lines = lines;
  }

  load(router: Router, faults: readonly Fault[]): void {
    this.#router = router;
    this.#bench.reset();
    this.change(faults);
    this.#isChanged = false;
    this.#begun.clear();
  }

  become(router: Router): void {
    this.#router = router;
    this.change([]);
  }

  change(faults: readonly Fault[]): void {
    if (!this.#router) throw new Error('no router is loaded');
    this.#bench.unplug(faults.flatMap(fault => (fault.kind === 'unplugged' ? [fault.interface] : [])));
    this.#isChanged = true;
    const { world, rib } = situationOf(this.#router, assumedWorld(this.#router, {}), faults);
    this.#flows = flowsOf(this.#router, rib);
    this.#program = this.#bench.load(this.#router, rib, world, {
      ...{ seed, plain: this.#plain },
      shares: this.#shares ? {} : undefined,
      flows: this.#lines ? this.#flows : undefined,
    });
  }

  /** Does the program that is loaded let connections keep what was decided about them? */
  get keepsDecisions(): boolean {
    return hasEdition(this.#program?.nft.text ?? '');
  }

  /** Do first packets come with the number of the line that they are to leave by? */
  get foreseesLines(): boolean {
    return /fresh_\d+ \{[^}]* ct mark set 0x0[1-9a-f]/.test(this.#program?.nft.text ?? '');
  }

  send(packet: Packet): Seen {
    return this.sendAll([packet])[0] as Seen;
  }

  /** Sends packets in one go; much faster than one by one. */
  sendAll(packets: readonly Packet[]): Seen[] {
    const shots = packets.map((packet): Shot => ({ id: this.#nextId(), packet }));
    const seen = this.#bench.fire(shots);
    return shots.map(({ id, packet }) => this.#read(packet, seen.get(id) ?? { delivered: false }));
  }

  /** IP ids 1..65535: 0 means none. */
  #nextId(): number {
    this.#serial = (this.#serial % 65_535) + 1;
    return this.#serial;
  }

  #read(packet: Packet, observation: Observation): Seen {
    if (this.#lines && !this.#isChanged) this.#checkLine(packet, observation);
    return { outcome: this.#outcome(packet, observation), state: observation.state ?? 'untracked' };
  }

  /** A connection has the number of the line that its first packet leaves by, and none where it leaves by no line. */
  #checkLine(packet: Packet, { out, state, connectionMark }: Observation): void {
    const { src, dst, srcPort, dstPort, protocol, icmpId } = packet;
    const key = [src, dst, srcPort, dstPort, protocol, icmpId].join();
    // Another packet of it may have another mark, and leave elsewhere.
    if (this.#begun.has(key) || state !== 'new' || connectionMark === undefined) return;
    this.#begun.add(key);
    const line = this.#flows.lines.find(one => one.interface === out);
    const number = (connectionMark & lineField.number.mask) >>> lineField.number.shift;
    if (number === (line?.number ?? 0)) return;
    throw new Error(`${JSON.stringify(packet)} left by ${out}, and its connection has line ${number}`);
  }

  #outcome({ protocol }: Packet, { out, delivered, src, dst, connectionMark }: Observation): Outcome {
    const mark = this.#markName(connectionMark);
    if (delivered) return { kind: 'router', mark };
    if (out === undefined || !src || !dst) return { kind: 'gone' };
    const ported = carriesPorts(protocol);
    const end = ({ address, port }: End) => ({ address, port: ported ? port : 0 });
    return { kind: 'left', out, src: end(src), dst: end(dst), mark };
  }

  #markName(mark: number | undefined): string | undefined {
    if (mark === undefined) return undefined;
    const names = this.#program?.marks?.names ?? [];
    const found = names.find(one => one.kind === 'connection' && one.value === (mark & one.mask));
    // What connections keep beside their mark is nothing that RouterOS knows.
    const rest = (mark & ~(keptField.mask | (this.#lines ? lineField.mask : 0))) >>> 0;
    return found?.name ?? (rest === 0 ? '' : `0x${rest.toString(16)}`);
  }

  close(): void {
    this.#bench.close();
  }
}
