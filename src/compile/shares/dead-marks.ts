import { mainTable, type Router } from '../../model/index.ts';
import { isDefault } from '../../net/index.ts';
import type { Rib, RibRoute } from '../../rib/index.ts';
import type { FlowLine } from '../context.ts';

/** A router in a state of its lines. `lines`: what is known of them beside its routes. */
interface State {
  readonly router: Router;
  readonly rib: Rib;
  readonly lines: readonly FlowLine[];
}

/** Connection marks whose packets do not leave by the line that is meant for them. */
export const deadMarks = (state: State, marks: readonly string[]): readonly string[] =>
  marks.filter(mark => {
    const tables = tablesOf(state, mark);
    return tables.length > 0 && tables.every(table => isAway(state, table));
  });

/** The line that is the home of what a mark leads to. */
export function lineOfMark(state: State, mark: string): string | undefined {
  const [table] = tablesOf(state, mark);
  if (table === undefined) return undefined;
  const used = defaultsIn(state, table).length > 0 ? table : mainTable;
  return [...homesOf(state, table), ...homesOf(state, used)][0]?.interface;
}

/** Tables that packets of connections with this mark are routed by. */
const tablesOf = ({ router }: State, mark: string): readonly string[] =>
  router.firewall.ipv4.mangle.flatMap(({ disabled, chain, action, matchers }) => {
    const asks = matchers.some(one => one.kind === 'connection-mark' && !one.negated && one.mark === mark);
    if (disabled || chain === 'output' || action.kind !== 'mark-routing' || !asks) return [];
    return [action.mark];
  });

/** A table that leads nowhere hands its packets to main. */
function isAway(state: State, table: string): boolean {
  const own = defaultsIn(state, table);
  const defaults = own.length > 0 ? own : defaultsIn(state, mainTable);
  const lines = homesOf(state, own.length > 0 ? table : mainTable);
  const best = Math.min(...defaults.map(({ distance }) => distance));
  // Where nobody knows its lines, its nearest route has to be the one in use.
  if (lines.length === 0)
    return defaults.length > 0 && !defaults.some(one => one.active && one.distance === best);
  return lines.every(
    line => line.isDead || !defaults.some(one => one.active && leavesBy(one, line.interface)),
  );
}

const defaultsIn = ({ rib }: State, table: string): readonly RibRoute[] =>
  rib.routes.filter(one => one.table === table && isDefault(one.destination) && !one.disabled);

const homesOf = ({ lines }: State, table: string): readonly FlowLine[] =>
  lines.filter(({ home }) => home.includes(table));

const leavesBy = ({ gateways }: RibRoute, name: string): boolean =>
  gateways.some(({ nextHops }) => nextHops.some(hop => hop.interface === name));
