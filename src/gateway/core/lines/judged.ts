import type { GatewayState } from '../state.ts';
import { unproved } from './awaited.ts';
import type { Line } from './line.ts';

type Known = Pick<GatewayState, 'watched' | 'awaited' | 'judgements' | 'forced' | 'interfaces' | 'config'>;

const verdictOf = ({ judgements }: Known, { watch: { line } }: Line) => judgements[line]?.verdict;

const isRunning = ({ interfaces, forced }: Known, { watch: { line } }: Line): boolean =>
  interfaces[line]?.running === true && !forced.includes(line);

const nameOf = ({ watch: { line } }: Line): string => line;

/**
 * Names of the lines whose probes say that they are down, and of those whose cable is back while nobody has answered yet. One
 * that only waits, or answers again and is held down for a while, is used where there is no other.
 */
function deadLines(known: Known): readonly string[] {
  const down = known.watched.filter(line => verdictOf(known, line)?.status === 'down');
  const dead = [...new Set([...down, ...unproved(known)].map(nameOf))];
  const isElsewhere = known.watched.some(line => isRunning(known, line) && !dead.includes(nameOf(line)));
  return isElsewhere ? dead : down.filter(line => verdictOf(known, line)?.held !== true).map(nameOf);
}

/** Does the line wait for an answer since its cable is back, while another one is used? */
export const isHeldBack = (known: Known, name: string): boolean =>
  unproved(known).some(line => nameOf(line) === name) && deadLines(known).includes(name);

/** Lines under watch, and those without a carrier that will wait for an answer when they have one again. */
const linesOf = (known: Known): readonly Line[] => {
  const names = known.watched.map(nameOf);
  return [...known.watched, ...unproved(known).filter(line => !names.includes(nameOf(line)))];
};

/** Keys of the checks whose gateway does not count as reachable: their line is down, or they are silent by themselves. */
export function unreachableOf(known: Known): readonly string[] {
  const dead = deadLines(known);
  return linesOf(known).flatMap(line => {
    const silent = verdictOf(known, line)?.silent ?? [];
    const lost = line.checks.filter(({ target }) => dead.includes(nameOf(line)) || silent.includes(target));
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
  const isElsewhere = watched.some(line => isRunning(known, line) && !dead.includes(nameOf(line)));
  return isElsewhere ? [...new Set([...forced, ...dead])] : forced;
}
