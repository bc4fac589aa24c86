import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostile } from './testing/arbitrary.ts';
import { type Documented, documented, mistakesOf } from './testing/documented.ts';
import { openSite, type Site } from './testing/site.ts';

// Every operation is asked at random, by the document alone: whatever it is asked, it answers as the document says and has no defect.
// JALUR_RUNS=20000 asks so often in all; the tests ask some hundred times.
const runs = Number(process.env['JALUR_RUNS'] ?? 400);
const seed = process.env['JALUR_SEED'] === undefined ? {} : { seed: Number(process.env['JALUR_SEED']) };

/** They walk texts, which takes longer, and is asked about thousands of texts elsewhere. */
const slow = ['explain', 'prove', 'spread', 'lint', 'convert', 'planConfig'];
const operations = documented.filter(
  ({ operationId }) => !['getStream', 'login', 'logout'].includes(operationId),
);

/** Halves of letters cannot stand in a URL. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

interface Asked {
  readonly path: string;
  readonly body: string | undefined;
}

type Json = Record<string, unknown>;

/** A request of an operation: each parameter is given, left out or wrong; the body as well. */
function requestOf({ path, parameters = [], requestBody }: Documented): fc.Arbitrary<Asked> {
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

describe('API: whatever is asked', () => {
  let site: Site;
  let token: string;
  beforeAll(async () => {
    site = await openSite();
    token = site.tokenOf('admin');
  });
  afterAll(() => site.close());

  for (const one of operations) {
    const own = Math.max(
      3,
      Math.ceil((runs / operations.length) * (slow.includes(one.operationId) ? 0.25 : 1.25)),
    );
    it(`${one.operationId}: ${own} requests → no defect, and each answer is as the document says`, {
      timeout: 3_600_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(requestOf(one), async ({ path, body }) => {
          const answer = await site.request(path, {
            method: one.method.toUpperCase(),
            headers: {
              authorization: `Bearer ${token}`,
              'if-match': `"${'a'.repeat(64)}"`,
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            ...(body !== undefined && { body }),
          });
          const said = answer.status === 304 ? undefined : await answer.json();
          expect(site.defects.map(({ stack }) => stack)).toEqual([]);
          expect([answer.status, said]).toSatisfy(() => answer.status < 500);
          expect(mistakesOf(one, answer.status, answer.headers.get('content-type') ?? '', said)).toEqual([]);
        }),
        { numRuns: own, ...seed },
      );
    });
  }
});
