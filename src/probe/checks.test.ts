import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import type { GatewayCheck } from '../rib/index.ts';
import { EnvironmentError, monotonicMs } from '../sys/index.ts';
import { type Link, runChecks, type Verdict } from './index.ts';

const check = (more: Partial<GatewayCheck> = {}): GatewayCheck => ({
  ...{ key: 'ping 10.0.0.1%ether1', address: '10.0.0.1', interface: 'ether1', method: 'ping' },
  ...{ interval: 1000, timeout: 30, count: 1 },
  ...more,
});

const none = { onVerdict: () => {}, onSendError: () => {} };

/** Keeps this thread so busy that no event is handled meanwhile. */
function busy(ms: number): void {
  const untilMs = monotonicMs() + ms;
  while (monotonicMs() < untilMs);
}

/** A link whose answers come through a real socket, so that they wait there while the thread is busy. */
async function echoing(): Promise<Link & { readonly port: number }> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  return {
    port,
    send(_, answered) {
      const sentMs = monotonicMs();
      socket.once('message', () => answered(monotonicMs() - sentMs));
      socket.send('probe', port, '127.0.0.1');
    },
    close: () => void socket.close(),
  };
}

it('check: its answer waits in the socket when the time-out is due → read first, no time-out', async () => {
  const link = await echoing();
  const verdicts: Verdict[] = [];
  let heard: () => void = () => {};
  const answered = new Promise<void>(resolve => {
    heard = resolve;
  });
  const checks = runChecks(() => link, {
    ...none,
    onVerdict: one => verdicts.push(one),
    onReply: () => heard(),
  });
  checks.set([check()]);
  // Lets the datagram leave, then sleeps past the time-out with the answer in the socket.
  await new Promise(resolve => process.nextTick(resolve));
  busy(100);
  await answered;
  await new Promise(resolve => setTimeout(resolve, 20));
  checks.close();
  expect(verdicts).toEqual([]);
});

it('check: no answer for the time-out → unreachable', async () => {
  const silent: Link = { send: () => {}, close: () => {} };
  const verdict = await new Promise<Verdict>(resolve => {
    const checks = runChecks(() => silent, {
      ...none,
      onVerdict(one) {
        checks.close();
        resolve(one);
      },
    });
    checks.set([check()]);
  });
  expect(verdict).toMatchObject({ reachable: false, check: { address: '10.0.0.1' } });
});

it('check: its probe cannot be sent, later it can → reported once, and taken back', async () => {
  const trouble = new EnvironmentError('KERNEL_REFUSED', 'bind: ENODEV', 'See ip link.');
  let tries = 0;
  const reports: (string | undefined)[] = [];
  await new Promise<void>(resolve => {
    const checks = runChecks(
      () => {
        if (++tries <= 2) throw trouble;
        return { send: () => {}, close: () => {} };
      },
      {
        ...none,
        onSendError(_, error) {
          reports.push(error?.message);
          if (error) return;
          checks.close();
          resolve();
        },
      },
    );
    checks.set([check({ interval: 20, timeout: 10, count: 100 })]);
  });
  expect(reports).toEqual(['bind: ENODEV', undefined]);
});

it('check: a defect of ours while it sends → thrown, not reported', () => {
  const checks = runChecks(() => {
    throw new TypeError('a defect');
  }, none);
  expect(() => checks.set([check()])).toThrow('a defect');
  checks.close();
});

it('check: the same check is set again → goes on; another interval → starts anew', () => {
  const sent: string[] = [];
  const link: Link = { send: address => void sent.push(address), close: () => {} };
  const checks = runChecks(() => link, none);
  checks.set([check()]);
  checks.set([{ ...check() }]);
  expect(sent.length).toBe(1);
  checks.set([check({ interval: 2000 })]);
  expect(sent.length).toBe(2);
  checks.close();
});
