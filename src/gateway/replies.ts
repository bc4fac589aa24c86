import { routeProtocol } from '../linux/index.ts';
import { activeDefaults } from './active.ts';
import { connectionsByMark, ruleCounters } from './counters.ts';
import { fibDifferences } from './fib.ts';
import type { CountersReply, FibRoute, RoutesReply, StatusReply } from './ipc.ts';
import type { Running } from './running.ts';

/** All candidates, and what the kernel's tables really hold. */
export function routesReply({ machine, reached }: Running): RoutesReply {
  const tables = reached?.program.tables ?? [];
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  const fib: FibRoute[] = machine.routes().map(({ table, ...route }) => ({
    ...route,
    tableId: table,
    table: names.get(table) ?? `${table}`,
  }));
  const differences = reached ? fibDifferences(reached.program, fib, routeProtocol) : [];
  return { rib: reached?.rib ?? { routes: [], checks: [] }, fib, differences };
}

export function statusReply({
  book,
  unreachable,
  reached,
  conditions,
  journal: list,
  seed,
}: Running): StatusReply {
  return {
    world: book.world([...unreachable]),
    active: reached ? activeDefaults(reached.rib) : [],
    conditions: conditions.list(),
    journal: list.entries(),
    seed,
  };
}

/** What the kernel counted since our table was loaded. */
export function countersReply({ machine, config, reached }: Running): CountersReply {
  const marks = reached?.program.marks?.names ?? [];
  return {
    rules: ruleCounters(machine.nftListing(), config.router),
    connections: connectionsByMark(machine.connections(), marks),
  };
}
