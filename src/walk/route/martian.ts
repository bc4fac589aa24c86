import type { Flight } from '../flight.ts';
import type { Setup } from '../setup.ts';
import type { MartianReason } from '../trace.ts';
import type { Routing } from './routing.ts';

/** Why the kernel drops a packet for its addresses alone (ip_route_input, fib_validate_source); undefined: it does not. */
export function martianReason(setup: Setup, routing: Routing, flight: Flight): MartianReason | undefined {
  const { src, dst } = flight;
  const { local } = setup;
  if (local.interfaceOf(src) !== 0) return 'own-source';
  if (src >>> 24 === 127 || dst >>> 24 === 127) return 'loopback';
  if (local.isBroadcast(src) || src >>> 28 === 14) return 'broadcast-source';
  if (src >>> 24 === 0 && dst !== 0xffffffff) return 'no-source';
  return reverseReason(setup, routing, flight);
}

/** `/ip settings rp-filter`: is there a way back to the source, and (strict) by the same interface? */
function reverseReason({ router }: Setup, routing: Routing, flight: Flight): MartianReason | undefined {
  const { rpFilter } = router.settings.ip;
  if (rpFilter === 'no') return undefined;
  const back = routing.wayBack(flight);
  if (back === undefined) return 'no-way-back';
  if (rpFilter === 'loose' || back.some(hop => hop.out === flight.in)) return undefined;
  return 'other-way-back';
}
