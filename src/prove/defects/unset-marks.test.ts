import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { defectText } from '../say.ts';
import { tableDefects } from './tables.ts';
import { unsetMarks } from './unset-marks.ts';

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
