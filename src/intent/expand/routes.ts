import type { Intent, Wan } from '../normal/index.ts';
import { followerOf, tableOf } from './names.ts';
import { inMenu, type Made, type Property } from './statement.ts';

const table = inMenu('/routing table');
const route = inMenu('/ip route');

/** Behind every route that is checked. */
const last = '254';

export const tablesOf = ({ wans }: Intent): readonly Made[] =>
  wans.length < 2 ? [] : wans.map(wan => table(wan.path, ['fib', true], ['name', tableOf(wan)]));

/**
 * `main` has the lines in their order; the table of each line has that line first, the others as its backups. Where lines
 * are checked, routes lead by hosts behind them, each reached by its own line alone.
 */
export function routesOf({ wans, isChecked, routes: statics }: Intent): readonly Made[] {
  const tables = wans.length < 2 ? [] : wans;
  return [
    ...(isChecked ? [...wans.flatMap(probeRoutes), ...wans.flatMap(probeEnds)] : []),
    ...statics.map(({ path, to, via }) =>
      route(path, ['dst-address', to, [...path, 'to']], ['gateway', via, [...path, 'via']]),
    ),
    ...defaults(wans, [], isChecked),
    ...tables.flatMap(own =>
      defaults([own, ...wans.filter(wan => wan !== own)], [['routing-table', tableOf(own)]], isChecked),
    ),
  ];
}

const probeRoutes = (wan: Wan): readonly Made[] =>
  wan.probes.map((probe, at) =>
    route(
      [...wan.probesPath, ...(wan.probesPath === wan.path ? [] : [at])],
      ['dst-address', `${probe}/32`],
      ['gateway', gatewayOf(wan)],
      ['scope', '10'],
      ['comment', wan.kind === 'dhcp' ? followerOf(wan) : `probe of ${wan.name}`],
    ),
  );

/** With its line gone, a probe must not leave by another one. */
const probeEnds = (wan: Wan): readonly Made[] =>
  wan.probes.map((probe, at) =>
    route(
      [...wan.probesPath, ...(wan.probesPath === wan.path ? [] : [at])],
      ['blackhole', true],
      ['dst-address', `${probe}/32`],
      ['distance', last],
    ),
  );

function defaults(wans: readonly Wan[], where: readonly Property[], isChecked: boolean): readonly Made[] {
  return wans.flatMap((wan, at) => {
    const place: readonly Property[] = [['dst-address', '0.0.0.0/0'], ...where, ['distance', `${at + 1}`]];
    if (isChecked) return wan.probes.map(probe => checked(wan, probe, place));
    const follower: Property = ['comment', wan.kind === 'dhcp' ? followerOf(wan) : undefined];
    return [route(wan.path, ...place, ['gateway', gatewayOf(wan), gatewayPath(wan)], follower)];
  });
}

const checked = (wan: Wan, probe: string, place: readonly Property[]): Made =>
  route(
    wan.path,
    ...place,
    ['gateway', probe, wan.probesPath],
    ['check-gateway', 'ping'],
    ['target-scope', '11'],
  );

/** Until a lease names a router, what is sent there asks on the line itself and finds nobody. */
const gatewayOf = ({ gateway, interface: port }: Wan): string => gateway ?? port;

const gatewayPath = ({ gateway, path }: Wan): Wan['path'] =>
  gateway === undefined ? path : [...path, 'gateway'];
