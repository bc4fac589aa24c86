import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestSchema } from '../gateway/control/schema.ts';
import { documented, mistakesOf } from './testing/documented.ts';
import { partOf, requestOf } from './testing/requests.ts';
import { openSite, type Site } from './testing/site.ts';

// Every operation is asked at random, by the document alone: whatever it is asked, it answers as the document says and has no defect.
// JALUR_RUNS=20000 asks so often in all; the tests ask some hundred times.
const runs = Number(process.env['JALUR_RUNS'] ?? 400);
const seed = process.env['JALUR_SEED'] === undefined ? {} : { seed: Number(process.env['JALUR_SEED']) };

const operations = documented.filter(
  ({ operationId }) => !['getStream', 'login', 'logout'].includes(operationId),
);

describe('API: whatever is asked', () => {
  let site: Site;
  let token: string;
  beforeAll(async () => {
    site = await openSite();
    site.daemon.mistakeOf = request => requestSchema.safeParse(request).error?.message;
    token = site.tokenOf('admin');
  });
  afterAll(() => site.close());

  for (const one of operations) {
    const own = partOf(runs, operations, one);
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
