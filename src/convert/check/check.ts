import { type Router, rulesOf } from '../../model/index.ts';
import type { Ipv4Interface } from '../../net/index.ts';
import {
  type Direction,
  packetsToOtherOwn,
  somePacketClasses,
  someRemotePackets,
  spreadOver,
} from '../../prove/index.ts';
import { assumeWorld, type Fault } from '../../rib/index.ts';
import { sampleFlows } from '../../spread/index.ts';
import {
  type OnWalked,
  type Packet,
  type Prepared,
  prepare,
  type Settled,
  StateSignatures,
  settleAfter,
  settleWell,
  type Trace,
} from '../../walk/index.ts';
import { linesOf } from './lines.ts';
import { type Assumed, nothingAssumed, withMissing } from './missing.ts';
import { oddOf, waysOf } from './ways.ts';

/** Packets that end in another way in the converted text. */
export interface Difference {
  /** Undefined: all is well. */
  readonly fault: Fault | undefined;
  readonly direction: Direction | 'lan-to-remote' | 'sample';
  readonly packets: number;
  /** In how many other states of the uplinks packets of that direction part by the same lines. */
  readonly otherStates: number;
  /** The first of them, and its likeliest way in both. */
  readonly packet: Packet;
  readonly before: Side;
  readonly after: Side;
}

export interface Side {
  readonly prepared: Prepared;
  readonly trace: Trace;
  /** How likely that end is: 0 to 1. */
  readonly share: number;
}

export interface Check {
  readonly differences: readonly Difference[];
  /** How many packets were walked through both, in all states of the uplinks. */
  readonly walked: number;
  readonly states: number;
  /** Classes that were left out, as there are too many. */
  readonly leftOut: number;
  /** False: some packets have more ways than were walked, or classes were left out. */
  readonly complete: boolean;
  readonly assumed: Assumed;
}

/** So many classes are walked while all is well, and in each other state. */
const most = { well: 20_000, fault: 5000 } as const;

/** With more rules than that, fewer classes: a packet passes all of them in either text. */
const mostRules = 1000;

export interface CheckOptions {
  /** Connections of the sample in each state. */
  readonly flows?: number;
  /** Only the state in which all is well, and packets to the router itself. */
  readonly ownOnly?: boolean;
  readonly onWalked?: OnWalked | undefined;
}

/**
 * Walks a text and what it was converted to side by side: one packet of each class that the rules of either can tell
 * apart, and a sample of connections, with all well and with each uplink broken. A part of a configuration that states
 * no networks is walked with the ports that it takes for granted.
 */
export function checkConversion(before: Router, after: Router, options: CheckOptions = {}): Check {
  const check = compareTexts(before, after, nothingAssumed, options);
  if (check.walked > 0 || options.ownOnly || decidesNothing(before)) return check;
  const { routers, assumed } = withMissing(before, after);
  return compareTexts(...routers, assumed, options);
}

/** No address, route or rule in it decides what becomes of packets: whatever is assumed beside it says nothing of it. */
export function decidesNothing(router: Router): boolean {
  const { routes, routingRules, firewall, addresses, dhcpClients, interfaces, simpleQueues, vrfs } = router;
  const own = [
    routes,
    routingRules,
    addresses,
    dhcpClients,
    simpleQueues,
    vrfs,
    ...Object.values(firewall.ipv4),
  ];
  return own.every(items => items.length === 0) && interfaces.every(({ kind }) => kind === 'ethernet');
}

function compareTexts(before: Router, after: Router, assumed: Assumed, options: CheckOptions): Check {
  const comparison = new Comparison(options, assumed);
  const addresses = Object.fromEntries(assumed.ports.map(({ name, address }) => [name, address]));
  const [old, now] = [new States(before, addresses), new States(after, addresses)];
  const faults = options.ownOnly ? [] : faultsOf([...old.wans, ...now.wans]);
  comparison.tell(1, 1 + faults.length);
  comparison.compare(undefined, old.well, now.well);
  for (const [i, fault] of faults.entries()) {
    comparison.tell(i + 2, 1 + faults.length);
    const [one, other] = [old.after(fault), now.after(fault)];
    if (!comparison.knows(one, other)) comparison.compare(fault, one, other);
  }
  return comparison.result();
}

const faultsOf = (wans: readonly string[]): readonly Fault[] =>
  [...new Set(wans)].flatMap(name => [
    { interface: name, kind: 'unplugged' as const },
    { interface: name, kind: 'gateway' as const },
    { interface: name, kind: 'upstream' as const },
  ]);

class States {
  readonly well: readonly Prepared[];
  readonly #settled: Settled;

