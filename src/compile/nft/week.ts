/** A stretch of time, both ends inclusive, in seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const daySeconds = 86_400;
const weekSeconds = 7 * daySeconds;

/** Stretches of a week (from Sunday, 0:00) moved by so many seconds, cut where the week begins anew. */
export function moved(stretches: readonly Stretch[], by: number): Stretch[] {
  return stretches.flatMap(({ from, to }) => {
    const start = (((from + by) % weekSeconds) + weekSeconds) % weekSeconds;
    const end = start + (to - from);
    if (end < weekSeconds) return [{ from: start, to: end }];
    return [
      { from: start, to: weekSeconds - 1 },
      { from: 0, to: end - weekSeconds },
    ];
  });
}

/** The same time as stretches in order that do not touch. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (!last || next.from > last.to + 1) result.push(next);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  }
  return result;
}

/** All of the week that joined stretches leave out. */
export function complement(stretches: readonly Stretch[]): Stretch[] {
  const starts = [0, ...stretches.map(({ to }) => to + 1)];
  const ends = [...stretches.map(({ from }) => from - 1), weekSeconds - 1];
  return starts.map((from, i) => ({ from, to: ends[i] ?? 0 })).filter(({ from, to }) => from <= to);
}

/** The same stretch of the day on several days. */
export interface DayPart extends Stretch {
  /** 0 is Sunday. */
  readonly days: readonly number[];
}

/** Joined stretches of a week day by day; days with the same stretch together. */
export function dayParts(stretches: readonly Stretch[]): DayPart[] {
  const parts = new Map<string, DayPart>();
  for (let day = 0; day < 7; day++) {
    for (const { from, to } of withinDay(stretches, day)) {
      const key = `${from}-${to}`;
      parts.set(key, { from, to, days: [...(parts.get(key)?.days ?? []), day] });
    }
  }
  return [...parts.values()];
}

function withinDay(stretches: readonly Stretch[], day: number): Stretch[] {
  const start = day * daySeconds;
  return stretches
    .map(({ from, to }) => ({ from: Math.max(from - start, 0), to: Math.min(to - start, daySeconds - 1) }))
    .filter(({ from, to }) => from <= to);
}
