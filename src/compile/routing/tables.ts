import { mainTableId, type ProgramTable, tableBase } from '../../linux/index.ts';
import { mainTable } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';

/** Linux id of a RouterOS table; undefined for one that found no room. */
export function tableId({ marks }: LinuxContext, name: string): number | undefined {
  if (name === mainTable) return mainTableId;
  const mark = marks.routing.get(name);
  return mark === undefined ? undefined : tableBase + mark;
}

/** All tables: main, and one for each table and routing mark, since a mark is how a packet gets to a table. */
export function compileTables(context: LinuxContext): ProgramTable[] {
  const named = [...context.marks.routing].map(([name, mark]) => ({ name, id: tableBase + mark }));
  return [{ name: mainTable, id: mainTableId }, ...named];
}

/** v7: a table that was made without `fib` exists, but packets never look into it. */
export function isForwarding({ router }: LinuxContext, table: string): boolean {
  return router.routingTables.every(({ name, fib, disabled }) => name !== table || (fib && !disabled));
}
