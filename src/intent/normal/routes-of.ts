import { isDefault, isIpv4 } from '../../net/index.ts';
import type { Fault } from '../fault.ts';
import type { Stated } from '../schema/index.ts';
import type { Lan, StaticRoute, Wan } from './intent.ts';
import { isIn, networkOfText, overlap } from './networks.ts';

interface Around {
  readonly wans: readonly Wan[];
  readonly lans: readonly Lan[];
  readonly faults: Fault[];
}

/** Networks behind other routers; faults where they lead nowhere. */
export function staticRoutesOf(stated: Stated['routes'] = [], around: Around): readonly StaticRoute[] {
  const routes = stated.map(({ to, via }, at) => ({ path: ['routes', at], to: networkOfText(to), via }));
  around.faults.push(
    ...routes.flatMap(route => [...wayFaults(route, around), ...placeFaults(route, around)]),
    ...routes.flatMap((route, at) =>
      routes.slice(0, at).some(({ to }) => to === route.to)
        ? [{ path: [...route.path, 'to'], what: `${route.to} stands twice.`, do: 'Keep one of them.' }]
        : [],
    ),
  );
  return routes;
}

const networksAround = ({ wans, lans }: Around) =>
  [...lans, ...wans].flatMap(({ name, address }) =>
    address === undefined ? [] : [{ name, address, network: networkOfText(address) }],
  );

function wayFaults({ path, via }: StaticRoute, around: Around): Fault[] {
  const at = { path: [...path, 'via'] };
  if (!isIpv4(via)) {
    const wan = around.wans.find(one => one.interface === via);
    return wan ? [{ ...at, what: `${via} is the line ${wan.name}.`, do: 'Lines are named in wans.' }] : [];
  }
  const own = networksAround(around);
  if (own.some(({ address }) => address.startsWith(`${via}/`)))
    return [{ ...at, what: `${via} is an address of the gateway itself.`, do: viaDo }];
  return own.some(({ network }) => isIn(network, via))
    ? []
    : [{ ...at, what: `${via} lies in none of our networks: it cannot be reached.`, do: viaDo }];
}

const viaDo = 'Write the address of the router that leads there, in one of our networks.';

function placeFaults({ path, to }: StaticRoute, around: Around): Fault[] {
  const at = { path: [...path, 'to'] };
  if (isDefault(to)) return [{ ...at, what: 'Everything leaves by the lines.', do: 'Name a network.' }];
  const other = networksAround(around).find(({ network }) => overlap(network, to));
  return other
    ? [
        {
          ...at,
          what: `${to} overlaps with ${other.network}, the network of ${other.name}.`,
          do: 'Correct one of them.',
        },
      ]
    : [];
}
