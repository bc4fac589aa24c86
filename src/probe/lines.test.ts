import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LineWatch } from '../health/index.ts';
import { EnvironmentError } from '../sys/index.ts';
import { type LineTools, runLines } from './index.ts';

const watch: LineWatch = {
  line: 'ether1',
  targets: [{ key: 'ping 192.0.2.1', method: 'ping', address: '192.0.2.1', place: 'beyond', stated: true }],
  ...{ need: 1, counted: true, slowMs: 60, patienceMs: 50 },
};
const line = { watch, counters: { arrived: 'line0_in', left: 'line0_out' } };

let end = (): void => {};
let said: string[];
beforeEach(() => {
  said = [];
});
afterEach(() => end());

function start(tools: Partial<LineTools>, lines = [line]): void {
  const running = runLines(
    { openLink: () => ({ send() {}, close() {} }), readCounters: () => new Map(), ...tools },
    {
      onVerdict: ({ line: name, verdict: { status, cause } }) =>
        said.push(`${name} ${status} ${cause ?? ''}`.trim()),
      onSendError: (name, target, error) => said.push(`${name} ${target}: ${error?.message ?? 'fine'}`),
    },
  );
  end = () => running.close();
  running.set(lines);
}

it('lines: a target that answers → up; it stops → down', async () => {
  let isDead = false;
  start({
    openLink: () => ({ send: (_, answered) => void (isDead || setTimeout(answered, 1, 1)), close() {} }),
  });
  await vi.waitFor(() => expect(said).toEqual(['ether1 up']), 3000);
  isDead = true;
  await vi.waitFor(() => expect(said).toEqual(['ether1 up', 'ether1 down upstream']), 5000);
});

it('lines: packets are counted, though nobody answers → up; a table that counts anew → no harm', async () => {
  let packets = 1000;
  start({
    readCounters: () =>
      new Map([
        ['line0_in', packets++],
        ['line0_out', packets],
      ]),
  });
  await vi.waitFor(() => expect(said).toEqual(['ether1 up']), 3000);
  packets = 0;
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(said).toEqual(['ether1 up']);
});

it('lines: the interface is gone, and comes back → said once each', async () => {
  let isGone = true;
  const openLink = () => {
    if (isGone) throw new EnvironmentError('KERNEL_REFUSED', 'ENODEV', 'See ip link.');
    return { send() {}, close() {} };
  };
  start({ openLink });
  await vi.waitFor(() => expect(said).toEqual(['ether1 ping 192.0.2.1: ENODEV']), 3000);
  isGone = false;
  await vi.waitFor(() => expect(said).toContain('ether1 ping 192.0.2.1: fine'), 5000);
});
