import type { Program, ProgramRoute } from '../../linux/index.ts';
import type { FibRoute } from './reply.ts';

type Hop = FibRoute['nextHops'][number];

const hopText = ({ address, interface: name, weight }: Hop): string =>
  `${address === undefined ? '' : `via ${address} `}dev ${name} weight ${weight}`;

/** `0.0.0.0/0 via 10.10.10.1 dev ether1 in main`; several hops in a fixed order, weight 1 not said. */
function routeText(route: Pick<FibRoute, 'destination' | 'type' | 'nextHops'>, table: string): string {
  const hops = route.nextHops.map(hopText).sort().join(', ').replaceAll(' weight 1', '');
  return [route.type === 'unicast' ? '' : route.type, route.destination, hops, `in ${table}`]
    .filter(Boolean)
    .join(' ');
}

/** Where wish and kernel differ, as sentences; empty when they are in step. `ours` is our route protocol number. */
export function fibDifferences(
  program: Pick<Program, 'routes' | 'tables'>,
  fib: readonly FibRoute[],
  ours: number,
): string[] {
  const names = new Map(program.tables.map(({ id, name }) => [id, name]));
  const nameOf = (id: number): string => names.get(id) ?? `${id}`;
  const wanted = new Set(program.routes.map((route: ProgramRoute) => routeText(route, nameOf(route.table))));
  const held = new Set(
    fib.filter(({ protocol }) => protocol === ours).map(route => routeText(route, nameOf(route.tableId))),
  );
  const missing = [...wanted].filter(text => !held.has(text)).map(text => `The kernel lacks ${text}.`);
  const extra = [...held].filter(text => !wanted.has(text)).map(text => `The kernel still has ${text}.`);
  return [...missing, ...extra];
}
