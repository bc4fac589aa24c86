import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { defectText } from '../say.ts';
import { tableDefects } from './tables.ts';
import { unreadMarks, unsetMarks } from './unset-marks.ts';

const office = `# by RouterOS 7.15
/ip address
add address=203.0.113.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/routing table
add name=a fib
/ip route
add gateway=203.0.113.1
/ip firewall mangle
add chain=prerouting in-interface=ether2 action=mark-connection new-connection-mark=first
`;

const saidOf = (rules: string) =>
  unsetMarks(readText(office + rules)).map(one => [
    defectText(one, 'en'),
    one.origins.map(({ span }) => span.start.line),
  ]);

const send = (matcher: string) => `add chain=prerouting ${matcher} action=mark-routing new-routing-mark=a\n`;

describe('marks that rules ask for', () => {
  it.each([
    ['set by a rule', 'connection-mark=first'],
    ['none', 'connection-mark=no-mark'],
    ['any but one', 'connection-mark=!second'],
    ['set by another kind of rule that is not in this part', 'packet-mark=p'],
  ])('%s → nothing', (_, matcher) => {
    expect(saidOf(send(matcher))).toEqual([]);
  });

  it.each([
    ['connection-mark=second', 'connection-mark "second"', ''],
    [
      'connection-mark="first "',
      'connection-mark "first "',
      ' What rules set is the connection-mark "first".',
    ],
    ['connection-mark=First', 'connection-mark "First"', ' What rules set is the connection-mark "first".'],
    ['routing-mark=first', 'routing-mark "first"', ' What rules set is the connection-mark "first".'],
  ])('%s → never matches, once for all rules', (matcher, asked, near) => {
    expect(saidOf(send(matcher) + send(`${matcher} protocol=udp`))).toEqual([
      [`No rule sets the ${asked}: what asks for it never matches.${near}`, [11, 12]],
    ]);
  });

  it('a rule that never matches → its table may be empty', () => {
    const dead = (matcher: string) => tableDefects(readText(office + send(matcher))).length;
    expect([dead('connection-mark=first'), dead('connection-mark=second')]).toEqual([1, 0]);
  });

  it('a statement of mangle that is not understood → it may set the mark', () => {
    const wrong = 'add chain=prerouting action=mark-connection new-connection-mark=second protocol=nothing\n';
    expect(saidOf(wrong + send('connection-mark=second'))).toEqual([]);
  });
});

describe('marks that a balance sets', () => {
  const part = (n: number, mark: string) =>
    `add chain=prerouting in-interface=ether2 per-connection-classifier=src-address:2/${n} action=mark-connection new-connection-mark=${mark}\n`;
  const unread = (rules: string) =>
    unreadMarks(readText(office + part(0, 'c1') + part(1, 'c2') + rules)).map(one => [
      defectText(one, 'en'),
      one.origins.map(({ span }) => span.start.line),
    ]);

  it('a rule asks for each, for none, or for any but one → nothing', () => {
    expect(unread(send('connection-mark=c1') + send('connection-mark=c2'))).toEqual([]);
    expect(unread('')).toEqual([]);
    expect(unread(send('connection-mark=c1') + send('connection-mark=!c1'))).toEqual([]);
  });

  const byMain = '/ip route add gateway=203.0.113.1 routing-table=a\n';

  it('main has a line of its own → that is its part of the balance', () => {
    expect(unread(send('connection-mark=c1'))).toEqual([]);
  });

  it('none asks for one of them, and main leads where another part goes → said, with its rule', () => {
    expect(unread(send('connection-mark=c1') + byMain)).toEqual([
      [
        'A part of a balance gets the connection-mark "c2", for which no rule asks: it goes where main sends it.',
        [12],
      ],
    ]);
  });
});
