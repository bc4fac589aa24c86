import { afterEach, describe, expect, it } from 'vitest';
import type { ApiProblem } from '../problem.ts';
import type { Task } from './task.ts';
import { type ThinkerLimits, ThinkingThread, ThinkingThreads } from './thinker.ts';

// The real thread, with less time and memory than it usually has.

let thinker: ThinkingThread;
afterEach(() => thinker.close());
const begin = (limits: Partial<ThinkerLimits> = {}): void => {
  thinker = new ThinkingThread({
    longestMs: 60_000,
    megabytes: 512,
    mostWaiting: 16,
    mostOfOne: 16,
    ...limits,
  });
};

const hide = (text: string): Task => ({ kind: 'hide', texts: [{ file: 'a.rsc', text }] });
/** Many rules, each with a list of its own: proving them takes long, and much. */
const long: Task = {
  kind: 'prove',
  asked: {
    engine: 'routeros',
    lang: 'en',
    texts: [
      {
        file: 'long.rsc',
        text: Array.from(
          { length: 4000 },
          (_, i) =>
            `/ip firewall filter add chain=forward action=drop src-address=10.${i >> 8}.${i & 255}.0/24 dst-port=${i + 1} protocol=tcp limit=${i + 1},5:packet`,
        ).join('\n'),
      },
    ],
    wan: [{ name: 'ether1', address: '203.0.113.2/24' }],
    lan: [{ name: 'ether2', address: '10.0.0.1/8' }],
  },
};

const problemOf = (asked: Promise<unknown>): Promise<Pick<ApiProblem, 'status' | 'code'>> =>
  asked.then(
    () => ({ status: 500, code: 'it was answered' }),
    ({ status, code }: ApiProblem) => ({ status, code }),
  ) as Promise<ApiProblem>;

describe('questions: limits', { timeout: 120_000 }, () => {
  it('one that takes too long → is given up, and the next one is answered', async () => {
    begin({ longestMs: 300 });
    expect(await problemOf(thinker.ask(long))).toEqual({ status: 504, code: 'web/too-long' });
    thinker.close();
    begin();
    const late = thinker.ask(hide('password=x'));
    expect(await late).toEqual([{ file: 'a.rsc', text: 'password=REDACTED' }]);
  });

  it('one that needs too much memory → is refused, and the next one has a thread again', async () => {
    begin({ megabytes: 16 });
    expect(await problemOf(thinker.ask(hide('a="b" '.repeat(3_000_000))))).toEqual({
      status: 422,
      code: 'web/too-much',
    });
    expect(await problemOf(thinker.ask(long))).toMatchObject({ status: 422 });
  });

  it('more than may wait → those are told to come again, the others are answered in their order', async () => {
    begin({ mostWaiting: 2 });
    const order: number[] = [];
    const ask = (number: number) => thinker.ask(hide(`${number}`)).then(() => order.push(number));
    const [first, second, third] = [ask(1), ask(2), ask(3)];
    expect(await problemOf(thinker.ask(hide('4')))).toEqual({ status: 503, code: 'web/busy' });
    await Promise.all([first, second, third]);
    expect(order).toEqual([1, 2, 3]);
  });

  it('one who asks more than one may → is told to come again, and there is a place for another one', async () => {
    begin({ mostOfOne: 2 });
    const ask = (by: string) => thinker.ask(hide(by), by);
    const all = ['budi', 'budi', 'budi'].map(ask);
    expect(await problemOf(ask('budi'))).toEqual({ status: 503, code: 'web/busy' });
    await Promise.all([...all, ask('sari')]);
  });

  it('somebody has a proof made → pages do not wait for it', async () => {
    const threads = new ThinkingThreads();
    const proof = threads.ask(long).catch(() => 'ended');
    expect(await threads.ask(hide('password=x'))).toBeDefined();
    expect(await Promise.race([proof, Promise.resolve('it goes on')])).toBe('it goes on');
    await threads.close();
  });
});
