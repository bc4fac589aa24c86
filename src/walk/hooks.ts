import { ipv4ToNumber } from '../net/index.ts';
import { makeUnique, rewriteDestination, rewriteSource } from './act/translate.ts';
import { type CompiledChain, runChain } from './chain.ts';
import { destinationDone, sourceDone } from './conntrack/connection.ts';
import { track } from './conntrack/track.ts';
import { leaving } from './ending.ts';
import type { Firewall } from './firewall.ts';
import type { Flight } from './flight.ts';
import type { QueueTrees } from './queue/queue-trees.ts';
import type { SimpleQueues } from './queue/simple-queues.ts';
import { martianReason } from './route/martian.ts';
import { routeFlight, type Way } from './route/route-step.ts';
import type { Routing } from './route/routing.ts';
import type { Services } from './services/index.ts';
import type { Setup } from './setup.ts';
import { verdict } from './verdict.ts';

type ChainName =
  | 'raw prerouting'
  | 'raw output'
  | `mangle ${'prerouting' | 'input' | 'forward' | 'output' | 'postrouting'}`
  | `filter ${'input' | 'forward' | 'output'}`
  | `nat ${'dstnat' | 'srcnat' | 'input' | 'output'}`;

interface Queues {
  readonly trees: QueueTrees;
  readonly simple: SimpleQueues;
}

interface HookParts {
  readonly setup: Setup;
  readonly services: Services;
  readonly firewall: Firewall;
  readonly routing: Routing;
  readonly queues: Queues;
}

/** The hooks of a router in RouterOS's order (docs/routeros.md#packet-flow). */
export class Hooks {
  readonly #setup: Setup;
  readonly #services: Services;
  readonly #chains: Readonly<Record<ChainName, CompiledChain>>;
  readonly #routing: Routing;
  readonly #queues: Queues;

