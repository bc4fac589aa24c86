import { type Element, type FieldValue, overlap } from './element.ts';

// Elements of a set, as long as no packet has two of them. Each is compared only with those that share a value of one field with it, or
// have a range there: thousands of rules are mostly told apart by a port or a host.

/** Elements by their value of one field. */
interface Field {
  readonly single: Map<FieldValue['from'], Element[]>;
  readonly ranges: Element[];
}

/** Takes elements, all or none: false where a packet could have two of those taken. */
export function disjoint(): (elements: readonly Element[]) => boolean {
  const fields: Field[] = [];
  const all: Element[] = [];
  return elements => {
    const isFree = elements.every(
      (one, i) =>
        nearTo(fields, all, one).every(some => some.every(other => !overlap(other, one))) &&
        elements.slice(0, i).every(other => !overlap(other, one)),
    );
    if (!isFree) return false;
    for (const one of elements) {
      all.push(one);
      one.forEach((value, i) => {
        fields[i] ??= { single: new Map(), ranges: [] };
        keep(fields[i], value, one);
      });
    }
    return true;
  };
}

const isSingle = ({ from, to }: FieldValue): boolean => from === to;

function keep({ single, ranges }: Field, value: FieldValue, element: Element): void {
  if (!isSingle(value)) return void ranges.push(element);
  const known = single.get(value.from);
  if (known) known.push(element);
  else single.set(value.from, [element]);
}

/** Those that may overlap with it: the fewest that one of its fields leaves. */
function nearTo(fields: readonly Field[], all: readonly Element[], element: Element): Near {
  const near = element.flatMap((value, i): Near[] => {
    const field = fields[i];
    return field && isSingle(value) ? [[field.single.get(value.from) ?? [], field.ranges]] : [];
  });
  return near.reduce<Near>((best, one) => (sizeOf(one) < sizeOf(best) ? one : best), [all, []]);
}

type Near = readonly [readonly Element[], readonly Element[]];
const sizeOf = ([one, other]: Near): number => one.length + other.length;
