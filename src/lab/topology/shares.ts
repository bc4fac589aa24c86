import type { Router } from '../../model/index.ts';
import { assumeWorld, situationOf } from '../../rib/index.ts';
import { spreadOf } from '../../spread/index.ts';
import { prepare } from '../../walk/index.ts';

/** Enough to tell a share from none; each connection is walked after each of 40 boots. */
const size = { flows: 120, clients: 20, destinations: 60 };

/**
 * Which part of the connections of the clients' LAN the configuration sends out by each interface where every line is up and gives the
 * lease that the text is written for. An interface is missing where that depends on what the text leaves open.
 */
export function sharesOf(
  router: Router,
  assume: Readonly<Record<string, string>>,
  lan: string,
): ReadonlyMap<string, number> {
  const { world, rib } = situationOf(router, assumeWorld(withoutExemptions(router)).world);
  const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0, assume });
  // Nobody connects from the others; a port that the text gives no address is none of its LANs.
  const own = prepared.lans.filter(name => name === lan);
  const { shares } = spreadOf(own.length === 0 ? prepared : { ...prepared, lans: own }, size);
  const certain = shares.filter(({ way, range }) => way.kind === 'forwarded' && range === undefined);
  return new Map(
    certain.flatMap(({ way, connections }) => (way.out === undefined ? [] : [[way.out, connections]])),
  );
}

/**
 * Networks that are not balanced show which gateways lines have really; the tables of a balance may name others, and what the
 * text means is that those work.
 */
function withoutExemptions(router: Router): Router {
  const { firewall } = router;
  const mangle = firewall.ipv4.mangle.filter(({ action }) => action.kind !== 'accept');
  return { ...router, firewall: { ...firewall, ipv4: { ...firewall.ipv4, mangle } } };
}
