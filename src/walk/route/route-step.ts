import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import type { Decision, Routing } from './routing.ts';

/** Result of asking for the way: `local` to the router itself, `gone` where the packet ends here. */
export type Way = 'local' | 'forward' | 'gone';

/** The routing decision, written into the flight and its trace. */
export function routeFlight(setup: Setup, routing: Routing, flight: Flight, again: boolean): Way {
  const decision = routing.decide(flight);
  switch (decision.kind) {
    case 'local':
      flight.steps.push({ kind: 'local', address: flight.dst });
      return 'local';
    case 'none':
      flight.ending = { kind: 'no-route' };
      return 'gone';
    case 'refused':
      flight.ending = { kind: 'discarded', type: refusal(decision.rule.action), rule: decision.rule };
      return 'gone';
    case 'forward':
      return follow(setup, routing, flight, decision, again);
  }
}

const refusal = (action: string): 'drop' | 'unreachable' => (action === 'drop' ? 'drop' : 'unreachable');

function follow(
  setup: Setup,
  routing: Routing,
  flight: Flight,
  { entry, table, missed, rule }: Extract<Decision, { readonly kind: 'forward' }>,
  again: boolean,
): Way {
  if (entry.route.type !== 'unicast') {
    flight.ending = { kind: 'discarded', type: entry.route.type, route: entry.route };
    return 'gone';
  }
  const hop = routing.hopOf(flight, entry);
  if (!hop) {
    flight.ending = { kind: 'no-route' };
    return 'gone';
  }
  flight.out = hop.out;
  flight.gateway = hop.gateway;
  flight.steps.push({
    kind: 'routed',
    again,
    mark: setup.routingMarks.name(flight.routingMark),
    table,
    missed,
    route: hop.route,
    rule,
    out: setup.interfaces.name(hop.out),
    gateway: hop.gateway,
    choices: entry.different.length,
  });
  return 'forward';
}
