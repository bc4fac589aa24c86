import type { RunConfig } from '../event.ts';
import { flowsOf, isReleased } from './flows.ts';
import type { Line } from './line.ts';
import { aliveOf, linesOf, type Reached } from './lines-of.ts';
import { uplinksOf } from './uplinks.ts';

/** Watched lines as the compiler is told of them. */
export const watchedLines = (lines: readonly Line[]) =>
  lines.map(({ watch, gateway }) => ({ interface: watch.line, gateway }));

/** What a configuration that has just been started adds to its Linux program: nothing at RouterOS's pace. */
export function atPace(
  reached: Reached,
  config: Pick<RunConfig, 'pace' | 'autoHealth' | 'leaseRoutes' | 'failback'>,
) {
  const alive = aliveOf(reached, config);
  const lines = linesOf(alive, config);
  const uplinks = uplinksOf(reached, config, { alive, watched: lines });
  const flows = flowsOf(uplinks, isReleased({ config, isDrained: false }, uplinks));
  return { lines: watchedLines(lines), flows };
}
