import { afterEach, expect, it } from 'vitest';
import { spawnIn } from '../child.ts';
import { type Namespace, privateNamespace } from './namespace.ts';
import { killProcessesIn, processesIn } from './processes.ts';

const made: Namespace[] = [];
afterEach(() => {
  for (const ns of made.splice(0)) ns.close();
});

it('finds and ends what runs in a namespace, and nothing else', async () => {
  made.push(privateNamespace('one'), privateNamespace('other'));
  const [one, other] = made as [Namespace, Namespace];
  const [inside, outside] = [one, other].map(ns => spawnIn(ns, ['sleep', '60']));
  const ended = new Promise(resolve => inside?.once('exit', (_, signal) => resolve(signal)));
  expect(processesIn([one])).toEqual([inside?.pid]);
  expect(processesIn([one, other])).toHaveLength(2);
  killProcessesIn([one]);
  expect(await ended).toBe('SIGKILL');
  expect(processesIn([one, other])).toEqual([outside?.pid]);
  outside?.kill('SIGKILL');
});
