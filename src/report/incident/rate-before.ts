import { type Incident, seriesName } from '../../gateway/index.ts';
import type { RingReader } from '../../journal/index.ts';

const rateOverS = 30;

/** Packets a second that left by the line before it fell silent; undefined: not measured, or not kept any more. */
export function rateBefore(
  { line, from, evidence }: Pick<Incident, 'line' | 'from' | 'evidence'>,
  ring: RingReader | undefined,
): number | undefined {
  const fell = Date.parse(from) / 1000 - (evidence?.silentMs ?? 0) / 1000;
  const untilS = Math.floor(fell);
  const cell = ring
    ?.summaries([seriesName(line, 'pout')], untilS - rateOverS, untilS)
    .get(seriesName(line, 'pout'));
  return cell === undefined || cell.n === 0 ? undefined : cell.avg;
}
