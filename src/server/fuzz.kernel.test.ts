import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayBench } from '../gateway/testing/bench.ts';
import { jalurRunner } from '../gateway/testing/jalur-run.ts';
import { sleep } from '../sys/index.ts';
import { type Documented, documented, mistakesOf } from './testing/documented.ts';
import { officeText } from './testing/office.ts';
import { partOf, requestOf } from './testing/requests.ts';
import { type WebAnswer, type WebBench, type WebClient, webBench, webPort } from './testing/web-bench.ts';

// Every operation of the document is asked at random of a real gateway: what is applied is applied, lines go down and up. Whatever it is
// asked, it answers as the document says; afterwards it is what it was. JALUR_RUNS=20000 asks so often in all.
const runs = Number(process.env['JALUR_RUNS'] ?? 1500);
const seed = Number(process.env['JALUR_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
/** So many wait for an answer at a time: fewer than questions may wait. */
const atOnce = 6;

const operations = documented.filter(({ operationId }) => !['getStream', 'logout'].includes(operationId));

let web: WebBench;
let client: WebClient;
let token: string;

beforeAll(async () => {
  const bench = await gatewayBench();
  web = await webBench(bench, jalurRunner(bench));
  token = web.token('admin');
  // What is applied may take the LAN away: loopback stays.
  client = web.client(web.bench.router, `https://127.0.0.1:${webPort}`);
}, 120_000);

afterAll(() => web?.end());

const json = { 'content-type': 'application/json' };
const ask = (method: string, path: string, body?: object, headers = {}): Promise<WebAnswer> =>
  client.ask({
    ...{ path: `/api/v1${path}`, method },
    headers: { authorization: `Bearer ${token}`, ...(body && json), ...headers },
    body: body && JSON.stringify(body),
  });

const bodyOf = <T>(answer: WebAnswer): T => answer.body as T;

it('nobody asks, or with what is none → refused by each operation of the document', {
  timeout: 120_000,
}, async () => {
  const lan = web.client(web.bench.lan, `https://192.168.0.1:${webPort}`);
  const wrong = [
    {},
    { authorization: `Bearer jalur_000000000000_${'x'.repeat(43)}` },
    { cookie: `__Host-jalur-session-8443=${'a'.repeat(32)}`, 'sec-fetch-site': 'same-origin' },
  ];
  const all = documented
    .filter(({ operationId }) => operationId !== 'login')
    .flatMap(one => wrong.map(headers => ({ one, headers })));
  const answers = await Promise.all(
    all.map(async ({ one, headers }) => {
      const path = one.path.replaceAll(/\{\w+\}/g, 'x');
      const { status, type } = await lan.ask({ path, method: one.method.toUpperCase(), headers });
      return [one.operationId, status, type];
    }),
  );
  expect(answers).toEqual(all.map(({ one }) => [one.operationId, 401, 'application/problem+json']));
  expect((await lan.ask({ path: '/api/v1/openapi.json' })).status).toBe(401);
});

/** What is wrong with the answer to one request; undefined: nothing. */
async function wrongOf(
  one: Documented,
  { path, body }: { path: string; body: string | undefined },
  etag: string,
) {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(one.operationId === 'applyConfig' && etag !== '' && { 'if-match': etag }),
    ...(body !== undefined && json),
  };
  const answer = await client.ask({ path, method: one.method.toUpperCase(), headers, body });
  const mistakes = mistakesOf(one, answer.status, answer.type, answer.body);
  if (answer.status > 0 && answer.status < 500 && mistakes.length === 0) return answer.status;
  return { id: one.operationId, seed, path, body, answer: { ...answer, headers: undefined }, mistakes };
}

it(`${runs} requests of all operations → no 5xx, each answer is as the document says`, {
  timeout: 7_200_000,
}, async () => {
  const all = operations.flatMap(one =>
    fc
      .sample(requestOf(one), { numRuns: partOf(runs, operations, one), seed })
      .map(asked => ({ one, asked })),
  );
  // Not one operation after the other: what one of them does, the next one meets.
  const random = all.map((each, i) => ({ each, key: Math.imul(i + 1, 2_654_435_761) ^ seed }));
  const queue = random.sort((a, b) => a.key - b.key).map(({ each }) => each);
  const wrong: object[] = [];
  const counts = new Map<number, number>();
  let asked = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      asked += 1;
      // Every other change names the configuration that is in force.
      const etag = next.one.operationId === 'applyConfig' && asked % 2 === 0 ? await currentEtag() : '';
      const found = await wrongOf(next.one, next.asked, etag);
      if (typeof found === 'number') counts.set(found, (counts.get(found) ?? 0) + 1);
      else wrong.push(found);
      if (wrong.length > 20) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  process.stderr.write(
    `${asked} requests (seed ${seed}), by status: ${[...counts].map(one => one.join(': ')).join(', ')}\n`,
  );
  expect(wrong).toEqual([]);
});

const currentEtag = async (): Promise<string> => (await ask('GET', '/config')).headers?.['etag'] ?? '';

it('afterwards → the same processes, and with its configuration again a gateway that forwards by both lines', {
  timeout: 120_000,
}, async () => {
  const status = bodyOf<{ pid: number }>(await ask('GET', '/status'));
  expect(status.pid).toBe(web.runner.last?.child.pid);
  const config = async () => bodyOf<{ trial?: object }>(await ask('GET', '/config'));
  if ((await config()).trial) await ask('POST', '/config/rollback', {});
  const files = [{ file: 'office.rsc', text: officeText }];
  const applied = await ask('POST', '/config/apply', { files }, { 'if-match': await currentEtag() });
  expect(applied).toMatchObject({ status: 200, body: { accepted: true, refused: [] } });
  // Whatever was taken down by hand stays so, also over another configuration.
  for (const wan of ['ether1', 'ether2']) expect((await ask('POST', `/wans/${wan}/up`, {})).status).toBe(200);
  interface Now {
    readonly differences: readonly string[];
    readonly lines: { readonly up: number };
  }
  const now = async () => bodyOf<Now>(await ask('GET', '/status'));
  const isRight = ({ differences, lines }: Now) => differences.length === 0 && lines.up === 2;
  for (let i = 0; i < 60 && !isRight(await now()); i++) await sleep(500);
  expect(await now()).toMatchObject({ differences: [], forwards: true, lines: { up: 2, down: 0 } });
});
