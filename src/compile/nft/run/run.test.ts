import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../../rsc/index.ts';
import { guardOf } from './guard.ts';
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
    const run = runOf(...[1, 2, 3].map(n => `action=accept dst-address=10.0.${n}.0/24`));
    expect(run?.keys).toEqual(['dst-address']);
    expect(texts(run)).toEqual(['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24']);
  });

  it('port lists, protocols and addresses → each combination; what is the same in all is no key', () => {
    const run = runOf(
      'action=drop protocol=tcp in-interface=ether1 dst-address=10.0.0.1 dst-port=80,443',
      'action=drop protocol=udp in-interface=ether1 dst-address=10.0.0.2 dst-port=53',
      'action=drop protocol=udp in-interface=ether1 dst-address=10.0.0.3 dst-port=53',
    );
    expect(run?.keys).toEqual(['protocol', 'dst-address', 'dst-port']);
    expect(texts(run)).toEqual(['tcp 10.0.0.1 80', 'tcp 10.0.0.1 443', 'udp 10.0.0.2 53', 'udp 10.0.0.3 53']);
  });

  it('the same ports of several protocols → both are the key, as ports are those of a protocol', () => {
    const each = (ports: string) =>
      ['tcp', 'udp', 'sctp'].map(name => `action=drop protocol=${name} ${ports}`);
    expect(texts(runOf(...each('dst-port=53')))).toEqual(['tcp 53', 'udp 53', 'sctp 53']);
    expect(sizes(...each('port=53'))).toEqual([1, 1, 1]);
  });

  const two = ['action=drop dst-address=10.0.0.1', 'action=drop dst-address=10.0.0.2'] as const;

  it.each([
    ['a packet could have two', 'action=drop dst-address=10.0.0.0/16'],
    ['the same twice', 'action=drop dst-address=10.0.0.1'],
    ['a range holds another', 'action=drop dst-address=10.0.0.2-10.0.0.9'],
    ['actions differ', 'action=accept dst-address=10.0.0.3'],
    ['one logs', 'action=drop dst-address=10.0.0.3 log=yes'],
    ['one is negated', 'action=drop dst-address=!10.0.0.3'],
    ['something else is asked', 'action=drop src-address=10.0.0.3'],
    ['one counts', 'action=drop dst-address=10.0.0.3 limit=1,5:packet'],
  ])('%s → each by itself', (_, other) => {
    expect(sizes(...two, 'action=drop dst-address=10.0.0.3')).toEqual([3]);
    expect(sizes(...two, other)).toEqual([1, 1, 1]);
  });

  it('a reset is for TCP: rules of another protocol are not in one look-up with it', () => {
    const reset = (protocol: string, port: number) =>
      `action=reject reject-with=tcp-reset protocol=${protocol} dst-port=${port}`;
    const mixed = [reset('tcp', 25), reset('udp', 26), reset('tcp', 27), reset('tcp', 28)];
    expect(sizes(...mixed)).toEqual([1, 1, 1, 1]);
    expect(sizes(...[25, 26, 27].map(port => reset('tcp', port)))).toEqual([3]);
  });

  it('what they do is more than one end → each by itself', () => {
    expect(sizes(...[1, 2, 3].map(n => `action=jump jump-target=x dst-address=10.0.0.${n}`))).toEqual([
      1, 1, 1,
    ]);
  });

  it('two networks that most packets do not go to are worth it, other two are not', () => {
    const to = (...networks: readonly string[]) => networks.map(one => `action=accept dst-address=${one}`);
    expect(sizes(...to('10.1.0.0/24', '10.2.0.0/24'))).toEqual([2]);
    expect(sizes(...to('10.1.0.0/24', '192.168.0.0/24'))).toEqual([1, 1]);
    expect(sizes(...to('203.0.113.0/25', '203.0.113.128/25'))).toEqual([1, 1]);
    expect(sizes(...to('10.1.0.1', '10.1.0.2'))).toEqual([1, 1]);
  });

  it.each([
    ['networks of one private one', ['10.1.0.0/24', '10.2.0.0/24'], '10.0.0.0/8'],
    ['of the smallest', ['192.168.1.0/24', '192.168.2.0-192.168.2.9'], '192.168.0.0/16'],
    ['one is elsewhere', ['10.1.0.0/24', '11.0.0.0/24', '10.3.0.0/24'], undefined],
    ['hosts alone are one hash', ['10.1.0.1', '10.1.0.2', '10.1.0.3'], undefined],
  ])('%s → what is asked before the look-up', (_, networks, expected) => {
    const run = runOf(...networks.map(one => `action=accept dst-address=${one}`));
    expect(run && guardOf(run)).toBe(expected);
  });

  it('a rule between that is otherwise → two runs around it, the order stays', () => {
    const drop = (n: number) => `action=drop src-address=10.0.0.${n}`;
    expect(
      sizes(drop(1), drop(2), drop(3), 'action=accept protocol=icmp', drop(4), drop(5), drop(6)),
    ).toEqual([3, 1, 3]);
  });
});
