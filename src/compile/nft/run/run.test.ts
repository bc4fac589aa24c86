import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../../rsc/index.ts';
import { isRun, type Run, withRuns } from './run.ts';

const rulesOf = (...lines: readonly string[]) =>
  readRouterOs(`/ip firewall filter\n${lines.map(line => `add chain=forward ${line}\n`).join('')}`, {
    file: 'x.rsc',
  }).router.firewall.ipv4.filter;
const parts = (...lines: readonly string[]) => withRuns(rulesOf(...lines));
const sizes = (...lines: readonly string[]) =>
  parts(...lines).map(part => (isRun(part) ? part.rules.length : 1));
const runOf = (...lines: readonly string[]): Run | undefined => parts(...lines).find(isRun);
const texts = (run: Run | undefined) =>
  run?.elements.flat().map(one => one.map(({ text }) => text).join(' '));

describe('neighbouring rules that are one look-up', () => {
  it('accept per network → one set, in order', () => {
    const run = runOf('action=accept dst-address=10.0.1.0/24', 'action=accept dst-address=10.0.2.0/24');
    expect(run?.keys).toEqual(['dst-address']);
    expect(texts(run)).toEqual(['10.0.1.0/24', '10.0.2.0/24']);
  });

  it('port lists, protocols and addresses → each combination; what is the same in all is no key', () => {
    const run = runOf(
      'action=drop protocol=tcp in-interface=ether1 dst-address=10.0.0.1 dst-port=80,443',
      'action=drop protocol=udp in-interface=ether1 dst-address=10.0.0.2 dst-port=53',
    );
    expect(run?.keys).toEqual(['protocol', 'dst-address', 'dst-port']);
    expect(texts(run)).toEqual(['tcp 10.0.0.1 80', 'tcp 10.0.0.1 443', 'udp 10.0.0.2 53']);
  });

  it('the same ports of several protocols → both are the key, as ports are those of a protocol', () => {
    const run = runOf('action=drop protocol=tcp dst-port=53', 'action=drop protocol=udp dst-port=53');
    expect(texts(run)).toEqual(['tcp 53', 'udp 53']);
    expect(sizes('action=drop protocol=tcp port=53', 'action=drop protocol=udp port=53')).toEqual([1, 1]);
  });

  it.each([
    ['a packet could have two', 'action=drop dst-address=10.0.0.0/8', 'action=drop dst-address=10.1.0.0/16'],
    ['the same twice', 'action=drop dst-address=10.0.0.1', 'action=drop dst-address=10.0.0.1'],
    ['ports overlap', 'action=drop protocol=tcp dst-port=1-9', 'action=drop protocol=tcp dst-port=9'],
    ['actions differ', 'action=drop dst-address=10.0.0.1', 'action=accept dst-address=10.0.0.2'],
    ['one logs', 'action=drop dst-address=10.0.0.1', 'action=drop dst-address=10.0.0.2 log=yes'],
    ['one is negated', 'action=drop dst-address=10.0.0.1', 'action=drop dst-address=!10.0.0.2'],
    ['others are asked', 'action=drop dst-address=10.0.0.1', 'action=drop src-address=10.0.0.2'],
    [
      'one counts',
      'action=drop dst-address=10.0.0.1 limit=1,5:packet',
      'action=drop dst-address=10.0.0.2 limit=1,5:packet',
    ],
    [
      'they mark',
      'action=jump jump-target=x dst-address=10.0.0.1',
      'action=jump jump-target=x dst-address=10.0.0.2',
    ],
  ])('%s → each by itself', (_, ...lines) => {
    expect(sizes(...lines)).toEqual([1, 1]);
  });

  it('a rule between that is otherwise → two runs around it, the order stays', () => {
    const drop = (n: number) => `action=drop src-address=10.0.0.${n}`;
    expect(sizes(drop(1), drop(2), 'action=accept protocol=icmp', drop(3), drop(4))).toEqual([2, 1, 2]);
  });
});
