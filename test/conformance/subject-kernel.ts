import { hasEdition, keptField, type Program } from '../../src/linux/index.ts';
import type { Router } from '../../src/model/index.ts';
import { carriesPorts } from '../../src/net/index.ts';

import { assumedWorld, type Fault, situationOf } from '../../src/rib/index.ts';
import type { Packet } from '../../src/walk/index.ts';
import { Bench, type Shot } from './bench.ts';
import { type Outcome, type Seen, type Subject, seed } from './subject.ts';
import type { End, Observation } from './watch.ts';

/** The Linux program of a router in a kernel. */
export class KernelSubject implements Subject {
  readonly name = 'kernel';
  readonly #bench = new Bench();
  #router: Router | undefined;
  #program: Program | undefined;
  #serial = 0;
  readonly #plain: boolean;
  readonly #shares: boolean;

  /** `plain`: every packet is asked by every rule. `shares`: connections are divided by buckets. */
  constructor({ plain = false, shares = false } = {}) {
    this.#plain = plain;
    this.#shares = shares;
  }

  load(router: Router, faults: readonly Fault[]): void {
    this.#router = router;
    this.#bench.reset();
    this.change(faults);
  }

  become(router: Router): void {
    this.#router = router;
    this.change([]);
  }

  change(faults: readonly Fault[]): void {
    if (!this.#router) throw new Error('no router is loaded');
    this.#bench.unplug(faults.flatMap(fault => (fault.kind === 'unplugged' ? [fault.interface] : [])));
    const { world, rib } = situationOf(this.#router, assumedWorld(this.#router, {}), faults);
    this.#program = this.#bench.load(this.#router, rib, world, {
      ...{ seed, plain: this.#plain },
      shares: this.#shares ? {} : undefined,
    });
  }

  /** Does the program that is loaded let connections keep what was decided about them? */
  get keepsDecisions(): boolean {
    return hasEdition(this.#program?.nft.text ?? '');
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
    return { outcome: this.#outcome(packet, observation), state: observation.state ?? 'untracked' };
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
    const rest = (mark & ~keptField.mask) >>> 0;
    return found?.name ?? (rest === 0 ? '' : `0x${rest.toString(16)}`);
  }

  close(): void {
    this.#bench.close();
  }
}
