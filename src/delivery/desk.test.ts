import { beforeEach, expect, it } from 'vitest';
import { emptyPost, type Message, type PostState } from '../notify/index.ts';
import { phone } from '../notify/testing/index.ts';
import { type Desk, openDesk } from './desk.ts';

let nowMs: number;
let sent: string[];

beforeEach(() => {
  nowMs = 1_000_000;
  sent = [];
});

const message: Message = { id: 'phone-1', atMs: 999_000, statements: [{ kind: 'stopped' }] };
const waiting: PostState = { ...emptyPost, outbox: { ...emptyPost.outbox, waiting: [message] } };

/** `answers`: what becomes of each message, in their order; then each is delivered. */
function desk(answers: ('failed' | 'delivered')[] = []): Desk {
  return openDesk(
    {
      now: () => nowMs,
      wake() {},
      async send(_, { id }) {
        const kind = answers.shift() ?? 'delivered';
        sent.push(`${id} ${kind}`);
        return { kind, said: '', tookMs: 1 };
      },
      test: async () => [],
      say() {},
      keep() {},
      clocks: { clock: String, moment: String, iso: String },
    },
    { phone: waiting },
  );
}

async function invite(one: Desk, ...receivers: (typeof phone)[]): Promise<void> {
  one.hear({ kind: 'audience', audience: { receivers, sender: { gateway: 'office', host: 'gw' } } });
  await one.idle();
}

it('a receiver leaves and comes back, as when a trial is taken back → what was delivered is not sent again', async () => {
  const one = desk();
  await invite(one, phone);
  expect(sent).toEqual(['phone-1 delivered']);
  await invite(one);
  await invite(one, phone);
  nowMs += 60_000;
  one.tick();
  await one.idle();
  expect(sent).toEqual(['phone-1 delivered']);
});

it('the same, and something waits for it still → sent when it is back', async () => {
  const one = desk(['failed']);
  await invite(one, phone);
  await invite(one);
  nowMs += 60_000;
  one.tick();
  await one.idle();
  expect(sent).toEqual(['phone-1 failed']);
  await invite(one, phone);
  expect(sent).toEqual(['phone-1 failed', 'phone-1 delivered']);
});
