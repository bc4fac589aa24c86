import { medianOf, valuesOf } from '../amount.ts';
import type { Bars, Figure, Timeline } from '../result.ts';

function mergeBars(all: readonly Bars[]): readonly Bars[] {
  const [first] = all;
  if (!first) return [];
  const bars = first.bars.map(bar => ({
    ...bar,
    value: all.flatMap(one => valuesOf(one.bars.find(({ name }) => name === bar.name)?.value ?? null)),
  }));
  return [{ ...first, bars }];
}

/** The run that has the median of the measure. */
function usualOf(all: readonly Timeline[]): number {
  const median = medianOf(all.map(({ measure }) => measure.value));
  return Math.max(
    0,
    all.findIndex(({ measure }) => measure.value === median),
  );
}

/** Lines of several runs are not laid over each other: the usual run is drawn, then the others. */
function mergeTimelines(all: readonly Timeline[]): readonly Timeline[] {
  const usual = usualOf(all);
  const named = all.map((timeline, index) => ({
    ...timeline,
    run: { index: index + 1, of: all.length, usual: index === usual },
  }));
  return named.toSorted((one, other) => Number(other.run.usual) - Number(one.run.usual));
}

const isBars = (figure: Figure): figure is Bars => figure.kind === 'bars';

/** The figures of one place in the report, of several runs. */
export function mergeFigures(figures: readonly Figure[]): readonly Figure[] {
  if (figures.every(isBars)) return mergeBars(figures);
  return mergeTimelines(figures.filter(figure => figure.kind === 'timeline'));
}
