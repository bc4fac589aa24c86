import { behaviourOf } from '../../src/compile/index.ts';
import type { Engine, Router } from '../../src/model/index.ts';
import { carriesPorts } from '../../src/net/index.ts';

import { assumedWorld, type Fault, situationOf } from '../../src/rib/index.ts';
import {
  leavingOf,
  newState,
  type Packet,
  type Prepared,
  prepare,
  type Trace,
  type WalkState,
  walk,
} from '../../src/walk/index.ts';
import { type Outcome, type Seen, type Subject, seed } from './subject.ts';

/** The walk, as RouterOS or as our Linux program. */
export class WalkSubject implements Subject {
  readonly name: string;
  readonly #engine: Engine;
  readonly #shares: boolean;
  #prepared: Prepared | undefined;
  #state: WalkState = newState();

  /** `shares`: connections are divided by buckets. */
  constructor(engine: Engine, { shares = false } = {}) {
    this.#engine = engine;
    this.#shares = shares;
    this.name = `walk as ${engine}`;
  }

  load(router: Router, faults: readonly Fault[]): void {
    this.#state = newState();
    this.#prepare(router, faults);
  }

  change(faults: readonly Fault[]): void {
    if (this.#prepared) this.#prepare(this.#prepared.router, faults);
  }

  become(router: Router): void {
    this.#prepare(router, []);
  }

  #prepare(router: Router, faults: readonly Fault[]): void {
    const { world, rib } = situationOf(router, assumedWorld(router, {}), faults);
    this.#prepared = prepare(router, rib, world, {
      engine: behaviourOf(this.#engine, router, rib, world, { seed, shares: this.#shares ? {} : undefined }),
      seed,
    });
  }

  send(packet: Packet): Seen {
    if (!this.#prepared) throw new Error('no router is loaded');
    const trace = walk(this.#prepared, this.#state, packet);
    const tracked = trace.steps.find(step => step.kind === 'tracked');
    return {
      outcome: outcomeOf(this.#prepared, trace),
      state: tracked?.kind === 'tracked' ? tracked.state : 'untracked',
    };
  }

  close(): void {}
}

/** A trace as seen from outside. */
export function outcomeOf(prepared: Prepared, trace: Trace): Outcome {
  const { connection } = prepared.flight;
  const mark = connection && prepared.setup.connectionMarks.name(connection.mark);
  if (trace.ending.kind === 'delivered') return { kind: 'router', mark };
  const left = leavingOf(trace);
  if (!left) return { kind: 'gone' };
  const ported = carriesPorts(trace.packet.protocol);
  const end = ({ address, port }: { address: number; port: number }) => ({
    address,
    port: ported ? port : 0,
  });
  const choice = trace.steps.find(step => step.kind === 'routed' && step.choices > 1);
  return {
    kind: 'left',
    out: left.out,
    src: end(left.src),
    dst: end(left.dst),
    mark,
    oneOf: choice ? prepared.wans : undefined,
    anyPort: connection?.portDrawn,
  };
}
