import { routeProtocol } from '../../linux/index.ts';
import type { GatewayState } from '../core/index.ts';
import type { KernelReader } from '../loop/index.ts';
import { ruleCounters } from './counters.ts';
import { fibDifferences } from './fib.ts';
import type { CountersReply, FibRoute, RoutesReply } from './reply.ts';
import { trackedBasis } from './tracked-basis.ts';

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

/** What the kernel counted since our table was loaded; the names of marks in the order of the Program, `''` (no mark) last. */
export async function countersReply(
  state: GatewayState,
  kernel: Pick<KernelReader, 'nftListing' | 'connectionPage'>,
): Promise<CountersReply> {
  const basis = trackedBasis(state);
  const [listing, { byMark }] = await Promise.all([
    kernel.nftListing(),
    kernel.connectionPage({ ...basis, filter: {}, sort: 'order', offset: 0, limit: 0, freshMs: 0 }),
  ]);
  const names = [...basis.marks.map(({ name }) => name), ''];
  return {
    rules: ruleCounters(listing, state.config.router),
    connections: names.map(mark => ({ mark, connections: byMark[mark] ?? 0 })),
  };
}
