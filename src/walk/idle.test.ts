import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../test/walk/read.ts';
import { rulesOf } from '../model/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { idleRules } from './idle.ts';

/** Which of these rules are idle, in the order of tables and rules, as 1 and 0; without the office's masquerade. */
function idleIn(text: string): string {
  const { router } = readRouterOs(`${smallOffice}${text}`, { file: 'office.rsc', dialect: 'v7' });
  const rules = rulesOf(router, 'ipv4').filter(({ action }) => action.kind !== 'masquerade');
  const idle = idleRules(rules, router);
  return rules.map(rule => (idle.has(rule) ? '1' : '0')).join('');
}

const filter = (...lines: readonly string[]) =>
  idleIn(`/ip firewall filter\n${lines.map(line => `add ${line}\n`).join('')}`);

const mangle = (line: string, more = '') => idleIn(`/ip firewall mangle\nadd chain=forward ${line}\n${more}`);

describe('rules whose match changes nothing', () => {
  it.each([
    ['action=log', '1'],
    ['action=passthrough', '1'],
    ['action=accept', '1'],
    ['action=return', '1'],
    ['action=drop', '0'],
    ['action=reject', '0'],
    ['action=tarpit protocol=tcp', '0'],
    ['action=fasttrack-connection', '0'],
    ['action=add-src-to-address-list address-list=l', '1'],
    ['action=add-dst-to-address-list address-list=l', '1'],
  ])('%s as the last of forward → %s', (line, expected) => {
    expect(filter(`chain=forward ${line}`)).toBe(expected);
  });

  it.each(['accept', 'return'])('%s before a drop → matters; before a log it does not', action => {
    expect(filter(`chain=forward action=${action}`, 'chain=forward action=drop')).toBe('00');
    expect(filter(`chain=forward action=${action}`, 'chain=forward action=log')).toBe('11');
    expect(filter(`chain=forward action=${action}`, 'chain=input action=drop')).toBe('10');
  });

  it('accept in a chain that is jumped to → leaves the callers, too: matters; return does not', () => {
    expect(filter('chain=mine action=accept')).toBe('0');
    expect(filter('chain=mine action=return')).toBe('1');
  });

  it.each(['input', 'forward', 'output'])('accept at the end of %s → idle', chain => {
    expect(filter(`chain=${chain} action=accept`)).toBe('1');
  });

  it('accept at the end of a base chain of another table → idle', () => {
    const at = (table: string, chain: string) =>
      idleIn(`/ip firewall ${table}\nadd chain=${chain} action=accept\n`);
    expect([at('raw', 'prerouting'), at('mangle', 'postrouting'), at('nat', 'dstnat')]).toEqual([
      '1',
      '1',
      '1',
    ]);
    // The office masquerades before it.
    expect(at('nat', 'srcnat')).toBe('1');
  });

  it('jump → as idle as what it jumps to', () => {
    const jump = 'chain=forward action=jump jump-target=mine';
    expect(filter(jump, 'chain=mine action=log')).toBe('11');
    expect(filter(jump, 'chain=mine action=log', 'chain=mine action=drop')).toBe('010');
    expect(filter(jump)).toBe('1');
    expect(filter('chain=mine action=drop', jump)).toBe('00');
    expect(filter('chain=mine action=jump jump-target=other', jump, 'chain=other action=log')).toBe('111');
  });

  it('a chain of the same name in another table → another chain', () => {
    const other = '/ip firewall mangle\nadd chain=mine action=mark-packet new-packet-mark=m\n';
    const reader = 'add chain=forward packet-mark=m action=drop\n';
    expect(
      idleIn(
        `/ip firewall filter\nadd chain=forward action=jump jump-target=mine\nadd chain=mine action=log\n${reader}${other}`,
      ),
    ).toBe('0110');
  });

  it('with a classifier → never: its bucket is shared', () => {
    expect(filter('chain=forward per-connection-classifier=src-address:2/0 action=log')).toBe('0');
  });
});

describe('marks and lists', () => {
  const reads = (matcher: string) => `/ip firewall filter\nadd chain=forward ${matcher} action=drop\n`;

  it.each([
    ['action=mark-connection new-connection-mark=m', 'connection-mark=m'],
    ['action=mark-packet new-packet-mark=m', 'packet-mark=m'],
    ['action=change-dscp new-dscp=5', 'dscp=5'],
    ['action=change-mss new-mss=1300 protocol=tcp tcp-flags=syn', 'tcp-mss=0-1300 protocol=tcp'],
  ])('%s → idle unless a rule asks for %s', (action, matcher) => {
    expect(mangle(action)).toBe('1');
    expect(mangle(action, reads('src-address=1.1.1.1'))).toBe('10');
    expect(mangle(action, reads(matcher))).toBe('00');
  });

  it.each(['mark-routing new-routing-mark=main', 'change-ttl new-ttl=set:5'])('%s → never idle', action => {
    expect(mangle(`action=${action}`)).toBe('0');
  });

  it('without passthrough → leaves the hook: idle only where nothing follows', () => {
    const mark = 'action=mark-packet new-packet-mark=m passthrough=no';
    expect(mangle(mark)).toBe('1');
    expect(mangle(mark, 'add chain=forward action=mark-routing new-routing-mark=main\n')).toBe('00');
    expect(
      mangle(
        mark.replace('passthrough=no', ''),
        'add chain=forward action=mark-routing new-routing-mark=main\n',
      ),
    ).toBe('10');
  });

  it.each(['/queue simple\nadd target=ether2', '/queue tree\nadd name=t parent=global'])(
    'a queue (%j) that asks for a packet mark → reads it, unless it is disabled',
    queue => {
      const mark = 'action=mark-packet new-packet-mark=m';
      const asks = queue.startsWith('/queue simple') ? 'packet-marks=m' : 'packet-mark=m';
      expect(mangle(mark, `${queue}\n`)).toBe('1');
      expect(mangle(mark, `${queue} ${asks}\n`)).toBe('0');
      expect(mangle(mark, `${queue} ${asks} disabled=yes\n`)).toBe('1');
    },
  );

  it.each(['src-address-list', 'dst-address-list'])(
    'a list that a rule asks for by %s → is read',
    matcher => {
      const fill = (list: string) => `chain=forward action=add-src-to-address-list address-list=${list}`;
      expect(filter(fill('l'), `chain=forward ${matcher}=l action=drop`)).toBe('00');
      expect(filter(fill('other'), `chain=forward ${matcher}=l action=drop`)).toBe('10');
    },
  );
});