  constructor({ setup, services, firewall, routing, queues }: HookParts) {
    this.#setup = setup;
    this.#services = services;
    this.#routing = routing;
    this.#queues = queues;
    this.#chains = {
      'raw prerouting': firewall('raw', 'prerouting'),
      'raw output': firewall('raw', 'output'),
      'mangle prerouting': firewall('mangle', 'prerouting'),
      'mangle input': firewall('mangle', 'input'),
      'mangle forward': firewall('mangle', 'forward'),
      'mangle output': firewall('mangle', 'output'),
      'mangle postrouting': firewall('mangle', 'postrouting'),
      'filter input': firewall('filter', 'input'),
      'filter forward': firewall('filter', 'forward'),
      'filter output': firewall('filter', 'output'),
      'nat dstnat': firewall('nat', 'dstnat'),
      'nat srcnat': firewall('nat', 'srcnat'),
      'nat input': firewall('nat', 'input'),
      'nat output': firewall('nat', 'output'),
    };
  }

  /** A packet that came in by an interface. Sets `flight.ending`. */
  arriving(flight: Flight): void {
    flight.steps.push({ kind: 'arrived', interface: this.#setup.interfaces.name(flight.in) });
    if (!this.#pass('raw prerouting', flight)) return;
    this.#track(flight);
    const fast = this.#isFast(flight);
    if (fast) flight.steps.push({ kind: 'fast-tracked' });
    if (!fast && !this.#pass('mangle prerouting', flight)) return;
    if (!this.#destination('nat dstnat', flight)) return;
    const way = this.#routeArriving(flight);
    if (way === 'local') this.#toRouter(flight);
    if (way === 'forward') this.#throughRouter(flight, fast);
  }

  /** A packet that the router makes itself. Sets `flight.ending`. */
  made(flight: Flight): void {
    const way = routeFlight(this.#setup, this.#routing, flight, false);
    if (way === 'gone') return;
    this.#chooseSource(flight);
    if (way === 'local') {
      flight.ending = { kind: 'delivered' };
      return;
    }
    flight.steps.unshift({ kind: 'made', interface: this.#setup.interfaces.name(flight.out) });
    if (!this.#pass('raw output', flight)) return;
    this.#track(flight);
    if (this.#outputHooks(flight)) this.#leave(flight, false);
  }

  /** A marked or re-addressed packet is routed anew: on Linux right after mangle and after dst-nat, on RouterOS last. */
  #outputHooks(flight: Flight): boolean {
    const atOnce = this.#setup.semantics.reroute === 'at-each-change';
    if (!this.#pass('mangle output', flight)) return false;
    if (atOnce && flight.routingMark !== 0 && !this.#routeAgain(flight)) return false;
    const before = flight.dst;
    if (!this.#destination('nat output', flight)) return false;
    if (atOnce && flight.dst !== before && !this.#routeAgain(flight)) return false;
    if (!this.#pass('filter output', flight)) return false;
    const changed = flight.routingMark !== 0 || flight.dst !== before;
    return atOnce || !changed || this.#routeAgain(flight);
  }

  #routeAgain(flight: Flight): boolean {
    const way = routeFlight(this.#setup, this.#routing, flight, true);
    if (way === 'local') flight.ending = { kind: 'delivered' };
    return way === 'forward';
  }

  #chooseSource(flight: Flight): void {
    if (flight.src !== 0) return;
    const last = flight.steps.at(-1);
    const preferred = last?.kind === 'routed' ? last.route?.prefSrc : undefined;
    const source = this.#setup.local.sourceFor(flight.out, flight.gateway ?? flight.dst);
    flight.src = preferred === undefined ? (source ?? 0) : ipv4ToNumber(preferred);
    flight.packet = { ...flight.packet, src: flight.src };
    flight.stamp++;
  }

  #routeArriving(flight: Flight): Way {
    const why = martianReason(this.#setup, this.#routing, flight);
    if (why !== undefined) {
      flight.ending = { kind: 'martian', why };
      return 'gone';
    }
    return routeFlight(this.#setup, this.#routing, flight, false);
  }

  #toRouter(flight: Flight): void {
    if (!this.#pass('mangle input', flight) || this.#isHeldBack(flight)) return;
    if (!this.#pass('filter input', flight)) return;
    if (!this.#source('nat input', flight)) return;
    this.#confirm(flight);
    this.#enqueue(flight);
    flight.ending = { kind: 'delivered' };
  }

  #throughRouter(flight: Flight, fast: boolean): void {
    if (!this.#setup.router.settings.ip.ipForward) {
      flight.ending = { kind: 'not-forwarded' };
      return;
    }
    if (flight.ttl <= 1) {
      flight.ending = { kind: 'expired' };
      return;
    }
    flight.ttl--;
    if (!fast && !this.#forward(flight)) return;
    this.#leave(flight, fast);
  }

  #forward(flight: Flight): boolean {
    if (!this.#pass('mangle forward', flight) || this.#isHeldBack(flight)) return false;
    return this.#pass('filter forward', flight);
  }

  /** A hotspot's own rules stand first in the filter (docs/routeros.md#hotspot). */
  #isHeldBack(flight: Flight): boolean {
    const origin = this.#services.hotspots.holdsBack(flight);
    if (origin) flight.ending = { kind: 'held-back', origin };
    return origin !== undefined;
  }

  #leave(flight: Flight, fast: boolean): void {
    if (!fast && !this.#pass('mangle postrouting', flight)) return;
    if (this.#hasMoved(flight) || !this.#source('nat srcnat', flight)) return;
    this.#confirm(flight);
    // A fast-tracked packet passes all queues by but those of the interface.
    if (!fast) this.#enqueue(flight);
    this.#queues.trees.enqueueLeaving(flight);
    const policy = this.#services.ipsec.takes(flight, 'out');
    flight.ending = policy ? { kind: 'encrypted', origin: policy } : leaving(this.#setup, flight);
  }

  #enqueue(flight: Flight): void {
    this.#queues.trees.enqueueGlobal(flight);
    this.#queues.simple.enqueue(flight);
  }

  /** False where the packet is gone. An accept only ends its hook. */
  #pass(name: ChainName, flight: Flight): boolean {
    return runChain(this.#chains[name], flight) !== verdict.gone;
  }

  #track(flight: Flight): void {
    track(this.#setup, flight);
    const { connection, isReply, connectionState } = flight;
    const mark = this.#setup.connectionMarks.name(connection?.mark ?? 0);
    const id = connection?.id ?? 0;
    flight.steps.push({ kind: 'tracked', state: connectionState, reply: isReply, connection: id, mark });
  }

  /** FastTrack goes by main and sees neither marks nor filters (docs/routeros.md#fasttrack). */
  #isFast({ connection, isRelated }: Flight): boolean {
    return connection?.fastTracked === true && !isRelated;
  }

  #destination(chain: ChainName, flight: Flight): boolean {
    return this.#translate(chain, flight, destinationDone, rewriteDestination);
  }

  #source(chain: ChainName, flight: Flight): boolean {
    return this.#translate(chain, flight, sourceDone, rewriteSource);
  }

  /** Rules are asked once per connection; what they decided is done to every packet. */
  #translate(chain: ChainName, flight: Flight, done: number, rewrite: (flight: Flight) => void): boolean {
    const { connection } = flight;
    if (!connection) return true;
    if ((connection.decided & done) === 0 && !flight.isReply && !flight.isRelated && !connection.confirmed) {
      if (!this.#pass(chain, flight)) return false;
      connection.decided |= done;
      if (done === sourceDone) makeUnique(flight, connection);
    }
    rewrite(flight);
    return true;
  }

  /**
   * Since Linux 5.x a masqueraded connection that would leave elsewhere is dropped and forgotten
   * (docs/routeros.md#masquerade-and-route-changes).
   */
  #hasMoved(flight: Flight): boolean {
    const { connection, isReply, out, state } = flight;
    const { interfaces, semantics } = this.#setup;
    const from = connection?.masqueradedFor ?? 0;
    if (!semantics.dropsMovedMasquerade) return false;
    if (!connection || from === 0 || from === out || isReply) return false;
    state.connections.delete(connection);
    flight.ending = { kind: 'moved', from: interfaces.name(from), out: interfaces.name(out) };
    return true;
  }

  /** A connection exists only once its first packet got through. */
  #confirm({ connection, state }: Flight): void {
    if (connection && !connection.confirmed) state.connections.confirm(connection);
  }
}
