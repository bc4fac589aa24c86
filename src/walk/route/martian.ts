import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import type { Routing } from './routing.ts';

/** Why the kernel drops a packet for its addresses alone (ip_route_input, fib_validate_source); undefined: it does not. */
export function martianReason(setup: Setup, routing: Routing, flight: Flight): string | undefined {
  const { src, dst } = flight;
  const { local } = setup;
  if (local.interfaceOf(src) !== 0) return "its source is the router's own address";
  if (src >>> 24 === 127 || dst >>> 24 === 127) return 'it carries a loopback address';
  if (local.isBroadcast(src) || src >>> 28 === 14) return 'its source is a broadcast or multicast address';
  if (src >>> 24 === 0 && dst !== 0xffffffff) return 'its source is no address';
  return reverseReason(setup, routing, flight);
}

/** `/ip settings rp-filter`: is there a way back to the source, and (strict) by the same interface? */
function reverseReason({ router }: Setup, routing: Routing, flight: Flight): string | undefined {
  const { rpFilter } = router.settings.ip;
  if (rpFilter === 'no') return undefined;
  const back = routing.wayBack(flight);
  if (back === undefined) return 'there is no route back to its source (rp-filter)';
  if (rpFilter === 'loose' || back.some(hop => hop.out === flight.in)) return undefined;
  return 'the route back to its source leaves by another interface (rp-filter=strict)';
}
