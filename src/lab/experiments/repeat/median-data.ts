import { medianOf } from '../amount.ts';

type Data = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number | null => typeof value === 'number' || value === null;

/** Of equal shapes each number is the median of the runs; what is not a number, or is not everywhere, is of the first run. */
function median(values: readonly unknown[]): unknown {
  const [first] = values;
  if (values.every(isNumber)) return medianOf(values);
  if (Array.isArray(first)) {
    const same = values.every(value => Array.isArray(value) && value.length === first.length);
    return same ? first.map((_, index) => median(values.map(value => (value as unknown[])[index]))) : first;
  }
  return isRecord(first) && values.every(isRecord) ? medianData(values) : first;
}

/** The `data` of several runs as one. */
export function medianData(all: readonly Data[]): Data {
  const [first = {}] = all;
  return Object.fromEntries(
    Object.keys(first).map(key => [
      key,
      all.every(data => key in data) ? median(all.map(data => data[key])) : first[key],
    ]),
  );
}
