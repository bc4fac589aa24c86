import type { World } from '../../../rib/index.ts';
import type { Line } from './line.ts';
import type { Judgement } from './line-state.ts';

/** A line whose cable was out, and on which nobody has answered since. */
export interface Awaited {
  readonly line: Line;
  /** Keys of the targets that had answered before. */
  readonly heard: readonly string[];
}

interface Known {
  readonly awaited: readonly Awaited[];
  readonly judgements: Readonly<Record<string, Judgement>>;
}

/** The lines that wait once `lines` are under watch: those without a carrier, and of those that have one again who waited already. */
export function awaitedAfter(
  { awaited, judgements }: Known,
  lines: readonly Line[],
  { interfaces }: Pick<World, 'interfaces'>,
): readonly Awaited[] {
  return lines.flatMap((line): Awaited[] => {
    const { line: name } = line.watch;
    const known = awaited.find(one => one.line.watch.line === name);
    if (interfaces[name]?.running === true && !known) return [];
    const judged = judgements[name];
    const isJudged = judged !== undefined && judged.verdict.status !== 'unknown';
    return [{ line, heard: isJudged ? judged.evidence.asked : (known?.heard ?? []) }];
  });
}

/**
 * Lines that carry nothing before somebody behind them answers: a modem that begins anew has a link long before it has an uplink.
 * Silence speaks against a line where its configuration asks, or one of its targets has answered before.
 */
export const unproved = ({ awaited }: Pick<Known, 'awaited'>): readonly Line[] =>
  awaited
    .filter(({ line, heard }) => line.watch.targets.some(({ key, stated }) => stated || heard.includes(key)))
    .map(({ line }) => line);
