import { type Router, rolesOf, rulesOf } from '../model/index.ts';
import type { Rib, World } from '../rib/index.ts';
import { compileFirewall } from './firewall.ts';
import { Flight, type Watch } from './flight.ts';
import { Hooks } from './hooks.ts';
import type { Packet } from './packet.ts';
import { type OpenQuestion, openQuestionsOf } from './point.ts';
import { QueueTrees } from './queue/queue-trees.ts';
import { SimpleQueues } from './queue/simple-queues.ts';
import { Routing } from './route/routing.ts';
import { servicesOf } from './services/index.ts';
import { makeSetup, type Point, type Setup, type WalkOptions } from './setup.ts';
import { newState, type WalkState } from './state.ts';
import type { Trace } from './trace.ts';

/** A router in one state of the world, compiled so that packets can be walked through it fast. */
export interface Prepared {
  readonly router: Router;
  readonly rib: Rib;
  readonly world: World;
  readonly options: WalkOptions;
  /** Names of the uplinks. */
  readonly wans: readonly string[];
  /** LANs that run, with a network that hosts can be in. */
  readonly lans: readonly string[];
  /** What hash, counters and chance decide; numbers as `WalkState.choose` gets them. */
  readonly points: readonly Point[];
  /** For the parts of this folder. */
  readonly setup: Setup;
  readonly hooks: Hooks;
  readonly routing: Routing;
  readonly flight: Flight;
}

/** Compiles a router once. `rib` must be computed from the same `world`. */
export function prepare(router: Router, rib: Rib, world: World, options: WalkOptions): Prepared {
  const setup = makeSetup(router, rib, world, options);
  internLists(setup);
  const routing = new Routing(setup);
  const services = servicesOf(setup);
  const firewall = compileFirewall(setup, services);
  const queues = { trees: new QueueTrees(setup), simple: new SimpleQueues(setup) };
  const hooks = new Hooks({ setup, services, firewall, routing, queues });
  const { wans, points } = setup;
  const flight = new Flight(newState(1), setup);
  const lans = lansIn(router, world);
  return { router, rib, world, options, wans, lans, points, setup, hooks, routing, flight };
}

function lansIn(router: Router, { interfaces }: World): string[] {
  const { lans } = rolesOf(router);
  return Object.values(interfaces)
    .filter(({ name, running, addresses }) => running && addresses.length > 0 && lans.includes(name))
    .map(({ name }) => name);
}

/** Numbers in the order of the text, so that they mean the same before and after a fault. */
function internLists({ router, family, lists }: Setup): void {
  for (const { action } of rulesOf(router, family)) {
    if ('list' in action) lists.id(action.list);
  }
}

/**
 * Walks one packet through the router and changes `state` as the packet would. `watch`: record why these rules did
 * not match.
 */
export function walk(prepared: Prepared, state: WalkState, packet: Packet, watch?: Watch): Trace {
  const { flight, hooks, setup } = prepared;
  flight.start(packet, state);
  flight.watch = watch;
  enter(setup, flight);
  if (packet.in === undefined) hooks.made(flight);
  else hooks.arriving(flight);
  return { packet: flight.packet, steps: flight.steps, ending: flight.ending ?? { kind: 'no-route' } };
}

/** A bridge's port is not an interface of the router: what comes in by it comes in by the bridge. */
function enter({ router, interfaces }: Setup, flight: Flight): void {
  const name = flight.packet.in;
  if (name === undefined) return;
  const port = router.bridgePorts.find(one => one.interface === name && !one.disabled);
  flight.in = interfaces.id(port?.bridge ?? name);
  flight.port = port ? interfaces.id(name) : 0;
}

/** What a router leaves open, and how a user can settle it. */
export function openQuestions(router: Router, rib: Rib, world: World): OpenQuestion[] {
  return openQuestionsOf(prepare(router, rib, world, { engine: 'routeros', seed: 0 }).points);
}
