import type { Router } from '../model/index.ts';
import { type Fault, type RibOptions, situationOf, type World } from '../rib/index.ts';
import { type Packet, type Prepared, prepare, type Trace, type WalkOptions } from '../walk/index.ts';
import { type PacketClass, packetClasses } from './classes.ts';
import { type Defect, defectsOf } from './completeness.ts';
import { type ConversationOutcome, converse, converseAll } from './conversation.ts';
import { type Breach, type InvariantName, isAdmitted, judge } from './invariants.ts';

/** An invariant that does not hold in one state of the world, with a packet that shows it. */
export interface Violation {
  readonly invariant: InvariantName;
  readonly sentence: string;
  /** Undefined: all WANs are well. */
  readonly fault?: Fault | undefined;
  /** How many classes of packets break it. */
  readonly classes: number;
  /** What begins the conversation, and the walk in it that is wrong. */
  readonly packet: Packet;
  readonly trace: Trace;
  /** A boot-time number with which the hash goes that way. */
  readonly seed: number;
  readonly prepared: Prepared;
}

/** What was proved, and what was found instead. */
export interface Proof {
  readonly violations: readonly Violation[];
  readonly defects: readonly Defect[];
  /** Classes of packets that were walked, those of them from the LAN to the Internet, and states of the world. */
  readonly classes: number;
  readonly outbound: number;
  readonly worlds: number;
}

export type ProveOptions = Pick<WalkOptions, 'engine' | 'names'> & RibOptions;

/** Checks every invariant for every class of packets, with all WANs well and with any one of them dead. */
export function prove(router: Router, world: World, options: ProveOptions): Proof {
  const healthy = preparedFor(router, world, options);
  const classes = packetClasses(healthy);
  const faults = healthy.wans.length < 2 ? [] : healthy.wans.flatMap(faultsOf);
  const outbound = classes.filter(({ direction }) => direction === 'lan-to-internet');
  const violations = [
    ...violationsIn(healthy, classes),
    ...lockedOut(healthy, classes),
    ...faults.flatMap(fault => violationsIn(preparedFor(router, world, options, fault), outbound, fault)),
  ];
  return {
    violations,
    defects: defectsOf(healthy),
    classes: classes.length,
    outbound: outbound.length,
    worlds: faults.length + 1,
  };
}

const faultsOf = (name: string): Fault[] => [
  { interface: name, kind: 'unplugged' },
  { interface: name, kind: 'upstream' },
];

function preparedFor(router: Router, world: World, options: ProveOptions, fault?: Fault): Prepared {
  const { world: now, rib, dead } = situationOf(router, world, fault ? [fault] : [], options);
  return prepare(router, rib, now, { engine: options.engine, seed: 0, names: options.names, dead });
}

/** One violation for each invariant, with the first packet that breaks it. */
function violationsIn(prepared: Prepared, classes: readonly PacketClass[], fault?: Fault): Violation[] {
  const found = new Map<InvariantName, Violation>();
  for (const one of classes) {
    for (const outcome of converseAll(prepared, one.packet)) {
      const breach = judge(prepared, one, outcome.conversation);
      if (breach) note(found, prepared, one, outcome, breach, fault);
    }
  }
  return [...found.values()];
}

function note(
  found: Map<InvariantName, Violation>,
  prepared: Prepared,
  one: PacketClass,
  outcome: ConversationOutcome,
  breach: Breach,
  fault: Fault | undefined,
): void {
  const known = found.get(breach.invariant);
  if (known) {
    found.set(breach.invariant, { ...known, classes: known.classes + 1 });
    return;
  }
  const seed = seedFor(prepared, one, outcome, breach);
  // Two hashes of one packet cannot be chosen apart: what no seed brings about does not exist.
  if (seed === undefined) return;
  const { packet } = one;
  found.set(breach.invariant, { ...breach, fault, classes: 1, packet, seed, prepared });
}

/** How many boots are imagined in search of one where the hashes go a given way. */
const boots = 4096;

function seedFor(
  prepared: Prepared,
  one: PacketClass,
  { picks }: ConversationOutcome,
  breach: Breach,
): number | undefined {
  const isHash = (point: number) => prepared.points[point]?.kind === 'pcc';
  if (!picks.some(({ point }) => isHash(point))) return 0;
  const others = picks.filter(({ point }) => !isHash(point)).map(({ choice }) => choice);
  for (let seed = 0; seed < boots; seed++) {
    const rest = [...others];
    const talk = converse(prepared, one.packet, point => (isHash(point) ? -1 : (rest.shift() ?? 0)), seed);
    if (judge(prepared, one, talk)?.invariant === breach.invariant) return seed;
  }
  return undefined;
}

/** Services by which routers are managed: WinBox, SSH, WebFig. */
const adminPorts = [8291, 22, 80, 443];

/** Nobody on any LAN can reach any service by which the router is managed. */
function lockedOut(prepared: Prepared, classes: readonly PacketClass[]): Violation[] {
  const doors = classes.filter(
    ({ direction, packet }) => direction === 'lan-to-router' && packet.protocol === 6,
  );
  const packets = doors.flatMap(({ packet }) => adminPorts.map(dstPort => ({ ...packet, dstPort })));
  const [first] = packets;
  if (!first) return [];
  const admitted = packets.some(packet =>
    converseAll(prepared, packet).every(({ conversation }) => isAdmitted(conversation)),
  );
  if (admitted) return [];
  const { first: trace, answer } = converse(prepared, first, undefined, 0);
  const sentence = 'Nobody on a LAN can reach WinBox, SSH or WebFig of the router.';
  const shown = trace.ending.kind === 'delivered' && answer ? answer : trace;
  const classesOf = doors.length;
  return [
    {
      invariant: 'admin-gets-in',
      sentence,
      classes: classesOf,
      packet: first,
      trace: shown,
      seed: 0,
      prepared,
    },
  ];
}
