/**
 * The order of names as people read them: `ether2` before `ether10`, whatever their capitals. Without the collator of the
 * language, which takes 10 ms to load.
 */
export function compareNames(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const order = compareParts(one[i] ?? '', other[i] ?? '');
    if (order !== 0) return order;
  }
  return compareTexts(a, b);
}

/** `sfp-1` is `sfp-` and `1`. */
const partsOf = (name: string): readonly string[] => name.toLowerCase().match(/\d+|\D+/g) ?? [];

function compareParts(one: string, other: string): number {
  const numbers = [Number(one), Number(other)] as const;
  const areNumbers = one !== '' && other !== '' && !numbers.some(Number.isNaN);
  return areNumbers ? numbers[0] - numbers[1] : compareTexts(one, other);
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