  constructor(router: Router, addresses: Readonly<Record<string, Ipv4Interface>>) {
    this.#settled = settleWell(router, assumeWorld(router, { addresses }).world, {});
    this.well = preparedOf(this.#settled);
  }

  get wans(): readonly string[] {
    return this.well[0]?.wans ?? [];
  }

  after(fault: Fault): readonly Prepared[] {
    return preparedOf(settleAfter(this.#settled, [fault], {}));
  }
}

function preparedOf(settled: Settled): readonly Prepared[] {
  const phases = settled.flapping?.phases ?? [settled];
  return phases.map(({ router, rib, world, dead }) =>
    prepare(router, rib, world, { engine: 'routeros', seed: 0, dead }),
  );
}

class Comparison {
  readonly #options: CheckOptions;
  readonly #assumed: Assumed;
  readonly #found = new Map<string, Difference>();
  readonly #statesOf = new Map<string, Set<Fault | undefined>>();
  readonly #known = new Set<string>();
  readonly #signatures = new StateSignatures();
  #walked = 0;
  #states = 0;
  #at = { state: 1, states: 1 };
  /** Packets of which not all ways were walked. */
  #cut = 0;
  #leftOut = 0;

  constructor(options: CheckOptions, assumed: Assumed) {
    this.#options = options;
    this.#assumed = assumed;
  }

  /** A state of both that is no other than one before. */
  knows(before: readonly Prepared[], after: readonly Prepared[]): boolean {
    const key = `${this.#signatures.of(before)} ${this.#signatures.of(after)}`;
    const isKnown = this.#known.has(key);
    this.#known.add(key);
    return isKnown;
  }

  /** Which state comes, of how many. */
  tell(state: number, states: number): void {
    this.#at = { state, states };
  }

  /** Routers that go between several states are compared state by state. */
  compare(fault: Fault | undefined, before: readonly Prepared[], after: readonly Prepared[]): void {
    this.knows(before, after);
    this.#states++;
    for (const [i, one] of before.entries()) {
      const other = after[i] ?? after.at(-1);
      if (other) this.#comparePair(fault, one, other);
    }
  }

  #comparePair(fault: Fault | undefined, before: Prepared, after: Prepared): void {
    const few = mostIn(fault ? most.fault : most.well, [before, after]);
    const { all, leftOut } = this.#classesOf(before, after, few);
    const classes = spreadOver(all, few);
    this.#leftOut += leftOut + all.length - classes.length;
    for (const [i, { direction, packet }] of classes.entries()) {
      this.#options.onWalked?.({ ...this.#at, packet: i + 1, packets: classes.length });
      const options = { drawn: direction === 'sample', limit: this.#limit() };
      const [old, now] = [waysOf(before, packet, options), waysOf(after, packet, options)];
      this.#walked++;
      if (!old.complete || !now.complete) this.#cut++;
      const [was, is] = [oddOf(old, now), oddOf(now, old)];
      if (old.key === now.key || !was || !is) continue;
      const sides = { before: { prepared: before, ...was }, after: { prepared: after, ...is } };
      this.#note({ fault, direction, packet, packets: 1, otherStates: 0, ...sides });
    }
  }

  #classesOf(before: Prepared, after: Prepared, few: number): Classes {
    const { ownOnly = false, flows = 300 } = this.#options;
    const isWanted = (direction: Direction): boolean => !ownOnly || direction.endsWith('-to-router');
    const known = both(before, after, one => somePacketClasses(one, few, isWanted));
    const own = both(before, after, one => packetsToOtherOwn(one, few));
    if (ownOnly) return { ...known, all: distinct([...known.all, ...own.all]) };
    const remote = both(before, after, one => someRemotePackets(one, few));
    const sampled = sampleFlows(before, { flows, clients: 20, destinations: 300 });
    const sample = sampled.map(({ packet }) => ({ direction: 'sample' as const, packet }));
    const leftOut = known.leftOut + own.leftOut + remote.leftOut;
    return { all: distinct([...known.all, ...own.all, ...remote.all, ...sample]), leftOut };
  }

  #note(one: Difference): void {
    const key = JSON.stringify([one.direction, mannerOf(one.before), mannerOf(one.after)]);
    const known = this.#found.get(key);
    const states = this.#statesOf.get(key) ?? new Set();
    this.#statesOf.set(key, states.add(one.fault));
    const isHere = known !== undefined && known.fault === one.fault;
    const packets = (known?.packets ?? 0) + (isHere || !known ? 1 : 0);
    this.#found.set(key, { ...(known ?? one), packets, otherStates: states.size - 1 });
  }

  result(): Check {
    const differences = [...this.#found.values()];
    const [walked, states, leftOut] = [this.#walked, this.#states, this.#leftOut];
    const complete = this.#cut === 0 && leftOut === 0;
    return { differences, walked, states, leftOut, complete, assumed: this.#assumed };
  }

  /** Where many packets have more ways than can be walked, few of each are. */
  #limit(): number {
    return this.#cut < 50 ? 128 : 8;
  }
}

interface Classes {
  readonly all: readonly { readonly direction: Difference['direction']; readonly packet: Packet }[];
  /** How many more there are. */
  readonly leftOut: number;
}

type Found = Classes['all'][number];

/** The classes of both texts. Most of what the two leave out are the same. */
function both(
  before: Prepared,
  after: Prepared,
  classesIn: (one: Prepared) => { readonly classes: readonly Found[]; readonly leftOut: number },
): Classes {
  const [old, now] = [classesIn(before), classesIn(after)];
  return { all: [...old.classes, ...now.classes], leftOut: Math.max(old.leftOut, now.leftOut) };
}

/** The same number of conditions is looked at, however many rules there are. */
function mostIn(classes: number, sides: readonly Prepared[]): number {
  const rules = Math.max(...sides.map(({ router }) => rulesOf(router, 'ipv4').length));
  return rules <= mostRules ? classes : Math.ceil((classes * mostRules) / rules);
}

function distinct<T extends { readonly packet: Packet }>(classes: readonly T[]): readonly T[] {
  return [...new Map(classes.map(one => [JSON.stringify(one.packet), one])).values()];
}

/** How a packet ends and by which lines, whatever its addresses. */
function mannerOf({ trace }: Side): unknown {
  const { ending } = trace;
  return [ending.kind, 'out' in ending ? ending.out : '', linesOf(trace)];
}
