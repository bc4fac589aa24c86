import type { MatcherSyntax } from './syntax.ts';

const factors: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9 };

/** A whole number, `500k`, `10M`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const [, digits, suffix = ''] = /^(\d+)([kMG])?$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * (factors[suffix] ?? 1);
}

/** `100-200`, or one number for both ends. `open`: 0 as upper end is none. */
export function range(
  example: string,
  write: (value: number) => string = String,
  open = false,
): MatcherSyntax<{ readonly from: number; readonly to: number }> {
  return {
    name: '[!]number or range',
    example,
    read: text => {
      const [first = '', last = first, ...rest] = text.split('-');
      const [from, to] = [readNumber(first), readNumber(last)];
      if (from === undefined || to === undefined || rest.length > 0) return undefined;
      return { from, to: open && first !== last && to === 0 ? Number.MAX_SAFE_INTEGER : to };
    },
    write: ({ from, to }) => {
      if (from === to) return write(from);
      return `${write(from)}-${to === Number.MAX_SAFE_INTEGER ? 0 : write(to)}`;
    },
  };
}
