import { once } from 'node:events';
import { getPriority, setPriority } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import {
  endAll,
  inNamespace,
  preferThisThread,
  privateNamespace,
  run,
  runningChildren,
  spawnIn,
} from './index.ts';

afterEach(() => endAll(100));

it('starts children in a namespace and ends them all by id', async () => {
  const ns = privateNamespace();
  const first = spawnIn(ns, ['readlink', '/proc/self/ns/net']);
  const said = once(first.stdout ?? process.stdin, 'data');
  expect(String((await said)[0]).trim()).toBe(
    inNamespace(ns, () => run(['readlink', '/proc/self/ns/net'])).stdout.trim(),
  );
  ns.close();
  const polite = spawnIn(undefined, ['sleep', '1000']);
  const stubborn = spawnIn(undefined, ['sh', '-c', 'trap "" TERM; echo ready; while :; do sleep 1; done']);
  await once(stubborn.stdout ?? process.stdin, 'data');
  expect(runningChildren()).toEqual(expect.arrayContaining([polite.pid, stubborn.pid]));
  await endAll(50);
  expect([polite.signalCode, stubborn.signalCode]).toEqual(['SIGTERM', 'SIGKILL']);
  expect(runningChildren()).toEqual([]);
});

it('a thread is preferred → its children are not', () => {
  const before = getPriority();
  expect(preferThisThread('high')).toBe(true);
  try {
    const child = spawnIn(undefined, ['sleep', '1000']);
    expect([getPriority() < 0, getPriority(child.pid)]).toEqual([true, 0]);
  } finally {
    setPriority(0, before);
  }
});
