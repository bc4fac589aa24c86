import type { GatewayState } from '../state.ts';
import type { Line } from './line.ts';

type Known = Pick<GatewayState, 'watched' | 'judgements' | 'forced' | 'interfaces' | 'config'>;

const verdictOf = ({ judgements }: Known, { watch: { line } }: Line) => judgements[line]?.verdict;

const isRunning = ({ interfaces, forced }: Known, { watch: { line } }: Line): boolean =>
  interfaces[line]?.running === true && !forced.includes(line);

/**
 * Lines whose probes say that they are down. One that answers again and is only held down for a while is used where
 * there is no other.
 */
function deadLines(known: Known): readonly Line[] {
  const down = known.watched.filter(line => verdictOf(known, line)?.status === 'down');
  const isElsewhere = known.watched.some(line => isRunning(known, line) && !down.includes(line));
  return isElsewhere ? down : down.filter(line => verdictOf(known, line)?.held !== true);
}

/** Keys of the checks whose gateway does not count as reachable: their line is down, or they are silent by themselves. */
export function unreachableOf(known: Known): readonly string[] {
  const dead = deadLines(known);
  return known.watched.flatMap(line => {
    const silent = verdictOf(known, line)?.silent ?? [];
    const lost = line.checks.filter(({ target }) => dead.includes(line) || silent.includes(target));
    return lost.map(({ key }) => key);
  });
}

/**
 * Lines whose routes go although no check of the text watches them: those taken down by hand, and with automatic health
 * those that are dead, as long as another is left.
 */
export function downLinesOf(known: Known): readonly string[] {
  const { config, forced, watched } = known;
  if (config.autoHealth !== true) return forced;
  const dead = deadLines(known);
  const isElsewhere = watched.some(line => isRunning(known, line) && !dead.includes(line));
  return isElsewhere ? [...new Set([...forced, ...dead.map(({ watch }) => watch.line)])] : forced;
}
