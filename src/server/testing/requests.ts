import fc from 'fast-check';
import { hostile } from './arbitrary.ts';
import type { Documented } from './documented.ts';

/** Halves of letters cannot stand in a URL. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

export interface Asked {
  readonly path: string;
  readonly body: string | undefined;
}

type Json = Record<string, unknown>;

/** They walk texts, which takes longer, and is asked about thousands of texts elsewhere. */
const slow = ['explain', 'prove', 'spread', 'lint', 'convert', 'planConfig'];

/** How many of so many requests go to one of these operations. */
export const partOf = (
  runs: number,
  operations: readonly Documented[],
  { operationId }: Documented,
): number => Math.max(3, Math.ceil((runs / operations.length) * (slow.includes(operationId) ? 0.25 : 1.25)));

/** A request of an operation: each parameter is given, left out or wrong; the body as well. */
export function requestOf({ path, parameters = [], requestBody }: Documented): fc.Arbitrary<Asked> {
  const values = parameters
    .filter(one => one.in !== 'header')
    .map(({ name, in: place, schema, required = false }) =>
      fc
        .option(hostile(schema as Json), { nil: undefined, freq: required ? 20 : 2 })
        .map(value => ({ name, place, value })),
    );
  const schema = requestBody?.content['application/json'].schema as Json | undefined;
  const body = schema
    ? fc.option(
        hostile(schema).map(value => JSON.stringify(value)),
        { nil: undefined, freq: 10 },
      )
    : fc.constant(undefined);
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return fc
    .tuple(fc.tuple(...values), fc.oneof({ weight: 20, arbitrary: body }, fc.constant('{"a":')))
    .map(([given, sent]) => {
      let url = path;
      const query = new URLSearchParams();
      for (const { name, place, value } of given) {
        if (place === 'path')
          url = url.replace(`{${name}}`, encodeURIComponent(wellFormed(text(value ?? 'x') || 'x')));
        else if (value !== undefined) query.append(name, text(value));
      }
      return { path: `${url.replaceAll(/\{\w+\}/g, 'x')}?${query}`, body: schema ? sent : undefined };
    });
}
