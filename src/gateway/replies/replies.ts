import { routeProtocol } from '../../linux/index.ts';
import type { GatewayState } from '../core/index.ts';
import type { KernelReader } from '../loop/index.ts';
import { connectionsByMark, ruleCounters } from './counters.ts';
import { fibDifferences } from './fib.ts';
import type { CountersReply, FibRoute, RoutesReply } from './reply.ts';

/** All candidates, and what the kernel's tables really hold. */
export function routesReply({ reached }: GatewayState, kernel: Pick<KernelReader, 'routes'>): RoutesReply {
  const tables = reached?.program.tables ?? [];
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  const fib: FibRoute[] = kernel.routes().map(({ table, ...route }) => ({
    ...route,
    tableId: table,
    table: names.get(table) ?? `${table}`,
  }));
  const differences = reached ? fibDifferences(reached.program, fib, routeProtocol) : [];
  return { rib: reached?.rib ?? { routes: [], checks: [] }, fib, differences };
}

/** What the kernel counted since our table was loaded. */
export async function countersReply(
  { config, reached }: GatewayState,
  kernel: Pick<KernelReader, 'nftListing' | 'connections'>,
): Promise<CountersReply> {
  const marks = reached?.program.marks?.names ?? [];
  return {
    rules: ruleCounters(await kernel.nftListing(), config.router),
    connections: connectionsByMark(kernel.connections(), marks),
  };
}
