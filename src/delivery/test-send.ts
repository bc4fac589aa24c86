import { type Receiver, type Sender, written } from '../notify/index.ts';
import { localClocks } from './clocks.ts';
import type { TestResult } from './protocol.ts';
import { send } from './send.ts';

/** Sends a test message to each, past whatever waits. */
export const sendTests = (receivers: readonly Receiver[], sender: Sender): Promise<readonly TestResult[]> =>
  Promise.all(receivers.map(receiver => sendTest(receiver, sender)));

async function sendTest(receiver: Receiver, sender: Sender): Promise<TestResult> {
  const atMs = Date.now();
  const message = {
    id: `${receiver.name}-test-${atMs.toString(36)}`,
    atMs,
    statements: [{ kind: 'test' }],
  } as const;
  const sent = await send(receiver, written(message, receiver, { sender, clocks: localClocks(() => 0) }));
  return {
    receiver: receiver.name,
    channel: receiver.channel.kind,
    result: sent.kind === 'delivered' ? 'delivered' : 'failed',
    said: sent.said,
    tookMs: Math.round(sent.tookMs),
  };
}
