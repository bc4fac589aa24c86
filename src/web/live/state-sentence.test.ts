import { expect, it } from 'vitest';
import type { Wan } from '../client/types.ts';
import { inLanguage } from '../words/said.ts';
import { stateWords } from '../words/states.ts';
import { stateSentence } from './state-sentence.ts';

const fine = { forwards: true, differences: [] };
const wan = (label: string, state: Wan['state'], cause?: Wan['cause']) => ({
  label,
  state,
  ...(cause && { cause }),
});
const en = inLanguage(stateWords, 'en');

it.each([
  [fine, [wan('ISP1', 'up'), wan('ISP2', 'up')], 'up', 'Both WANs are up'],
  [fine, [wan('ISP1', 'up'), wan('ISP2', 'down', 'carrier')], 'down', '1 of 2 WANs up; ISP2 down: no link'],
  [fine, [wan('ISP1', 'degraded', 'loss')], 'degraded', '1 of 1 WANs up; ISP1 degraded: packets are lost'],
  [
    { ...fine, differences: ['a'] },
    [wan('ISP1', 'up')],
    'degraded',
    'The WAN is up; the kernel differs in 1 place from what jalur decided',
  ],
  [{ ...fine, forwards: false }, [wan('ISP1', 'up')], 'down', 'Nothing is forwarded'],
  [fine, [], 'unknown', 'No WAN is known'],
] as const)('%j with %j → %s', (status, wans, state, text) =>
  expect(stateSentence({ ...status, differences: [...status.differences] }, wans, en)).toEqual({
    state,
    text,
  }),
);
