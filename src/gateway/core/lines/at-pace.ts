import { isDeviceName } from '../../../linux/index.ts';
import { type Router, rolesOf } from '../../../model/index.ts';
import type { RunConfig } from '../event.ts';
import { flowsOf, isReleased } from './flows.ts';
import type { Line } from './line.ts';
import { aliveOf, linesOf, type Reached } from './lines-of.ts';
import { uplinksOf } from './uplinks.ts';

/**
 * Lines as the compiler is told of them: who counts their packets must not change as leases come and go, so all WANs of a text that asks
 * for health are counted, also those on which nobody can be asked now.
 */
export function countedLines(
  { router }: Pick<Reached, 'router'>,
  lines: readonly Line[],
  { pace, autoHealth }: Pick<RunConfig, 'pace' | 'autoHealth'>,
) {
  const isAsked = pace === 'jalur' && (autoHealth === true || asksGateways(router));
  const wans = isAsked ? rolesOf(router).wans.filter(isDeviceName) : [];
  const known = new Map(lines.map(line => [line.watch.line, line]));
  return [...new Set([...wans, ...known.keys()])].map(name => ({
    ...{ interface: name, gateway: known.get(name)?.gateway, isProbed: known.has(name) },
  }));
}

const asksGateways = ({ routes, dhcpClients }: Router): boolean =>
  [...routes, ...dhcpClients].some(({ checkGateway }) => checkGateway !== 'none');

/** What a configuration that has just been started adds to its Linux program: nothing at RouterOS's pace. */
export function atPace(
  reached: Reached,
  config: Pick<RunConfig, 'pace' | 'autoHealth' | 'leaseRoutes' | 'failback'>,
) {
  const alive = aliveOf(reached, config);
  const lines = linesOf(alive, config);
  const uplinks = uplinksOf(reached, config, { alive, watched: lines });
  const flows = flowsOf(uplinks, isReleased({ config, isDrained: false }, uplinks));
  return { lines: countedLines(reached, lines, config), flows };
}
